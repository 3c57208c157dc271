import ArgumentParser
import Foundation
import RussianMorphology
import RussianSyntax
import RussianText

/// Counts in sentences with trees what speaks for which reading and which link, and writes the table
/// that the library embeds.
@main
struct SyntaxCompiler: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax-compiler",
    abstract: "Count preferences of readings and links in trees and write syntax.table.",
    discussion: """
      Trees are files in CoNLL-U, made by hand or by `svodka tokens --format conllu`, whose surest \
      sentences are counted again. The same trees give the same bytes.

        swift run -c release syntax-compiler --trees gold.conllu:4 --trees news.conllu \\
          --measure other.conllu --note "gold.conllu (who, licence), news.conllu (what)" \\
          --output Sources/CSyntax/syntax.table
        swift run -c release syntax-compiler --show Sources/CSyntax/syntax.table
      """)

  @Option(
    help: ArgumentHelp(
      "Trees to count: FILE, or FILE:TIMES to count them more than once; :odd or :even takes half.",
      valueName: "file"))
  var trees: [String] = []

  @Option(help: ArgumentHelp("Trees to measure on, written as for --trees.", valueName: "file"))
  var measure: [String] = []

  @Option(help: "How often all trees are read for the links.")
  var epochs = 4

  @Option(help: "How often all trees are read for the readings.")
  var readingEpochs = 4

  @Option(help: "The most kinds of evidence about links that are held while counting.")
  var rows = 1_000_000

  @Option(help: "How often evidence about links must be met to be held; at most 255.")
  var threshold = 20

  @Option(help: "How many weights of readings the table keeps.")
  var readingWeights = 130_000

  @Option(help: "How many weights of links the table keeps.")
  var linkWeights = 560_000

  @Option(help: "What was counted, in words; stands in the table.")
  var note = ""

  @Option(help: ArgumentHelp("File to write.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Print what a table says of itself, and stop.", valueName: "table"))
  var show: String?

  func run() throws {
    if let show { return try printNote(of: show) }
    guard !trees.isEmpty, (1...255).contains(threshold) else {
      throw ValidationError("Give --trees FILE, and a --threshold from 1 to 255.")
    }
    let tokenizer = try Tokenizer()
    let buffer = try TokenBuffer()
    let reader = StructureReader(cache: MorphologyCache(words: buffer.words))
    let maker = ExampleMaker(buffer: buffer, tokenizer: tokenizer, reader: reader)
    var random = SplitMix(state: 42)
    let examples = try load(trees, maker).joined()
      .flatMap { Array(repeating: $0, count: $0.weight) }
      .shuffled(using: &random)
    let tests = try load(measure, maker)
    let readings = ReadingTrainer(buffer: buffer, tokenizer: tokenizer, reader: reader)
    let keptReadings = learn(readings, examples)
    let links = LinkTrainer(readings, rows: rows, threshold: threshold)
    learn(links, examples, tests)
    let writer = TableWriter(
      readings: keptReadings, links: links.table, most: linkWeights, note: note)
    learnAgain(links, keeping: writer.isKept, examples, tests)
    if let output { try Data(writer.bytes()).write(to: URL(fileURLWithPath: output)) }
  }

  private func printNote(of path: String) throws {
    let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    guard let note = bytes.withUnsafeBytes({ PreferenceTable.note(in: $0) }) else {
      throw ValidationError("\(path) is no table of syntax-compiler.")
    }
    print(note)
  }

  // MARK: Steps

  private func load(_ arguments: [String], _ maker: ExampleMaker) throws -> [[Example]] {
    try arguments.map { argument in
      let parts = argument.split(separator: ":").map(String.init)
      let file = try TreeFile(path: parts[0]) { number in
        !(parts.contains("odd") && number % 2 == 0) && !(parts.contains("even") && number % 2 == 1)
      }
      let times = parts.dropFirst().compactMap { Int($0) }.first ?? 1
      let examples = file.sentences.compactMap { maker.example($0, weight: times) }
      log("\(parts[0]): \(examples.count) of \(file.sentences.count) sentences")
      return examples
    }
  }

  /// Learns the readings; returns the weights that the table keeps, and leaves only them in force.
  private func learn(_ readings: ReadingTrainer, _ examples: [Example]) -> [ReadingWeight] {
    for epoch in 1...max(readingEpochs, 1) {
      var (words, wrong) = (0, 0)
      for example in examples {
        let found = readings.read(example, learns: true)
        (words, wrong) = (words + found.ambiguous, wrong + found.wrong)
      }
      log("readings, pass \(epoch): \(wrong) of \(words) words with several readings are wrong")
    }
    let kept = readings.table.averaged()
      .filter { abs($0.weight) > 0.05 }
      .sorted { ($0.importance, $0.key) > ($1.importance, $1.key) }
      .prefix(readingWeights)
    readings.table.replace(
      with: Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.weight) }))
    return Array(kept)
  }

  private func learn(_ links: LinkTrainer, _ examples: [Example], _ tests: [[Example]]) {
    for example in examples { links.countEvidence(example) }
    for epoch in 1...max(epochs, 1) {
      // Later passes go their own way too, so that mistakes already made are known.
      links.explores = epoch > 1
      pass(links, examples, "links, pass \(epoch)")
    }
    links.table.average()
    report(links, tests, "all weights")
  }

  /// Learns once more with the weights alone that the table keeps.
  private func learnAgain(
    _ links: LinkTrainer, keeping isKept: [Bool], _ examples: [Example], _ tests: [[Example]]
  ) {
    links.table.keep(isKept)
    for epoch in 1...2 { pass(links, examples, "kept weights, pass \(epoch)") }
    links.table.average()
    report(links, tests, "kept weights")
  }

  private func pass(_ links: LinkTrainer, _ examples: [Example], _ name: String) {
    var (steps, wrong) = (0, 0)
    for example in examples {
      let found = links.learn(example)
      (steps, wrong) = (steps + found.steps, wrong + found.wrong)
    }
    log("\(name): \(wrong) of \(steps) steps are wrong")
  }

  private func report(_ links: LinkTrainer, _ tests: [[Example]], _ title: String) {
    for (name, test) in zip(measure, tests) {
      var accuracy = Accuracy()
      for example in test { links.measure(example, &accuracy) }
      log("\(title), \(name): \(accuracy.description)")
    }
  }

  private func log(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// Numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
