import Testing

@Suite("svodka --version") struct VersionTests {
  @Test func isANumber() throws {
    let outcome = try Program.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func verboselyNamesTheDictionaryAndItsLicence() throws {
    let outcome = try Program.run(["--version", "--verbose"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("OpenCorpora dictionary, revision 417150"))
    #expect(outcome.output.contains("Licence: Creative Commons Attribution-ShareAlike 3.0."))
  }
}
