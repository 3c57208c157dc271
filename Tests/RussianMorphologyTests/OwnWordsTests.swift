import Foundation
import RussianMorphology
import Testing

/// The word lists under `Lexicon/additions`.
@Suite struct OwnWordsTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Lexicon/additions")

  static func lists() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "tsv" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  @Test("every list names its source and its licence", arguments: try lists())
  func headers(_ list: URL) throws {
    let text = try String(contentsOf: list, encoding: .utf8)
    let header = text.split(separator: "\n").prefix { $0.hasPrefix("#") }.joined(separator: "\n")
    #expect(header.contains("Source: "))
    #expect(header.contains("Licence: "))
  }

  @Test("every word of every list is in the dictionary, as what the list says", arguments: try lists())
  func words(_ list: URL) throws {
    let text = try String(contentsOf: list, encoding: .utf8)
    let rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(!rows.isEmpty)
    for row in rows {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      let lemma = fields[0].lowercased()
      var added = Grammemes()
      for change in fields[2].split(separator: " ") {
        let grammeme = try #require(Grammemes(name: change.drop { $0 == "+" || $0 == "-" }))
        if change.hasPrefix("-") { added.subtract(grammeme) } else { added.formUnion(grammeme) }
      }
      #expect(
        Lexicon.embedded.analyses(of: lemma).contains {
          $0.lemma == lemma && $0.grammemes.contains(added)
        }, "\(lemma) \(added)")
    }
  }

  @Test(
    "names of Kazakhstan inflect",
    arguments: [
      ("шымкенте", "шымкент", [.Geox, .loct]), ("кызылорды", "кызылорда", [.Geox, .gent]),
      ("актобе", "актобе", [.Geox, .Fixd]), ("таразом", "тараз", [.Geox, .ablt]),
      ("целинограде", "целиноград", [.Geox, .loct]), ("костаная", "костанай", [.Geox, .gent]),
      ("айгуль", "айгуль", [.Name, .femn]), ("толегену", "толеген", [.Name, .masc, .datv]),
      ("жумабеку", "жумабек", [.Name, .masc, .datv]), ("тенге", "тенге", [.Fixd]),
      ("тиынов", "тиын", [.gent, .plur]), ("акиматом", "акимат", [.ablt]),
      ("евробондов", "евробонд", [.gent, .plur]), ("мангистауской", "мангистауский", [.ADJF]),
      ("еаэс", "еаэс", [.Abbr]),
    ] as [(String, String, Grammemes)])
  func inflection(_ form: String, _ lemma: String, _ grammemes: Grammemes) {
    #expect(
      Lexicon.embedded.analyses(of: form).contains {
        $0.lemma == lemma && $0.grammemes.contains(grammemes)
      }, "\(form): \(Lexicon.embedded.analyses(of: form))")
  }
}
