import Testing

/// `svodka explain`, as a user of the program sees it.
@Suite("explain") struct ExplainTests {
  @Test func theTreeHasNamesAsOneWord() throws {
    let run = try Program.run(["explain", "АО «Ромашка» купило ТОО «Степной хлеб» за 3,5 млн тенге.", "--tree"])
    #expect(run.status == 0)
    #expect(
      run.output == """
        купило  root
          АО «Ромашка»  nsubj
          ТОО «Степной хлеб»  obj
          3,5 млн тенге  obl
            за  case

        """)
  }

  @Test func sentencesAreApart() throws {
    let run = try Program.run(["explain", "Завод строят. Цены растут.", "--tree"])
    #expect(run.output == "строят  root\n  Завод  obj\n\nрастут  root\n  Цены  nsubj\n")
  }

  @Test func aTreeIsOfSentencesNotOfRules() throws {
    let run = try Program.run(["explain", "Рост.", "--tree", "--why-not", "Рост", "--kind", "number"])
    #expect(run.status != 0)
    #expect(run.errors.contains("--tree shows sentences, --why-not rules: use one of them."))
  }
}
