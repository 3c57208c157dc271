import RussianMorphology
import RussianText
import Testing
import TextRules

/// What a rule asks of a place and of its sentence before it is tried must keep no match away.
@Suite("before a rule is tried")
struct StepSetTests {
  @Test func partsMayStandAnywhereInTheSentence() throws {
    let found = try run(
      ["t.rules": "rule a\n  match \"сбор\":x ..6 \"вырос\"\n  span x"],
      on: "Сбор зерна за год вырос. Сбор упал. Вырос сбор. Сбор вырос.")
    #expect(found.map(\.text) == ["Сбор", "Сбор"])
  }

  @Test func contextsAreAskedOfTheSentenceToo() throws {
    let found = try run(
      ["t.rules": "rule a\n  match @digits\n  before \"сорт\" | \"марка\"\n  after \"литров\""],
      on: "Сорт 5 литров. 6 литров. Марка 7. Марка 8 литров.")
    #expect(found.map(\.text) == ["5", "8"])
  }

  @Test func negatedContextsAskForNothing() throws {
    let found = try run(
      ["t.rules": "rule a\n  match @digits\n  not before \"сорт\"\n  not after \"литров\""],
      on: "Сорт 5. Взяли 6 литров. Дали 7 штук.")
    #expect(found.map(\.text) == ["7"])
  }

  @Test func anyOfManyBranchesBegins() throws {
    let branches = (0..<90).map { "\"слово\($0)\"" }.joined(separator: " | ")
    let found = try run(
      ["t.rules": "rule a\n  match (\(branches)) \"тут\""], on: "Слово0 тут. Слово89 тут. Слово90 тут.")
    #expect(found.map(\.text) == ["Слово0 тут", "Слово89 тут"])
  }

  @Test func theSecondTokenMayStandBehindALongRecord() throws {
    let found = try run(
      [
        "number.rules": "rule digits\n  match @digits+",
        "money.rules": "rule tenge\n  match (Number | \"сто\") (\"тысяч\" | \"тенге\")+",
      ], on: "Отдали 1 431 020 тенге, потом сто тысяч тенге и 5 рублей.")
    #expect(
      found.map(\.text) == ["1 431 020", "5", "1 431 020 тенге", "сто тысяч тенге"])
  }

  /// Nothing is asked of a sentence out of which a record reaches.
  @Test func aMatchMayFollowARecordIntoTheNextSentence() throws {
    let rules = try compile([
      "thing.rules": "rule word\n  match \"имя\"",
      "t.rules": "rule a\n  match Thing \"и\"",
    ])
    let buffer = try TokenBuffer()
    try Tokenizer().tokenize("Первое. Второе и третье.", into: buffer)
    #expect(buffer.sentences.count == 2)
    let matcher = RuleMatcher(
      rules: rules, buffer: buffer, morphology: MorphologyCache(words: buffer.words))
    matcher.begin()
    matcher.add(MatchedRecord(kind: 0, payload: 0, tokens: 0..<3))
    var found: [Range<Int>] = []
    matcher.run(layer: 1, sentences: 0..<2) { match in
      found.append(match.tokens)
      return 1
    }
    #expect(found == [0..<4])
  }

  @Test func capturesOfAnyLengthAreToldApart() throws {
    let names: [StaticString] = [
      "a", "b", "abc", "abd", "abcd", "abce", "abcdefg", "abcdefh", "abcdefgh", "abcdefgi",
      "abcdefghi", "abcdefghijklmno", "abcdefghijklmnp", "abcdefghijklmnop", "abcdefghijklmnoq",
      "abcdefghijklmnopqrst",
    ]
    let pattern = names.map { "\"слово\":\($0)" }.joined(separator: " ")
    let rules = try compile(["t.rules": "rule a\n  match \(pattern)"])
    let buffer = try TokenBuffer()
    let text = names.map { _ in "слово" }.joined(separator: " ")
    try Tokenizer().tokenize(text, into: buffer)
    let matcher = RuleMatcher(
      rules: rules, buffer: buffer, morphology: MorphologyCache(words: buffer.words))
    matcher.begin()
    var places: [Int?] = []
    matcher.run(layer: 0, sentences: 0..<1) { match in
      places = names.map { match.range($0)?.lowerBound }
      return 0
    }
    #expect(places == Array(0..<names.count))
  }
}
