import Foundation
import Testing

@testable import Svodka

@Suite("files in the binary")
struct EmbeddedFilesTests {
  /// Rule files and word lists as they lie in the sources, by path from their folder.
  static var sources: [String: Data] {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Svodka")
    var found: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init()
    where name.hasSuffix(".rules") || name.hasSuffix(".tsv") {
      found[name] = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path)
    }
    return found
  }

  @Test func everyFileIsEmbeddedAsItIs() {
    let sources = Self.sources
    #expect(!sources.isEmpty)
    for (name, data) in sources {
      // An empty one: run Sources/CRules/list-files.sh.
      #expect(BuiltInFiles.read(name).map { Data($0) } == data, "\(name)")
    }
  }

  @Test func everyRuleFileBelongsToAKind() {
    let known = BuiltInFiles.layers.flatMap(\.files)
    for name in Self.sources.keys where name.hasSuffix(".rules") {
      #expect(known.contains(name), "\(name) is in no layer of BuiltInKinds and not in the folder of a fact")
    }
  }
}
