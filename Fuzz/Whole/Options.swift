import Foundation

/// What the fuzzer is told on its command line, and where it keeps what it finds.
struct Options {
  var seconds = 60.0
  var seed: UInt64 = 1
  var program: String?
  var findings = "findings"
  var isWorker = false
  /// Folders of texts, or files of JSON Lines with a `text`.
  var texts: [String] = []

  init(_ arguments: some Sequence<String>) {
    var arguments = Array(arguments)[...]
    while let argument = arguments.popFirst() {
      switch argument {
      case "--seconds": seconds = arguments.popFirst().flatMap(Double.init) ?? seconds
      case "--seed": seed = arguments.popFirst().flatMap(UInt64.init) ?? seed
      case "--program": program = arguments.popFirst()
      case "--findings": findings = arguments.popFirst() ?? findings
      case "--worker": isWorker = true
      default: texts.append(argument)
      }
    }
    if texts.isEmpty { texts = ["Fixtures"] }
  }

  var workerArguments: [String] {
    ["--worker", "--seconds", "\(seconds)", "--seed", "\(seed)", "--findings", findings]
      + (program.map { ["--program", $0] } ?? []) + texts
  }

  func corpus() throws -> [String] {
    struct Line: Decodable { let text: String }
    return try texts.flatMap { path -> [String] in
      if path.hasSuffix(".jsonl") {
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
          try JSONDecoder().decode(Line.self, from: Data($0.utf8)).text
        }
      }
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        .filter { $0.hasSuffix(".txt") }
        .map { try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8) }
    }
  }

  // MARK: What is kept

  /// The text that is worked on.
  var current: URL { URL(filePath: findings).appending(path: "current-\(seed)") }
  private var count: URL { URL(filePath: findings).appending(path: "count-\(seed)") }

  func note(documents: Int) { try? Data("\(documents)".utf8).write(to: count) }

  var documents: Int {
    (try? String(contentsOf: count, encoding: .utf8)).flatMap(Int.init) ?? 0
  }

  func lastText() throws -> String {
    let bytes = [UInt8](try Data(contentsOf: current))
    let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    return String(decoding: bytes.dropFirst(8).prefix(length), as: UTF8.self)
  }

  /// Writes a finding to a file of its own, named after what it is and the text.
  func keep(_ finding: Finding) throws {
    let hash = finding.text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    print("\(finding.what)\n  \(finding.text.debugDescription)")
    try Data((finding.what + "\n---\n" + finding.text).utf8).write(
      to: URL(filePath: findings).appending(path: String(hash, radix: 16) + ".txt"))
  }
}
