import Foundation
import RussianMorphology

/// The dictionary as its text files tell it: tags, paradigms, stems and weights.
struct SourceDictionary {
  struct Form: Hashable {
    var prefix: String
    var suffix: String
    var tag: Int
  }

  struct Lexeme: Hashable {
    var paradigm: Int
    var stem: String
    /// From our own lists, not OpenCorpora's.
    var isAddition = false
    /// Hardly ever meant where another reading is possible.
    var isRare = false
  }

  private(set) var tags: [Grammemes] = []
  private(set) var paradigms: [[Form]] = []
  private(set) var lexemes: [Lexeme] = []
  /// Thousandths of a form's uses, by tag; keys are spelled with е for ё.
  private(set) var weights: [String: [(tag: Int, thousandths: Int)]] = [:]
  private(set) var about = ""

  private var tagNumbers: [Grammemes: Int] = [:]
  private var paradigmNumbers: [[Form]: Int] = [:]

  init(folder: String) throws {
    try readTags(SourceFile(path: folder + "/tags.tsv"))
    try readParadigms(SourceFile(path: folder + "/paradigms.tsv"))
    try readLexemes(SourceFile(path: folder + "/lexemes.tsv"))
    try readWeights(SourceFile(path: folder + "/weights.tsv"))
  }

  private mutating func readTags(_ file: SourceFile) throws {
    about = Self.about(file.header)
    for row in file.rows {
      var tag = Grammemes()
      for name in row.fields[1].split(whereSeparator: { $0 == "," || $0 == " " }) {
        guard let grammeme = Grammemes(name: name) else {
          throw file.error(row, "no grammeme is named '\(name)'")
        }
        tag.formUnion(grammeme)
      }
      if tagNumbers[tag] == nil { tagNumbers[tag] = tags.count }
      tags.append(tag)
    }
    // What a token that is no Russian word is tagged with: the last tags, in this order.
    for special in Lexicon.specialTags { _ = number(ofTag: special) }
  }

  /// A line of source and version and a line of licence, as the exported files' headers have them.
  private static func about(_ header: [String]) -> String {
    let licence = header.first { $0.hasPrefix("Licence:") } ?? ""
    let source = header.prefix { !$0.hasPrefix("Licence:") }.joined(separator: " ")
    let sentence = licence.range(of: ". Written").map { licence[..<$0.lowerBound] + "." }
    return source + "\n" + (sentence ?? Substring(licence))
  }

  private mutating func readParadigms(_ file: SourceFile) throws {
    for row in file.rows {
      let forms = try row.fields[1].split(separator: " ").map { text in
        guard let colon = text.lastIndex(of: ":"), let tag = Int(text[text.index(after: colon)...]),
          tags.indices.contains(tag)
        else { throw file.error(row, "'\(text)' is not prefix+suffix:tag") }
        let ending = text[..<colon]
        let plus = ending.firstIndex(of: "+")
        return Form(
          prefix: plus.map { String(ending[..<$0]) } ?? "",
          suffix: String(plus.map { ending[ending.index(after: $0)...] } ?? ending), tag: tag)
      }
      paradigmNumbers[forms] = paradigms.count
      paradigms.append(forms)
    }
  }

  private mutating func readLexemes(_ file: SourceFile) throws {
    for row in file.rows {
      guard let paradigm = Int(row.fields[0]), paradigms.indices.contains(paradigm) else {
        throw file.error(row, "no paradigm is numbered '\(row.fields[0])'")
      }
      for stem in row.fields[1].utf8.split(separator: UInt8(ascii: " ")) {
        let stem = String(Substring(stem))
        lexemes.append(Lexeme(paradigm: paradigm, stem: stem == "~" ? "" : stem))
      }
    }
  }

  private mutating func readWeights(_ file: SourceFile) throws {
    for row in file.rows {
      let word = String(row.fields[0])
      let folded = word.replacingOccurrences(of: "ё", with: "е")
      if folded != word, weights[folded] != nil { continue }
      weights[folded] = try row.fields[1].split(separator: " ").map { pair in
        let parts = pair.split(separator: ":")
        guard parts.count == 2, let tag = Int(parts[0]), let share = Int(parts[1]) else {
          throw file.error(row, "'\(pair)' is not tag:thousandths")
        }
        return (tag, share)
      }
    }
  }

  /// Marks the lexemes that a line of lemma and grammemes names; each must name one.
  mutating func readRare(_ file: SourceFile) throws {
    var wanted: [String: [(Grammemes, SourceFile.Row)]] = [:]
    for row in file.rows {
      let names = row.fields.count > 1 ? row.fields[1].split(separator: " ") : []
      let grammemes = names.compactMap { Grammemes(name: $0) }
      guard !names.isEmpty, grammemes.count == names.count else {
        throw file.error(row, "a line is: lemma, grammemes; with a tab between")
      }
      let tag = grammemes.reduce(into: Grammemes()) { $0.formUnion($1) }
      wanted[String(row.fields[0]), default: []].append((tag, row))
    }
    var found: Set<Int> = []
    for index in lexemes.indices {
      let tag = tags[paradigms[lexemes[index].paradigm][0].tag]
      for (rare, row) in wanted[lemma(lexemes[index])] ?? [] where tag.contains(rare) {
        lexemes[index].isRare = true
        found.insert(row.line)
      }
    }
    for row in file.rows where !found.contains(row.line) {
      throw file.error(row, "the dictionary has no such '\(row.fields[0])'")
    }
  }

  func lemma(_ lexeme: Lexeme) -> String {
    let form = paradigms[lexeme.paradigm][0]
    return form.prefix + lexeme.stem + form.suffix
  }

  mutating func number(ofTag tag: Grammemes) -> Int {
    if let known = tagNumbers[tag] { return known }
    tagNumbers[tag] = tags.count
    tags.append(tag)
    return tags.count - 1
  }

  mutating func number(ofParadigm forms: [Form]) -> Int {
    if let known = paradigmNumbers[forms] { return known }
    paradigmNumbers[forms] = paradigms.count
    paradigms.append(forms)
    return paradigms.count - 1
  }

  mutating func append(_ lexeme: Lexeme) { lexemes.append(lexeme) }
}
