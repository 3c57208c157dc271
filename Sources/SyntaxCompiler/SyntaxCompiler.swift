import ArgumentParser
import Foundation
import RussianMorphology
import RussianSyntax
import RussianText

/// Counts in sentences with trees what speaks for which reading and which link, and writes the table
/// that the library embeds.
@main
struct SyntaxCompiler: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "syntax-compiler")

  @Option(name: .customLong("trees"), help: "CoNLL-U files, FILE, FILE:TIMES or FILE:TIMES:odd.")
  var trees: [String] = []
  @Option(help: "CoNLL-U files to measure on, FILE or FILE:even.")
  var measure: [String] = []
  @Option var epochs = 4
  @Option var readingEpochs = 4
  @Option var rows = 1_500_000
  @Option var threshold = 10
  @Option var most = Int.max
  @Option var readingWeights = 140_000
  @Option var linkWeights = 560_000
  @Option var output = ""

  func load(_ arguments: [String], _ maker: ExampleMaker) throws -> [[Example]] {
    try arguments.map { argument in
      let parts = argument.split(separator: ":").map(String.init)
      let times = parts.dropFirst().compactMap { Int($0) }.first ?? 1
      let odd = parts.contains("odd"), even = parts.contains("even")
      let file = try TreeFile(path: parts[0]) { number in
        odd ? number % 2 == 1 : even ? number % 2 == 0 : number < most
      }
      let examples = file.sentences.compactMap { maker.example($0, weight: times) }
      note("\(parts[0]): \(examples.count) of \(file.sentences.count)")
      return examples
    }
  }

  func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  func run() throws {
    let tokenizer = try Tokenizer()
    let buffer = try TokenBuffer()
    let cache = MorphologyCache(words: buffer.words)
    let reader = StructureReader(cache: cache)
    let maker = ExampleMaker(buffer: buffer, tokenizer: tokenizer, reader: reader)
    var examples = try load(trees, maker).joined().flatMap { Array(repeating: $0, count: $0.weight) }
    let tests = try load(measure, maker)
    var random = SplitMix(state: 42)
    examples.shuffle(using: &random)
    let readings = ReadingTrainer(buffer: buffer, tokenizer: tokenizer, reader: reader)
    for epoch in 0..<readingEpochs {
      let start = Date()
      var total = (0, 0)
      for example in examples {
        let found = readings.read(example, learns: true)
        total = (total.0 + found.ambiguous, total.1 + found.wrong)
      }
      note("readings \(epoch): \(total.1) of \(total.0) wrong, \(readings.table.count) weights, \(-start.timeIntervalSinceNow) s")
    }
    let averaged = readings.table.averaged()
      .filter { abs($0.weight) > 0.05 }
      .sorted { (abs($0.weight) * Float($0.hits).squareRoot(), $0.key) > (abs($1.weight) * Float($1.hits).squareRoot(), $1.key) }
      .prefix(readingWeights)
    readings.table.replace(with: Dictionary(uniqueKeysWithValues: averaged.map { ($0.key, $0.weight) }))
    note("\(averaged.count) reading weights kept")
    let links = LinkTrainer(readings, rows: rows)
    links.table.threshold = UInt8(threshold)
    for example in examples { links.countEvidence(example) }
    note("counted")
    for epoch in 0..<epochs {
      links.explores = epoch > 0
      let start = Date()
      var total = (0, 0)
      for example in examples {
        let found = links.learn(example)
        total = (total.0 + found.steps, total.1 + found.wrong)
      }
      note("links \(epoch): \(total.1) of \(total.0) wrong, \(links.table.count) rows, \(-start.timeIntervalSinceNow) s")
      if epoch == 0 || epoch == epochs - 1 {
        report(links, tests)
      }
    }
    links.table.average()
    note("averaged")
    report(links, tests)
    guard !output.isEmpty else { return }
    let writer = TableWriter(readings: Array(averaged), links: links.table, most: linkWeights)
    links.table.keep(writer.isKept)
    note("pruned to \(linkWeights)")
    report(links, tests)
    for epoch in 0..<2 {
      var total = (0, 0)
      for example in examples {
        let found = links.learn(example)
        total = (total.0 + found.steps, total.1 + found.wrong)
      }
      note("again \(epoch): \(total.1) of \(total.0) wrong")
    }
    links.table.average()
    report(links, tests)
    try Data(writer.bytes()).write(to: URL(fileURLWithPath: output))
  }

  func report(_ links: LinkTrainer, _ tests: [[Example]]) {
    for (name, test) in zip(measure, tests) {
      var accuracy = Accuracy()
      for example in test { links.measure(example, &accuracy) }
      note("  \(name.split(separator: "/").last!) \(accuracy.description)")
    }
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
