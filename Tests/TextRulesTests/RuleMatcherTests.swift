import Testing
import TextRules

@Suite("matching")
struct RuleMatcherTests {
  @Test func literalWordsMatchInAnyCase() throws {
    let found = try run(
      ["t.rules": "rule a\n  match \"рост\" \"на\""], on: "РОСТ на 5. Роста на 6. рост на 7.")
    #expect(found.map(\.text) == ["РОСТ на", "рост на"])
  }

  @Test func lemmasMatchEveryForm() throws {
    let found = try run(
      ["t.rules": "rule a\n  match @digits рубль"], on: "Стоил 5 рублей, стал 6 рублями.")
    #expect(found.map(\.text) == ["5 рублей", "6 рублями"])
  }

  @Test func grammemesAskForOneAnalysis() throws {
    let found = try run(
      ["t.rules": "rule a\n  match \"без\" NOUN[gent sing]"], on: "Был без завода, без заводов.")
    #expect(found.map(\.text) == ["без завода"])
  }

  @Test func longerMatchWins() throws {
    let found = try run(
      ["t.rules": "rule short\n  match \"в\" \"том\"\nrule long\n  match \"в том числе\""],
      on: "Пять, в том числе два.")
    #expect(found == [Found(rule: "t.long", text: "в том числе")])
  }

  @Test func priorityBeatsLength() throws {
    let found = try run(
      ["t.rules": "rule short\n  match \"в\" \"том\"\n  priority 1\nrule long\n  match \"в том числе\""],
      on: "Пять, в том числе два.")
    #expect(found == [Found(rule: "t.short", text: "в том")])
  }

  @Test func discardKeepsOthersAway() throws {
    let found = try run(
      [
        "t.rules": """
        rule number
          match @digits
        rule code
          match "гост" @digits
          discard
        """
      ], on: "По ГОСТ 305 взяли 17.")
    #expect(found == [Found(rule: "t.number", text: "17")])
  }

  @Test func recordsOfEarlierLayersAreTokens() throws {
    let found = try run(
      [
        "number.rules": "rule digits\n  match @digits+",
        "money.rules": "rule tenge\n  match Number:amount \"тенге\"",
      ], on: "Отдали 1 431 тенге.")
    #expect(found.map(\.text) == ["1 431", "1 431 тенге"])
  }

  @Test func recordConditionsAskTheCaller() throws {
    let found = try run(
      [
        "number.rules": "rule digits\n  match @digits+",
        "money.rules": "rule long\n  match Number[length >= 2] \"тенге\"",
      ], on: "Отдали 5 тенге и 1 431 тенге.")
    #expect(found.last?.text == "1 431 тенге")
    #expect(found.count == 4 - 1)
  }

  @Test func wordListsTakeTheLongestEntry() throws {
    let list = "# form\tcode\nдоллар\tUSD\nдоллар \"сша\"\tUSD\n\"долл\"\tUSD\n"
    let files: KeyValuePairs = [
      "t.rules": "lexicon money = money.tsv\nrule a\n  match @digits money"
    ]
    let lists = ["money.tsv": list]
    #expect(
      try run(files, lists: lists, on: "Дали 5 долларов США и 6 долл. сверху.").map(\.text)
        == ["5 долларов США", "6 долл."])
  }

  @Test func gluedMeansNoSpace() throws {
    let found = try run(["t.rules": "rule a\n  match @digits ^\"%\""], on: "Это 5% и 6 %.")
    #expect(found.map(\.text) == ["5%"])
  }

  @Test func gapStopsAtClauseBorders() throws {
    let source = "rule a\n  match \"рост\" ..3 @digits"
    #expect(
      try run(["t.rules": source], on: "Рост цен составил 5. Рост, как видно, 6.").map(\.text)
        == ["Рост цен составил 5"])
  }

  @Test func contextIsOutsideTheRecord() throws {
    let source = "rule a\n  match @digits\n  before \"около\"\n  not after \"%\""
    #expect(try run(["t.rules": source], on: "Около 5, 6, около 7 %.").map(\.text) == ["5"])
  }

  @Test func spanNarrowsTheRecord() throws {
    let source = "rule a\n  match \"около\" @digits:n\n  span n"
    #expect(try run(["t.rules": source], on: "Около 5.").map(\.text) == ["5"])
  }

  @Test func agreementIsChecked() throws {
    let source = "rule a\n  match ADJF:a NOUN:n\n  where a ~ n"
    #expect(
      try run(["t.rules": source], on: "Новый завод.").map(\.text) == ["Новый завод"])
    #expect(try run(["t.rules": source], on: "Новый завода.").isEmpty)
  }

  @Test func sentenceBordersHold() throws {
    let source = "rule a\n  match \"рост\" @punct? \"цен\""
    #expect(try run(["t.rules": source], on: "Это рост. Цен нет.").isEmpty)
  }

  @Test func repeatedPartsTakeAsMuchAsPossible() throws {
    let source = "rule a\n  match \"и\"{2,3}"
    #expect(try run(["t.rules": source], on: "и и и и и").map(\.text) == ["и и и", "и и"])
  }

  @Test func alternativesAreTriedInOrder() throws {
    let source = "rule a\n  match (\"а\" | \"а\" \"б\") \"в\""
    #expect(try run(["t.rules": source], on: "а б в").map(\.text) == ["а б в"])
  }

  @Test func negatedTokenTakesOne() throws {
    let source = "rule a\n  match \"на\" !\"улице\""
    #expect(try run(["t.rules": source], on: "на улице на доме").map(\.text) == ["на доме"])
  }
}
