import Svodka
import SvodkaTesting
import Testing

/// Some records of a document, with what they refer to.
@Suite("a document with some of its records") struct KeepingTests {
  private let text = """
    АО «Тобыл» владеет 30 % акций ТОО «Ромашка». Выручка АО «Тобыл» в 2015 году составила 5 млн тенге. \
    Директор ТОО «Ромашка» Иван Кравчук приехал в Астану.
    """
  private var document: Document { Extractor.shared.extract(text, published: CalendarDay("2016-12-15")) }

  @Test func mentionsOfOneKind() {
    let kept = document.keeping(mentions: { $0.kind == .money }, facts: { _ in false })
    #expect(kept.mentions.map(\.text) == ["5 млн тенге"])
    #expect(kept.entities.isEmpty && kept.facts.isEmpty)
  }

  @Test func mentionsBringTheirEntities() {
    let kept = document.keeping(mentions: { $0.kind == .organization }, facts: { _ in false })
    #expect(kept.mentions.count == 4)
    #expect(kept.entities.map(\.name) == ["Тобыл", "Ромашка"])
    #expect(kept.brokenPromises(in: text) == [])
  }

  @Test func factsBringWhatTheyReferTo() throws {
    let kept = document.keeping(mentions: { _ in false }, facts: { $0.kind == .ownership })
    #expect(kept.brokenPromises(in: text) == [])
    #expect(kept.entities.count == 2)
    guard case .ownership(let ownership)? = kept.facts.first?.statement else {
      return #expect(Bool(false), "there is no ownership")
    }
    let share = try #require(ownership.share?.mention)
    #expect(kept.mentions[share].text == "30 %")
    #expect(!kept.mentions.contains { $0.kind == .money })
  }

  @Test("whatever is left out, what is left holds", arguments: 0..<64)
  func anyPart(pattern: Int) {
    let whole = document
    func isWanted(_ number: Int) -> Bool { pattern >> (number % 6) & 1 == 1 }
    var (mention, fact) = (0, 0)
    let kept = whole.keeping(
      mentions: { _ in
        mention += 1
        return isWanted(mention)
      },
      facts: { _ in
        fact += 1
        return isWanted(fact + 3)
      })
    #expect(kept.brokenPromises(in: text) == [])
    #expect(kept.facts.count <= whole.facts.count)
    #expect(pattern != 63 || kept == whole)
  }
}
