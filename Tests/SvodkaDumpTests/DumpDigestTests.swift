import Svodka
import Testing

@testable import SvodkaDump

@Suite("summary")
struct DumpDigestTests {
  // MARK: Names

  @Test func fewNamesAreCountedExactly() {
    var counts = NameCounts(capacity: 4)
    for name in ["b", "a", "c", "a", "b", "a"] { counts.add(name, mentions: 2) }
    var total = NameCounts(capacity: 4)
    total.add(counts)
    #expect(total.error == 0)
    #expect(total.commonest(2).map(\.name) == ["a", "b"])
    #expect(total.commonest(9).map(\.count.documents) == [3, 2, 1])
    #expect(total.commonest(1)[0].count.mentions == 6)
  }

  @Test func manyNamesTakeBoundedRoomAndTheCommonestStay() {
    var total = NameCounts(capacity: 100)
    var truth: [String: Int] = [:]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      var batch = NameCounts(capacity: 100)
      for _ in 0..<50 {
        // Few names that are common among very many that are rare.
        let isCommon = Bool.random(using: &random)
        let name =
          isCommon ? "c\(Int.random(in: 0..<10))" : "r\(Int.random(in: 0..<1_000_000))"
        batch.add(name, mentions: 1)
        truth[name, default: 0] += 1
      }
      total.add(batch)
      #expect(total.counts.count <= 100)
    }
    #expect(total.error > 0)
    let found = total.commonest(10)
    #expect(Set(found.map(\.name)) == Set((0..<10).map { "c\($0)" }))
    for (name, count) in found {
      #expect(count.documents <= truth[name]!)
      #expect(count.documents + total.error >= truth[name]!)
    }
  }

  @Test func namesThatTieComeInOneOrder() {
    var counts = NameCounts(capacity: 10)
    for name in ["я", "б", "а", "в"] { counts.add(name, mentions: 1) }
    #expect(counts.commonest(3).map(\.name) == ["а", "б", "в"])
  }

  // MARK: Changes

  private func change(_ percent: Double, _ indicator: String, _ document: String = "d")
    -> LargeChange
  {
    LargeChange(percent: percent, amount: "\(percent) %", indicator: indicator, document: document)
  }

  @Test func theLargestChangesStay() {
    var changes = LargeChanges(limit: 3)
    for (number, percent) in [5, 40, 1, 7, 90, 7, .infinity].enumerated() {
      changes.add(change(percent, "i\(number)", "d\(number)"))
    }
    #expect(changes.changes.map(\.percent) == [90, 40, 7])
    // Of equal ones the earlier; the same news counts once.
    #expect(changes.changes[2].document == "d3")
    changes.add(change(90, "i4", "copy"))
    #expect(changes.changes.map(\.document) == ["d4", "d1", "d3"])
  }

  @Test func timesAreComparedAsPercents() {
    #expect(LargeChange.percent(times: 3, .up) == 200)
    #expect(LargeChange.percent(times: 4, .down) == 75)
  }

  // MARK: Documents

  private var limits: DumpDigest.Limits { DumpDigest.Limits(top: 5, names: 1000) }

  /// The summary of the sample documents, twice over: extracted, and from the lines written of them.
  private func summaries() throws -> (extracted: DumpDigest, read: DumpDigest) {
    var extracted = DocumentTally(limits: limits), read = DocumentTally(limits: limits)
    for (source, document) in zip(Sample.sources, Sample.documents) {
      extracted.add(document)
      var writer = JSONLineWriter()
      writer.append(document, text: source.text)
      let isRecord = writer.bytes.withUnsafeBufferPointer {
        RecordLineReader.count($0, into: &read)
      }
      #expect(isRecord)
    }
    return (extracted.summary, read.summary)
  }

  @Test func recordsCountAsTheDocumentsThatTheyWereMadeOf() throws {
    let (extracted, read) = try summaries()
    #expect(extracted.documents == Sample.documents.count)
    #expect(read.documents == extracted.documents)
    #expect(read.entities == extracted.entities)
    #expect(read.mentions == extracted.mentions)
    #expect(read.facts == extracted.facts)
    #expect(read.largestRises == extracted.largestRises)
    #expect(read.largestFalls == extracted.largestFalls)
    for sort in DumpDigest.Sort.allCases {
      #expect(read.list(sort).rows.map(\.name) == extracted.list(sort).rows.map(\.name))
      #expect(read.list(sort).rows.map(\.documents) == extracted.list(sort).rows.map(\.documents))
      #expect(read.list(sort).rows.map(\.mentions) == extracted.list(sort).rows.map(\.mentions))
    }
  }

  @Test func aMadeDocumentIsCounted() {
    var tally = DocumentTally(limits: limits)
    tally.add(Sample.made)
    let summary = tally.summary
    #expect(summary.list(.companies).rows.map(\.name) == ["Тобыл Моторс"])
    #expect(summary.list(.people).rows.map(\.name) == ["Марат Оспанов"])
    #expect(summary.list(.currencies).rows.map(\.name) == ["KZT"])
    #expect(summary.list(.indicators).rows.map(\.name).sorted() == ["выручка", "продажи"])
    #expect(summary.mentions["percent"] == 2)
    #expect(summary.facts["ownership"] == 1)
    #expect(summary.largestRises.map(\.amount) == ["18.4 %"])
    #expect(summary.largestRises.first?.organization == "Тобыл Моторс")
    #expect(summary.largestFalls.map(\.percent) == [50])
    #expect(summary.largestFalls.map(\.amount) == ["2 times"])
  }

  @Test func aDocumentWithANameTwiceIsOneDocument() {
    var tally = DocumentTally(limits: limits)
    tally.begin()
    tally.mention("money", currency: "KZT")
    tally.mention("money", currency: "KZT")
    tally.end()
    let row = tally.summary.list(.currencies).rows[0]
    #expect(row.documents == 1 && row.mentions == 2)
  }

  @Test(
    "a line that is none of svodka's is told from one that is",
    arguments: [
      (#"{"id":"1","anchor":"none","mentions":[],"entities":[],"facts":[]}"#, true),
      (#" {"mentions":[{"kind":"money","value":{"currency":"\u004bZT"}}],"other":{"a":[1,{}]}} "#, true),
      (#"{"id":"1","text":"mentions"}"#, false), (#"{"id":"1","mentions":[]"#, false),
      (#"{"id":"1","mentions":[]} x"#, false), (#"{"mentions":{}}"#, false), ("", false),
      ("[]", false), (#"{"mentions":[],"facts":[{"by":{"times":"x"}}]}"#, false),
      (#"{"mentions":["#, false), (#"{"mentions":[],"a":"\"#, false),
    ])
  func lines(line: String, isRecord: Bool) {
    var tally = DocumentTally(limits: limits)
    var line = line
    #expect(line.withUTF8 { RecordLineReader.count($0, into: &tally) } == isRecord)
    #expect(tally.summary.documents == (isRecord ? 1 : 0))
  }

  @Test func linesOfAnyBytesDoNoHarm() throws {
    var random = SystemRandomNumberGenerator()
    var writer = JSONLineWriter()
    writer.append(Sample.made, text: Sample.sources[Sample.madeNumber].text)
    for _ in 0..<2000 {
      var bytes = writer.bytes
      for _ in 0..<3 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        if Bool.random(using: &random) {
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        } else {
          bytes.removeSubrange(place...)
          if bytes.isEmpty { bytes = [0x7B] }
        }
      }
      var tally = DocumentTally(limits: limits)
      _ = bytes.withUnsafeBufferPointer { RecordLineReader.count($0, into: &tally) }
    }
  }
}
