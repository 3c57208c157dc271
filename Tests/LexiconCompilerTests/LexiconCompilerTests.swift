import Foundation
import RussianMorphology
import Testing

@testable import lexicon_compiler

/// A dictionary of a few words, compiled from text files and read back.
@Suite struct LexiconCompilerTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "lexicon-\(UUID().uuidString)")
    for name in ["opencorpora", "additions", "corrections"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try write(
      "opencorpora/tags.tsv",
      """
      # A dictionary of a few words, revision 7,
      # by hand.
      # Licence: none needed. Written by a test.
      0\tNOUN,inan,masc sing,nomn
      1\tNOUN,inan,masc sing,gent
      2\tNOUN,inan,masc plur,gent
      3\tVERB,impf,tran sing,past,indc,femn
      """)
    try write(
      "opencorpora/paradigms.tsv",
      """
      0\t:0 а:1 ов:2
      1\tала:3
      """)
    try write(
      "opencorpora/lexemes.tsv",
      """
      0\tзавод ёрш стол
      1\tпил
      """)
    try write("opencorpora/weights.tsv", "завода\t1:1000")
    try write("additions/own.tsv", "акимат\tстол\t+Geox\tакимат города")
    try write("corrections/rare.tsv", "ёрш\tNOUN")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data((text + "\n").utf8).write(to: folder.appending(path: name))
  }

  private func compile() throws -> [UInt8] {
    let output = folder.appending(path: "out.lexicon").path
    try LexiconCompiler.parse(["--source", folder.path, "--output", output]).run()
    return [UInt8](try Data(contentsOf: URL(filePath: output)))
  }

  private func withLexicon<T>(_ body: (Lexicon) throws -> T) throws -> T {
    let bytes = try compile()
    return try withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 8) { memory in
      memory.copyBytes(from: bytes)
      return try body(try #require(Lexicon(mapping: UnsafeRawBufferPointer(memory))))
    }
  }

  @Test func formsLeadToTheirLemmas() throws {
    try withLexicon { lexicon in
      #expect(lexicon.analyses(of: "заводов").map(\.lemma) == ["завод"])
      #expect(lexicon.analyses(of: "заводов").first?.grammemes.contains([.plur, .gent]) == true)
      #expect(lexicon.analyses(of: "пилала").first?.grammemes.contains(.VERB) == true)
      #expect(lexicon.analyses(of: "ерша").map(\.lemma) == ["ёрш"])
      #expect(lexicon.analyses(of: "стола").map(\.lemma) == ["стол"])
      #expect(lexicon.analyses(of: "столу").isEmpty)
    }
  }

  @Test func ownWordsInflectLikeTheirModels() throws {
    try withLexicon { lexicon in
      #expect(lexicon.analyses(of: "акиматов").map(\.lemma) == ["акимат"])
      #expect(lexicon.analyses(of: "акимата").first?.grammemes.contains([.Geox, .gent]) == true)
      #expect(lexicon.analyses(of: "стола").first?.grammemes.contains(.Geox) == false)
    }
  }

  @Test func sourceAndLicenceAreInTheFile() throws {
    try withLexicon { lexicon in
      #expect(
        lexicon.about == "A dictionary of a few words, revision 7, by hand.\nLicence: none needed.")
    }
  }

  @Test func theSameSourcesGiveTheSameBytes() throws {
    let first = try compile()
    for _ in 0..<5 { #expect(try compile() == first) }
  }

  @Test func checkTellsWhetherTheFileIsWhatTheSourcesGive() throws {
    _ = try compile()
    let output = folder.appending(path: "out.lexicon").path
    let check = ["--source", folder.path, "--output", output, "--check"]
    try LexiconCompiler.parse(check).run()
    try write("additions/own.tsv", "акимат\tстол\t\tакимат города")
    #expect(throws: (any Error).self) { try LexiconCompiler.parse(check).run() }
  }

  @Test(
    "an error names file, line and reason",
    arguments: [
      ("additions/own.tsv", "ангар\tсарай", "own.tsv:1: the dictionary has no 'сарай' to inflect like"),
      ("additions/own.tsv", "пила\tпилала", "own.tsv:1: 'пила' does not end in 'ала'"),
      ("additions/own.tsv", "# Words\nангар\tстол\t+Gox", "own.tsv:2: no grammeme is named 'Gox'"),
      ("additions/own.tsv", "стол\tзавод", "own.tsv:1: 'стол' is there already"),
      ("additions/own.tsv", "ангар", "own.tsv:1: a line is: lemma, model"),
      ("corrections/rare.tsv", "сарай\tNOUN", "rare.tsv:1: the dictionary has no such 'сарай'"),
      ("opencorpora/tags.tsv", "0\tNOUN,foo", "tags.tsv:1: no grammeme is named 'foo'"),
      ("opencorpora/paradigms.tsv", "0\tа", "paradigms.tsv:1: 'а' is not prefix+suffix:tag"),
    ])
  func errors(_ file: String, _ text: String, _ message: String) throws {
    try write(file, text)
    do {
      _ = try compile()
      Issue.record("no error")
    } catch { #expect("\(error)".contains(message)) }
  }
}
