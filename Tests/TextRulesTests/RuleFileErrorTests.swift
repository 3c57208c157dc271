import Testing
import TextRules

@Suite("broken rule files name the place and the remedy")
struct RuleFileErrorTests {
  @Test(
    arguments: [
      ("rul a\n", "test.rules:1:1: 'rul' is no directive; did you mean 'rule'?; a line begins "
        + "with kind, replaces, lexicon, pattern, rule, fact, frame, extend or off"),
      ("rule a\n  mach \"x\"\n", "test.rules:2:3: 'mach' is no line of a rule; did you mean "
        + "'match'?; use match, before, "
        + "after, not, where, set, span, discard, priority, yes or no"),
      ("rule a\n  yes x\n", "test.rules:1:1: the rule has no match line; add one"),
      ("rule a\n  match rise \"на\"\n", "test.rules:2:9: no word list, pattern or grammeme is "
        + "named 'rise'; define it above, or write a word form in double quotes"),
      ("rule a\n  match @titel\n", "test.rules:2:9: '@titel' is no class of tokens; did you mean "
        + "'@title'?; see the table "
        + "of classes in the rule language"),
      ("lexicon rise { расти }\nrule a\n  match rsie\n", "test.rules:3:9: no word list, pattern or "
        + "grammeme is named 'rsie'; did you mean 'rise'?; define it above, or write a word form in "
        + "double quotes"),
      ("rule a\n  match NUON\n", "test.rules:2:9: no earlier layer makes records of the kind 'nuon'; "
        + "did you mean 'NOUN'?; a pattern sees earlier layers only"),
      ("rule a\n  match \"x\"[gnet]\n", "test.rules:2:13: 'gnet' is no grammeme; did you mean "
        + "'gent'?; use OpenCorpora's names, such as NOUN, gent, plur"),
      ("rule a\n  match \"x\":first\n  span frist\n", "test.rules:3:8: the pattern has no capture "
        + "':frist'; did you mean 'first'?; name one in the match line"),
      ("rule a\nmatch \"x\"\n", "test.rules:2:1: 'match' begins a line inside a fact, frame or "
        + "rule; indent it"),
      ("kind deal\nfact\nbuyer organization\n", "test.rules:3:1: 'buyer' begins a line inside a "
        + "fact, frame or rule; indent it"),
      ("rule a\n  match (\"x\"\n", "test.rules:2:9: '(' is not closed"),
      ("rule a\n  match \"x\n", "test.rules:2:9: '\"' is not closed"),
      ("rule a\n  match \"x\"{30}\n", "test.rules:2:12: '{30}' is no number of times; write {2} "
        + "or {1,3}, at most 20"),
      ("rule a\n  match (\"x\"?)+\n", "test.rules:2:15: what is repeated here may match nothing; "
        + "make one of its parts required"),
      ("rule a\n  match @any\n", "test.rules:1:1: the pattern has nothing rare to start from; add "
        + "a word, a word list, a record or a class"),
      ("rule a\n  match \"x\"\n  span y\n", "test.rules:3:8: the pattern has no capture ':y'; name "
        + "one in the match line"),
      ("rule a\n  match Money \"x\"\n", "test.rules:2:9: no earlier layer makes records of the "
        + "kind 'money'; a pattern sees earlier layers only"),
      ("lexicon a = b.tsv\n", "test.rules:1:9: there is no file 'b.tsv' beside the rule file"),
      ("rule a\n  match \"x\"\nrule a\n  match \"y\"\n", "test.rules:3:1: the rule 'a' stands "
        + "twice; give one another name"),
      ("  match \"x\"\n", "test.rules:1:3: 'match' stands outside a rule; begin the rule with "
        + "'rule NAME' at the start of a line"),
      ("rule a\n  match \"x\"\n  priority 12\n", "test.rules:3:3: '12' is no number that fits "
        + "here"),
      ("rule a\n  match !(\"x\" \"y\")\n", "test.rules:2:9: '!' needs something that stands for "
        + "one token"),
      ("rule a\n  match \"x\"[genitive]\n", "test.rules:2:13: 'genitive' is no grammeme; use "
        + "OpenCorpora's names, such as NOUN, gent, plur"),
      ("rule a\n  match \"x\":a\n  where a like b\n", "test.rules:3:9: cannot read the condition "
        + "'a like b'; write 'a ~ b', 'a is gent' or 'a.value > 0'"),
      ("rule a\n  match \"x\"\n  yes a [b\n", "test.rules:3:3: '[' is not closed"),
    ])
  func brokenFile(source: String, expected: String) {
    #expect(message(source) == expected)
  }

  @Test func unevenWordListNamesItsLine() {
    let text = message(
      "lexicon a = a.tsv\n", lists: ["a.tsv": "# form\tcode\nрубль\tRUB\tlost\n"])
    #expect(
      text == "a.tsv:2:1: the line has 3 columns, the header names 2; separate them by one tab each")
  }

  @Test func wholeFilesCompile() {
    #expect(message("rule a\n  match \"x\"\n") == nil)
  }
}
