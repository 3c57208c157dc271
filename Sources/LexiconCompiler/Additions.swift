import Foundation
import RussianMorphology

/// Our own words: each inflects like a word that the dictionary has.
///
///     # lemma   like      grammemes        seen in
///     акимат    аппарат                    акимат области сообщил
///     Астана    Москва    Geox             в Астане открылся форум
struct Additions {
  struct Word {
    let lemma: String
    let model: String
    /// Grammemes that the model's must contain, where the model is ambiguous.
    let required: Grammemes
    let added: Grammemes
    let removed: Grammemes
    let file: SourceFile
    let row: SourceFile.Row
  }

  private(set) var words: [Word] = []
  private(set) var headers: [String] = []

  init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    for name in names.sorted() where name.hasSuffix(".tsv") {
      let file = try SourceFile(path: folder + "/" + name)
      for row in file.rows { words.append(try Self.word(file, row)) }
    }
  }

  /// The third field: `+Geox -inan NOUN` adds, removes, requires.
  private static func word(_ file: SourceFile, _ row: SourceFile.Row) throws -> Word {
    guard row.fields.count >= 2, !row.fields[0].isEmpty, !row.fields[1].isEmpty else {
      throw file.error(row, "a line is: lemma, model, grammemes, where seen; with tabs between")
    }
    var required = Grammemes()
    var added = Grammemes()
    var removed = Grammemes()
    for change in row.fields.count > 2 ? row.fields[2].split(separator: " ") : [] {
      let name = change.drop { $0 == "+" || $0 == "-" }
      guard let grammeme = Grammemes(name: name) else {
        throw file.error(row, "no grammeme is named '\(name)'")
      }
      switch change.first {
      case "+": added.formUnion(grammeme)
      case "-": removed.formUnion(grammeme)
      default: required.formUnion(grammeme)
      }
    }
    return Word(
      lemma: row.fields[0].lowercased(), model: row.fields[1].lowercased(), required: required,
      added: added, removed: removed, file: file, row: row)
  }
}

extension SourceDictionary {
  /// Adds our words: the stem of each is what is left of its lemma when the model's ending is taken.
  mutating func add(_ additions: Additions) throws {
    var byLemma: [String: [Lexeme]] = [:]
    let wanted = Set(additions.words.map(\.model))
    for lexeme in lexemes {
      let lemma = lemma(lexeme)
      if wanted.contains(lemma) { byLemma[lemma, default: []].append(lexeme) }
    }
    var known = Set(lexemes.map { Inflected(paradigm: $0.paradigm, stem: $0.stem) })
    for word in additions.words {
      let lexeme = try self.lexeme(for: word, models: byLemma[word.model] ?? [])
      let inflected = Inflected(paradigm: lexeme.paradigm, stem: lexeme.stem)
      guard known.insert(inflected).inserted else {
        throw word.file.error(word.row, "'\(word.lemma)' is there already")
      }
      append(lexeme)
      byLemma[word.lemma, default: []].append(lexeme)
    }
  }

  /// What two lexemes must not share.
  private struct Inflected: Hashable {
    let paradigm: Int
    let stem: String
  }

  private mutating func lexeme(for word: Additions.Word, models: [Lexeme]) throws -> Lexeme {
    let fitting = models.filter { tags[paradigms[$0.paradigm][0].tag].contains(word.required) }
    guard let model = fitting.first else {
      throw word.file.error(word.row, "the dictionary has no '\(word.model)' to inflect like")
    }
    let forms = paradigms[model.paradigm]
    guard word.lemma.hasSuffix(forms[0].suffix) else {
      throw word.file.error(
        word.row, "'\(word.lemma)' does not end in '\(forms[0].suffix)' as '\(word.model)' does")
    }
    let changed = forms.map { form in
      var form = form
      let tag = tags[form.tag].subtracting(word.removed).union(word.added)
      form.tag = number(ofTag: tag)
      return form
    }
    return Lexeme(
      paradigm: number(ofParadigm: changed),
      stem: String(word.lemma.dropLast(forms[0].suffix.count)),
      isAddition: true)
  }
}
