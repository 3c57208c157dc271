import Foundation
import Svodka

extension Sample {
  /// Checks that the records are those of a golden file; the first run writes it.
  ///
  ///     try release.requireSnapshot("release")    // Snapshots/release.tsv beside this source file
  ///
  /// The file has a record a line: kind, text, value. A run with the environment variable
  /// `SVODKA_UPDATE_SNAPSHOTS=1`, or with the argument `--update`, writes it anew; look at the
  /// difference that your version control shows.
  ///
  /// - Throws: ``UnmetExpectation`` with the lines that differ; also when the file was not there,
  ///   so that no check passes unseen.
  public func requireSnapshot(
    _ name: String, beside caller: StaticString = #filePath, update: Bool? = nil
  ) throws {
    let file = URL(fileURLWithPath: "\(caller)").deletingLastPathComponent()
      .appendingPathComponent("Snapshots").appendingPathComponent(name + ".tsv")
    let lines = snapshotLines
    let isUpdated = update ?? Sample.updatesSnapshots
    if isUpdated || !FileManager.default.fileExists(atPath: file.path) {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
      if isUpdated { return }
      throw UnmetExpectation(
        description: "\(file.lastPathComponent) was not there and has been written; "
          + "look at it, and run the test again")
    }
    let golden = try String(contentsOf: file, encoding: .utf8).fileLines.map(String.init)
      .filter { !$0.isEmpty }
    let difference = lines.difference(from: golden)
    guard !difference.isEmpty else { return }
    let changes = difference.map { change in
      switch change {
      case .insert(let index, let line, _): (index, 1, "+ \(line)")
      case .remove(let index, let line, _): (index, 0, "- \(line)")
      }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    throw UnmetExpectation(
      description: ([
        "\(file.lastPathComponent): - is expected, + is found; "
          + "SVODKA_UPDATE_SNAPSHOTS=1 takes what is found"
      ] + changes).joined(separator: "\n  "))
  }

  /// The records, a line each, as ``requireSnapshot(_:beside:update:)`` keeps them.
  public var snapshotLines: [String] {
    let found = PredictedDocument(document, text: text)
    var lines: [String] = []
    for mention in found.mentions {
      let surface = mention.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      lines.append("\(mention.kind.rawValue)\t\(surface)\t\(JSONValue.object(mention.value))")
    }
    for entity in document.entities {
      let aliases = entity.aliases.isEmpty ? "" : "\t" + entity.aliases.joined(separator: "; ")
      lines.append("entity:\(entity.kind.rawValue)\t\(entity.name)" + aliases)
    }
    for fact in found.facts {
      let kind = fact["kind"]?.text ?? ""
      let fields = fact.object.filter { !["kind", "start", "end", "rule"].contains($0.key) }
      lines.append("fact:\(kind)\t\(JSONValue.object(fields).named)")
    }
    return lines
  }

  private static let updatesSnapshots =
    ["1", "true", "yes"].contains(
      ProcessInfo.processInfo.environment["SVODKA_UPDATE_SNAPSHOTS"] ?? "")
    || CommandLine.arguments.contains("--update")
}
