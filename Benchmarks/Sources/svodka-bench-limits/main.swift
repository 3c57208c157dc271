import Foundation
import RussianMorphology
import RussianSyntax
import RussianText
import Svodka
import TextRules
import Workloads

// svodka-bench-limits [--smoke]
//
// What rules and gazetteers of a user's own cost, and whether texts and rules that mean ill stay
// linear. Every figure is a ratio of two measurements of the same run.

let smoke = CommandLine.arguments.contains("--smoke")
let rounds = smoke ? 1 : 3

/// The least time of several rounds.
func time(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<rounds).map { _ in clock.measure(work) / .seconds(1) }.min()!
}

/// The time over a text, and how many mentions it gives.
func measure(_ extractor: Extractor, _ documents: [[UInt8]]) -> (seconds: Double, mentions: Int) {
  let worker = extractor.makeWorker()
  var mentions = 0
  func run() {
    mentions = 0
    for document in documents {
      mentions += document.withUnsafeBufferPointer { worker.extract(utf8: $0, id: "") }
        .mentions.count
    }
  }
  run()
  return (time(run), mentions)
}

/// Memory that the process holds now, in megabytes.
func residentMegabytes() -> Double? {
  guard let status = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
    let pages = Double(status.split(separator: " ")[1])
  else { return nil }
  return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
}

func line(_ name: String, _ figure: Double, _ rest: String) {
  print(
    name.padding(toLength: 40, withPad: " ", startingAt: 0)
      + String(format: "%8.2f  ", figure) + rest)
}

/// Makes up words that no dictionary has.
struct WordMaker {
  private static let syllables = [
    "ба", "ве", "гу", "до", "жи", "зо", "ка", "лу", "ме", "но", "пи", "ра", "су", "то",
  ]
  var generator = SeededGenerator(seed: 7)

  mutating func word() -> String {
    var word = ""
    for _ in 0..<generator.int(3...5) { word += generator.pick(Self.syllables) }
    return word + "р"
  }

  mutating func words() -> String {
    var words = [word()]
    for _ in 1..<generator.int(1...3) + 1 { words.append(word()) }
    return words.joined(separator: " ")
  }
}

// MARK: Rules and gazetteers

func checkRules(_ documents: [[UInt8]]) throws {
  var maker = WordMaker()
  var words: Set<String> = []
  while words.count < 1000 { words.insert(maker.word()) }
  let sorted = words.sorted()
  let rules = sorted.enumerated().map { number, word in
    "rule r\(number)\n  match \(word) ..3 Number:n\n  set n = n.value\n"
  }
  let file = RuleFile("kind synthetic\n" + rules.joined(), path: "synthetic.rules")
  let alone = measure(try Extractor(), documents)
  let extended = try Extractor(rules: [file])
  let with = measure(extended, documents)
  let found = extended.extract("В списке \(sorted[500]) под номером 17.").mentions
  guard found.contains(where: { $0.kind.rawValue == "synthetic" }) else {
    throw Failure("the synthetic rules find nothing")
  }
  line("1,000 rules more", with.seconds / alone.seconds, "of the time without; limit 1.33")
}

func checkGazetteer(_ documents: [[UInt8]]) throws {
  let count = smoke ? 20_000 : 1_000_000
  var list = "# name\taliases\tnumber\n"
  var last = ""
  var maker = WordMaker()
  for number in 0..<count {
    last = maker.words()
    list += "\(last)\t-\t\(number)\n"
  }
  let gazetteer = Gazetteer(list, path: "firm.tsv")
  let alone = measure(try Extractor(), documents)
  let before = residentMegabytes()
  let clock = ContinuousClock()
  let bytes = Array(list.utf8)
  var searched = 0
  let search = time { searched = bytes.reduce(0) { $0 &+ ($1 == 10 ? 1 : 0) } }
  var extractor: Extractor?
  let loading = try clock.measure { extractor = try Extractor(gazetteers: [gazetteer]) }
  guard let extractor, searched == count + 1,
    extractor.extract("Это \(last).").mentions.contains(where: { $0.kind.rawValue == "firm" })
  else { throw Failure("the gazetteer finds nothing") }
  let with = measure(extractor, documents)
  line(
    "gazetteer of \(count) names", with.seconds / alone.seconds,
    "of the time without; limit 1.10")
  line(
    "its loading", loading / .seconds(1) / search,
    "times a pass over its \(list.utf8.count / 1_000_000) MB that counts lines")
  if let before, let after = residentMegabytes() {
    line("its memory", after - before, "MB, its own text aside; limit 100")
  }
}

// MARK: Ill-meant input

func checkLinearity() throws {
  let size = smoke ? 20_000 : 500_000
  let units = [
    "words": "и ", "opening quotes": "«", "digits": "7", "numbers": "7 ", "brackets": "(",
    "names": "Ли Ли ", "millions": "млн ", "percents": "5% ", "dashes": "– ", "titles": "глава ",
    "agreements": "компания «Лютик» подписала договор с ТОО «Василёк», её владелец рад, ",
  ]
  let extractor = try Extractor()
  for (name, unit) in units.sorted(by: { $0.key < $1.key }) {
    let times = [size / 2, size].map { size in
      let text = String(repeating: unit, count: size / unit.utf8.count)
      return measure(extractor, [Array(text.utf8)]).seconds
    }
    line("twice the \(name)", times[1] / times[0], "times the time; limit 2.3")
  }
  let rules = RuleFile(
    """
    kind hostile
    rule gaps
      match NOUN:a ..20 NOUN* ..20 NOUN* ..20 "конец"
      set a = text(a)
    rule repeats
      match ( NOUN NOUN? NOUN? ){1,20} "конец" NOUN:a
      where a is nomn
    """, path: "hostile.rules")
  let hostile = try Extractor(rules: [rules], builtIn: false)
  let times = [size / 8, size / 4].map { size in
    let text = String(repeating: "завод ", count: size / 11)
    return measure(hostile, [Array(text.utf8)]).seconds
  }
  line("twice the words for hostile rules", times[1] / times[0], "times the time; limit 2.3")
}

/// The time for the structure of one sentence made of a unit over and over, at n, 2n and 4n units.
func checkStructure() throws {
  let count = smoke ? 1_000 : 20_000
  let units = [
    "commas": "завод, ", "brackets": "(завод ", "relative clauses": "завод, который ",
    "conjunctions": "завод и ", "genitives": "завода ", "numbers": "5 ", "subjects": "он сказал ",
    "prepositions": "в завод на ", "adjectives": "новый ",
  ]
  let tokenizer = try Tokenizer()
  let buffer = try TokenBuffer()
  let reader = StructureReader(cache: MorphologyCache(words: buffer.words))
  var tree = SentenceTree()
  for (name, unit) in units.sorted(by: { $0.key < $1.key }) {
    let times = [count, 2 * count, 4 * count].map { count in
      tokenizer.tokenize(String(repeating: unit, count: count), into: buffer)
      return time { tree.read(0..<buffer.count, of: buffer, by: reader) }
    }
    let rest = String(format: "and %.2f times the time; limit 2.3", times[2] / times[1])
    line("structure: twice the \(name)", times[1] / times[0], rest)
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

do {
  let text = NewsText(seed: 2016, bytes: smoke ? 60_000 : 1_000_000)
  let documents = text.documents.map { Array($0.utf8) }
  try checkRules(documents)
  try checkGazetteer(documents)
  try checkLinearity()
  try checkStructure()
} catch {
  FileHandle.standardError.write(Data("svodka-bench-limits: \(error)\n".utf8))
  exit(1)
}
