import Testing
import TextRules

@Suite("broken facts and frames name the place and the remedy")
struct FrameFileErrorTests {
  private static let names = "kind firm\nrule name\n  match \"фирма\"\n"
  private static let fact = "kind sale\nfact\n  seller  firm\n  sum?  firm\n  status?  one of open closed\n"

  /// The message of the error in a file that sees records of the kind `firm`.
  private func error(_ source: String) -> String? {
    do {
      _ = try compile(["firm.rules": Self.names, "sale.rules": source])
      return nil
    } catch {
      return "\(error)"
    }
  }

  private func frame(_ lines: [String]) -> String? {
    error(Self.fact + "frame sells\n" + lines.map { "  \($0)\n" }.joined())
  }

  @Test func wholeFrameCompiles() {
    #expect(
      frame([
        "head продать", "seller subject | genitive of object[gent] | (\"у\" | \"от\")[gent]",
        "sum Firm in object", "let buyer firm = dative", "drop \"no firm\" when buyer is plur",
        "where seller is not plur", "set status = closed when head is past",
        "yes Фирма продала. => seller=Фирма", "no Фирма."]) == nil)
  }

  @Test(
    arguments: [
      ("kind sale\nfact\n", "2:1: the fact has no arguments; write one a line, indented: its name and "
        + "its type"),
      ("kind sale\nfact\n  seller\n", "3:9: a type is missing; write person, organization, place, "
        + "entity, date, measure, text, 'one of WORD WORD' or the kind of a record"),
      ("kind sale\nfact\n  seller firn\n", "3:10: nothing makes records of the kind 'firn'; did you "
        + "mean 'firm'?; a type is entity, measure, text or the kind of a record"),
      ("kind sale\nfact\n  head firm\n", "3:3: 'head' begins lines of frames, so no argument is "
        + "called so; choose another name"),
      ("kind firm\nfact\n  seller text\n", "2:1: 'firm' is a kind of the library, whose arguments are "
        + "declared; leave out 'fact' to add frames to it, or choose another kind"),
      ("frame sells\n  head продать\n", "1:1: no 'fact' declares the arguments of 'sale'; write it "
        + "above the frame"),
      ("kind sale\nfact\nseller  firm\n", "3:1: 'seller' begins a line inside a fact, frame or rule; "
        + "indent it"),
      ("fram sells\n", "1:1: 'fram' is no directive; did you mean 'frame'?; a line begins with kind, "
        + "replaces, lexicon, pattern, rule, fact, frame, extend or off"),
      ("head продать\n", "1:1: 'head' begins a line inside a fact, frame or rule; indent it"),
    ])
  func brokenDeclaration(source: String, expected: String) {
    #expect(error(source) == "sale.rules:" + expected)
  }

  @Test(
    arguments: [
      (["seller subject"],
        "6:1: the frame has no head line; add one: the word that names the event"),
      (["head продать", "sellr subject"],
        "8:3: the fact has no argument 'sellr'; did you mean 'seller'?; it has seller, sum, status"),
      (["head продать", "sum object"],
        "6:1: the frame never sets 'seller', without which there is no fact; give its path, or mark it "
          + "with '?' in the fact"),
      (["head продать", "seller subjekt"],
        "8:10: 'subjekt' is no step; did you mean 'subject'?; a path has subject, object, a case such "
          + "as genitive, a relation such as nmod, or a preposition in double quotes"),
      (["head продать", "seller subject[stake]"],
        "8:18: 'stake' is no word list and no grammeme; write a word form in double quotes"),
      (["head продать", "seller subject", "status object"],
        "9:3: 'status' is one of open, closed; give it with 'set status = WORD'"),
      (["head продать", "seller subject", "set status = shut"],
        "9:3: 'shut' is none of open, closed"),
      (["head продать", "seller subject", "drop seller is plur"],
        "9:3: write 'drop \"reason\" when CONDITION'"),
      (["head продать", "seller subject", "drop \" \" when seller is plur"],
        "9:3: write 'drop \"reason\" when CONDITION'"),
      (["head продать", "seller subject", "no Фирма. => seller=Фирма"],
        "9:3: a 'no' line finds nothing, so it has no arguments; leave out what follows '=>'"),
      (["head продать", "head купить", "seller subject"],
        "8:3: 'head' is defined twice; give one another name"),
    ])
  func brokenFrame(lines: [String], expected: String) {
    #expect(frame(lines) == "sale.rules:" + expected)
  }

  @Test func brokenFrameBeginsWith() {
    #expect(frame(["haed продать", "seller subject"])?.hasPrefix("sale.rules:7:8: ") == true)
    #expect(
      frame(["head продать", "seller genitive[datv]"])?
        .hasPrefix("sale.rules:8:19: no word can be") == true)
    #expect(
      frame(["head продать", "let seller firm = dative", "seller subject"])?
        .hasSuffix("'seller' is defined twice; give one another name") == true)
  }

  @Test func columnThatTheHeadHasNotIsAnError() {
    let source = Self.fact + "lexicon selling { продать }\nframe sells\n  head selling\n"
      + "  seller subject\n  where head.use = x\n"
    #expect(error(source)?.hasPrefix("sale.rules:10:") == true)
  }
}
