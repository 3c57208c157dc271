import Foundation
import Svodka
import SvodkaTesting
import Testing

@Suite("snapshots")
struct SnapshotTests {
  private let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots/written.tsv")

  @Test func theReleaseIsAsItWas() throws {
    let release = try Sample(releaseText, published: CalendarDay("2023-10-12"))
    try release.requireSnapshot("release")
  }

  @Test func aMissingSnapshotIsWrittenAndTold() throws {
    try? FileManager.default.removeItem(at: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let sample = try Sample("Рост составил 5 %.")
    #expect(throws: UnmetExpectation.self) { try sample.requireSnapshot("written", update: false) }
    try sample.requireSnapshot("written", update: false)
    let other = try Sample("Рост составил 6 %.")
    do {
      try other.requireSnapshot("written", update: false)
      Issue.record("the change passed")
    } catch let failure as UnmetExpectation {
      #expect(failure.description.contains("- percent\t5 %\t{\"value\":5}"))
      #expect(failure.description.contains("+ percent\t6 %\t{\"value\":6}"))
    }
    try other.requireSnapshot("written", update: true)
    try other.requireSnapshot("written", update: false)
  }
}
