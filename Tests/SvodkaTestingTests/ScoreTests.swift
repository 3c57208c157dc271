import Foundation
import Svodka
import SvodkaTesting
import Testing

@Suite("scores")
struct ScoreTests {
  private static func gold(_ lines: String, text: String) throws -> GoldSet {
    try GoldFolder.with(["a.txt": text, "a.gold.tsv": lines]) { try GoldSet(contentsOf: $0) }
  }

  private static func predicted(_ json: String) throws -> PredictedDocument {
    try #require(PredictedDocument(try JSONValue(json.utf8)))
  }

  /// Ten gold lines and nine predictions, counted by hand; the measurements' script says the same.
  @Test func figuresAreThoseCountedByHand() throws {
    //          0         1         2         3         4         5         6
    //          0123456789012345678901234567890123456789012345678901234567890123456
    let text = "Рост 5 %, спад 7 %. АО «Заря» дало 3 млн тенге, ещё 2 млн и 1 тонну. Ира Ли."
    let set = try Self.gold(
      """
      percent\t5 %\t{"value":5}
      percent\t7 %\t{"value":7}
      organization\tАО «Заря»\t{"name":"Заря","legalForm":"АО"}
      money\t3 млн тенге\t{"amount":3000000,"currency":"KZT","bound":"exact"}
      money\t2 млн\t{"amount":2000000}
      ? quantity\t1 тонну\t{"value":1}
      person\tИра Ли\t{"family":"Ли"}
      place\tЗаря\t{"name":"Заря"}
      fact:change\t{"indicator":"рост","direction":"up","percent":5}
      fact:change\t{"indicator":"спад","direction":"down"}
      """, text: text)
    let found = try Self.predicted(
      """
      {"id":"a","mentions":[
        {"kind":"percent","start":5,"end":8,"text":"5 %","value":{"value":5}},
        {"kind":"percent","start":15,"end":18,"text":"7 %","value":{"value":8}},
        {"kind":"organization","start":24,"end":28,"text":"Заря",
         "value":{"name":"ЗАРЯ","legalForm":"АО"}},
        {"kind":"money","start":35,"end":46,"text":"3 млн тенге",
         "value":{"amount":3000000,"currency":"KZT"}},
        {"kind":"quantity","start":52,"end":57,"text":"2 млн","value":{"value":2000000}},
        {"kind":"quantity","start":60,"end":67,"text":"1 тонну","value":{"value":1}},
        {"kind":"person","start":69,"end":75,"text":"Ира Ли","value":{"family":"Ли"}},
        {"kind":"person","start":0,"end":4,"text":"Рост","value":{"family":"Рост"}},
        {"kind":"place","start":0,"end":4,"text":"Рост","value":{"name":"Рост"}}],
       "facts":[
        {"kind":"change","indicator":"рост цен","direction":"up","by":{"value":5}},
        {"kind":"change","indicator":"спад","direction":"up"}]}
      """)
    let score = Score(set, predicted: [found])
    func figures(_ kind: String) -> [Int] {
      let figures = score[kind]
      return [figures.gold, figures.found, figures.overlapping, figures.exact, figures.right]
    }
    #expect(figures("percent") == [2, 2, 2, 2, 1])
    // «Заря» has 4 of the 9 letters of «АО «Заря»», which is less than half.
    #expect(figures("organization") == [1, 1, 0, 0, 0])
    #expect(figures("money") == [2, 1, 1, 1, 1])
    // The quantity that the gold doubts is not counted; the other stands where money should.
    #expect(figures("quantity") == [0, 1, 0, 0, 0])
    #expect(figures("person") == [1, 2, 1, 1, 1])
    #expect(figures("place") == [1, 0, 0, 0, 0])
    #expect(figures("fact:change") == [2, 2, 1, 1, 1])
    #expect(score["place"].precision == nil)
    #expect(score["percent"].valueAccuracy == 0.5)
    #expect(score["money"].f1 == 2.0 / 3)
    // 4 right of 8 gold (without the place) and 9 found.
    #expect(score.micro.f1 == 8.0 / 17)
    #expect(
      score.confusionLines == ["1 × money taken for quantity", "1 × place taken for organization"])
    #expect(score.errors.map(\.outcome.rawValue).sorted() == [
      "extra", "extra", "extra", "extra", "miss", "miss", "miss", "miss", "value",
    ])
    #expect(
      score.errors[0].description
        == #"value a percent «7 %» wants {"value":7} – found percent «7 %» {"value":8}"#)
    #expect(
      score.description.contains(
        "money                   2        1    1.000    0.500    0.667    1.000    0.500    0.667"))
    #expect(score.json.contains(#""fact:change":{"exact":1,"#))
  }

  @Test func aMissingPredictionIsToldAndCounted() throws {
    let set = try Self.gold("percent\t5 %\t{\"value\":5}", text: "Рост 5 %.")
    let score = Score(set, predicted: [])
    #expect(score.missingDocuments == ["a"])
    #expect(score["percent"].recall == 0)
    #expect(score["percent"].precision == nil)
  }

  @Test func whatAChangeGainedAndLost() throws {
    let set = try Self.gold(
      "percent\t5 %\t{\"value\":5}\npercent\t7 %\t{\"value\":7}", text: "Рост 5 %, спад 7 %.")
    let before = try Self.predicted(
      """
      {"id":"a","mentions":[
        {"kind":"percent","start":5,"end":8,"text":"5 %","value":{"value":5}},
        {"kind":"person","start":0,"end":4,"text":"Рост","value":{}}]}
      """)
    let after = try Self.predicted(
      """
      {"id":"a","mentions":[
        {"kind":"percent","start":5,"end":8,"text":"5 %","value":{"value":50}},
        {"kind":"percent","start":15,"end":18,"text":"7 %","value":{"value":7}},
        {"kind":"place","start":0,"end":4,"text":"Рост","value":{}},
        {"kind":"money","start":0,"end":4,"text":"Рост","value":{}}]}
      """)
    let comparison = ScoreComparison(
      from: Score(set, predicted: [before]), to: Score(set, predicted: [after]))
    #expect(comparison.gained.map(\.text) == ["7 %"])
    #expect(comparison.lost.map(\.text) == ["5 %"])
    #expect(comparison.newExtras.map(\.kind) == ["money"])
    #expect(comparison.goneExtras.map(\.kind) == ["person"])
    let lines = comparison.description.split(separator: "\n")
    #expect(lines.contains("percent: F1 0.667 → 0.500, right 1 → 1, found 1 → 2"))
    #expect(
      lines.contains(
        #"- value a percent «5 %» wants {"value":5} – found percent «5 %» {"value":50}"#))
  }

  @Test func theNumberOfAMentionIsNoPartOfAFact() throws {
    let set = try Self.gold("percent\t5 %\t{\"value\":5}", text: "Рост 5 %.")
    let runs = try [3, 4].map { number in
      try Self.predicted(
        """
        {"id":"a","mentions":[],"facts":[{"kind":"change","start":0,"end":8,"indicator":"рост",
          "direction":"up","by":{"mention":\(number),"kind":"percent","value":5},"rule":"r\(number)",
          "organization":{"entity":"org\(number)","name":"Заря"}}]}
        """)
    }
    let comparison = ScoreComparison(
      from: Score(set, predicted: [runs[0]]), to: Score(set, predicted: [runs[1]]))
    #expect(comparison.newExtras.isEmpty && comparison.goneExtras.isEmpty, "\(comparison)")
    #expect(comparison.after.verdicts.last?.found.contains(#""organization":"Заря""#) == true)
  }

  /// Arguments of the short form against the library's own facts.
  @Test(arguments: [
    #"fact:role {"person":"Айгуль Сатпаева","position":"председатель","organization":"Тобыл Моторс"}"#,
    #"fact:indicator {"indicator":"выпуск","value":41250,"change":{"direction":"up","percent":18.4}}"#,
    #"fact:indicator {"indicator":"выпуск машин","value":41250,"from":"2023-01-01"}"#,
  ])
  func factsOfTheShortFormAreMet(_ line: String) throws {
    let set = try Self.gold(line.replacing(" {", with: "\t{", maxReplacements: 1), text: releaseText)
    let score = Score(set, predicted: set.extracted(with: try Extractor()))
    #expect(score.verdicts.contains { $0.outcome == .right }, "\(score.verdicts)")
    let wrong = line.replacing("Сатпаева", with: "Нурова").replacing("41250", with: "41251")
    let other = try Self.gold(
      wrong.replacing(" {", with: "\t{", maxReplacements: 1), text: releaseText)
    let miss = Score(other, predicted: set.extracted(with: try Extractor()))
    #expect(miss.verdicts.contains { $0.outcome == .miss })
  }
}
