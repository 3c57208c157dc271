import Svodka
import Testing

@Suite("mentions merge into entities")
struct EntityTests {
  /// The entities of a text, `name: text | text`.
  private func entities(_ text: String, _ kind: MentionKind) -> [String] {
    let document = Extractor.shared.extract(text)
    return document.entities.filter { $0.kind == kind }.map { entity in
      entity.name + ": "
        + entity.mentions.map { document.mentions[$0].text }.joined(separator: " | ")
    }
  }

  @Test func surnameJoinsFullName() {
    let text = "Выступил Олег Алферов. Алферову возразили. По словам Алферова, всё готово."
    #expect(entities(text, .person) == ["Олег Алферов: Олег Алферов | Алферову | Алферова"])
  }

  @Test func surnameJoinsWhoeverHasItsGender() {
    let text = "Олег Алферов и Мария Алферова приехали. Алферовой дали слово."
    #expect(
      entities(text, .person) == [
        "Олег Алферов: Олег Алферов", "Мария Алферова: Мария Алферова | Алферовой",
      ])
  }

  @Test func initialsJoinGivenName() {
    let text = "Доклад сделал О. П. Алферов. Позже Олег Алферов ответил на вопросы."
    #expect(entities(text, .person).count == 1)
  }

  @Test func otherInitialIsSomebodyElse() {
    let text = "Доклад сделал О. Алферов. Позже Иван Алферов ответил на вопросы."
    #expect(entities(text, .person).count == 2)
  }

  @Test func legalFormAndBareNameAreOneCompany() {
    let text = "ТОО «Ромашка» открыло цех. Продукцию «Ромашки» ждут в школах."
    let document = Extractor.shared.extract(text)
    let companies = document.entities.filter { $0.kind == .organization }
    #expect(companies.map(\.legalForm) == ["ТОО"])
    #expect(companies.first?.mentions.count == 2)
  }

  @Test(arguments: [
    "ТОО «Ромашка», известное как Daisy Group, растёт.",
    "ТОО «Ромашка», ранее известное как «Daisy Group», растёт.",
    "ТОО «Ромашка», бывшее ТОО «Daisy Group», растёт.",
  ])
  func wordsOfRenamingIntroduceTwin(_ text: String) {
    #expect(entities(text, .organization).count == 1)
  }

  @Test(arguments: [
    "ТОО «Ромашка», известный партнёр ТОО «Василёк», растёт.",
    "ТОО «Ромашка», а также ТОО «Василёк» растут.",
  ])
  func otherWordsIntroduceNoTwin(_ text: String) {
    #expect(entities(text, .organization).count == 2)
  }

  @Test func dashTranslatesLatinAbbreviation() {
    let text = "Доклад дала IBFG – Международная ассоциация любителей цветов. В IBFG рады."
    #expect(entities(text, .organization).count == 1)
    let other = "Матч IBFG – «Ромашка» начался. В IBFG рады."
    #expect(entities(other, .organization).allSatisfy { !$0.contains("Ромашка") || !$0.contains("IBFG") })
  }

  @Test func bracketsIntroduceShortName() {
    let text = "Отчёт дало Министерство внутренних дел (МВД) вчера. МВД ждёт ответа."
    #expect(
      entities(text, .organization) == [
        "Министерство внутренних дел: Министерство внутренних дел | МВД | МВД"
      ])
  }

  @Test func bracketsAfterAnotherCompanyIntroduceNothing() {
    let text = "Цех открыла компания «Ромашка» (поставщик компании «Василёк»)."
    #expect(entities(text, .organization).count == 2)
  }

  @Test func capitalsThatLookAlikeAreOneName() {
    let text = "Завод купила CMC вчера. Акции СМС выросли."
    #expect(entities(text, .organization).count == 1)
  }

  @Test func latinTwinIsTheSameCompany() {
    let text = "Завод построит компания Allur летом. Акции компании «Аллюр» выросли."
    #expect(entities(text, .organization).count == 1)
  }

  @Test func oldAndNewNamesAreOnePlace() {
    let text = "Поезд прибыл в Нур-Султан. Из Астаны он ушёл вечером."
    #expect(entities(text, .place) == ["Астана: Нур-Султан | Астаны"])
  }

  @Test func everyNamedMentionHasItsEntity() {
    let text = "Олег Алферов из ТОО «Ромашка» живёт в Астане, Казахстан."
    let document = Extractor.shared.extract(text)
    #expect(!document.entities.isEmpty)
    for entity in document.entities {
      for index in entity.mentions { #expect(document.mentions[index].entity == entity.id) }
    }
    let named: [MentionKind] = [.person, .organization, .place]
    for mention in document.mentions {
      #expect((mention.entity != nil) == named.contains(mention.kind))
    }
  }
}
