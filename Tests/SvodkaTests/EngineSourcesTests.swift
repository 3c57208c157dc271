import Foundation
import Testing

/// Words are data: someone who knows Russian and no Swift can mend them.
@Suite("sources of the engine")
struct EngineSourcesTests {
  @Test("hold no Cyrillic outside comments", arguments: [
    "RussianText", "RussianMorphology", "TextRules", "Svodka",
  ])
  func noCyrillic(_ target: String) throws {
    let folder = Fixtures.folder.deletingLastPathComponent().appending(path: "Sources/\(target)")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var read = 0
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      read += 1
      let lines = try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
        let isPlain = !code.unicodeScalars.contains { (0x400...0x52F).contains($0.value) }
        #expect(isPlain, "\(file.lastPathComponent):\(number + 1): \(line)")
      }
    }
    #expect(read > 0)
  }
}
