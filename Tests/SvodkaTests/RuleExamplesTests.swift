import Svodka
import SvodkaTesting
import Testing
import TextRules

@Suite("the rules find what their examples mark")
struct RuleExamplesTests {
  static let extractor = Result { try Extractor(findsReferences: true) }

  @Test(arguments: (try? extractor.get().ruleExamples) ?? [])
  func example(_ example: RuleExample) throws {
    try example.check(with: Self.extractor.get())
  }

  @Test func builtInRulesCompileAndHaveExamples() throws {
    #expect(try !Self.extractor.get().ruleExamples.isEmpty)
  }
}
