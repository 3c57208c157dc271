import Testing

@testable import SvodkaDump

@Suite struct PathTextTests {
  @Test(arguments: [
    ("o", ".", "o", "", "o"), ("a/b.TXT", "a", "b.TXT", "txt", "a/b"), ("/c", "/", "c", "", "/c"),
    ("a.b/c/", "a.b", "c", "", "a.b/c"), (".hidden", ".", ".hidden", "", ".hidden"),
    ("/", "/", "/", "", "/"), ("a/x.", "a", "x.", "", "a/x"),
  ])
  func parts(_ path: String, _ folder: String, _ name: String, _ ending: String, _ stem: String) {
    let path = PathText(path)
    #expect(path.folder == folder)
    #expect(path.lastComponent == name)
    #expect(path.ending == ending)
    #expect(path.withoutEnding == stem)
  }
}
