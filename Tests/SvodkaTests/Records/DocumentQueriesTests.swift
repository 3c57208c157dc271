import Testing

@testable import Svodka

@Suite struct DocumentQueriesTests {
  private let text = "АО «Тобыл Моторс» выпустило 5 машин за 7 тенге. Директор компании Иван Петров уволен."

  @Test func recordsAreFoundByKindAndEntity() throws {
    let document = Extractor.shared.extract(text)
    #expect(document.mentions(of: .money).map(\.text) == ["7 тенге"])
    let mention = try #require(document.mentions(of: .organization).first)
    let entity = try #require(document.entity(mention))
    #expect(entity == document.entity(entity.id))
    #expect(document.mentions(of: entity).contains(mention))
    #expect(document.entity(EntityReference(entity: nil, name: "Никто")) == nil)
    for fact in document.facts { #expect(!document.text(of: fact, in: text).isEmpty) }
    #expect(document.facts(of: .quote).isEmpty)
  }

  @Test func recordsReadAsTheirJSON() {
    let document = Extractor.shared.extract("Завод выпустил 5 машин за 7 тенге.")
    #expect(
      document.mentions(of: .money).first?.description
        == #"money «7 тенге» {"amount":7,"currency":"KZT"}"#)
    #expect(document.description.contains("quantity «5 машин»"))
  }

  @Test func aWorkerTakesStrings() {
    let worker = Extractor.shared.makeWorker()
    #expect(worker.extract("Рост 5 %.", id: "1") == Extractor.shared.extract("Рост 5 %.", id: "1"))
  }
}

/// What a headline tells of the text below it.
@Suite struct HeadlineTests {
  @Test func itsNamesAreEvidence() {
    let text = "Вчера Вяткулин открыл цех. О планах Вяткулина рассказали позже."
    let worker = Extractor.shared.makeWorker()
    let document = worker.extract(text, title: "Министр Олег Вяткулин посетил завод")
    #expect(document.mentions(of: .person).allSatisfy { $0.text.hasPrefix("Вяткулин") })
    #expect(document.mentions(of: .person).count == 2)
    #expect(document.title == "Министр Олег Вяткулин посетил завод")
    // It makes no records of its own, and leaves nothing behind.
    #expect(worker.extract("Рост 5 %.", title: "Рост 7 %").mentions.count == 1)
  }

  @Test func itsDayIsTheAnchor() {
    let document = Extractor.shared.extract("Вчера открыли цех.", title: "Новости 15 декабря 2016 года")
    #expect(document.anchor == .dateline)
    #expect(document.mentions.first?.value == .date(
      DateSpan(from: CalendarDay("2016-12-14"), to: CalendarDay("2016-12-14"), grain: .day)))
  }
}
