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

  // MARK: People

  @Test(arguments: [
    "Доклад прочёл Джон Карвер (John Carver) вчера.",
    "Доклад прочла Хелле Вигдаль (норв. Helle Vigdahl) вчера.",
    "Доклад прочёл Шарль Мулен-Риваль (Charles Moulins-Rival) вчера.",
  ])
  func latinNameInBracketsIsThePerson(_ text: String) {
    #expect(entities(text, .person).count == 1)
  }

  @Test func latinNameOfAnotherInBracketsIsNot() {
    let text = "Гонку выиграл Джон Карвер (Michel Dubois) вчера."
    #expect(entities(text, .person).count != 1)
  }

  @Test func familyNameThatIsAGivenNameToo() {
    let text = "Выступил Тим Томас. Вчера Томаса не видели, но Томас придёт."
    #expect(entities(text, .person) == ["Тим Томас: Тим Томас | Томаса | Томас"])
  }

  @Test func familyNameThatIsAPatronymicToo() {
    let text = "Приехал Драган Петрович. Это сказал Петрович вчера."
    #expect(entities(text, .person) == ["Драган Петрович: Драган Петрович | Петрович"])
  }

  @Test func namesThatWereReadInAnotherCaseAreOne() {
    let text = "Книгу Пабло Жирунды издали. Сам Пабло Жирунда рад, Пабло Жирунду ждут."
    #expect(entities(text, .person).count == 1)
  }

  @Test func husbandAndWifeStayApart() {
    let text = "Пришли Иван Алферов и Анна Алферова. Иван Алферов ответил Анне Алферовой."
    #expect(entities(text, .person).count == 2)
  }

  @Test func longerNameIsTheShorterOne() {
    let text = "Пост заняла Анна Мария Кравчук. Позже Анна Кравчук вступила в должность."
    #expect(entities(text, .person).count == 1)
  }

  @Test func shorterNameOfTwoLongerOnesIsNeither() {
    let text =
      "Пришли Анна Мария Кравчук и Анна Лиза Кравчук. Позже Анна Кравчук вступила в должность."
    #expect(entities(text, .person).count == 3)
  }

  @Test func generationIsToldApartWhereTwoAreNamed() {
    let one = "Выступил Джордж Карвер-младший. По словам Карвера, всё готово."
    #expect(entities(one, .person).count == 1)
    let two = "Выступили Джордж Карвер-младший и Джордж Карвер-старший вчера."
    #expect(entities(two, .person).count == 2)
  }

  // MARK: Organizations

  @Test(arguments: [
    "Министерство сельского хозяйства ответило. В Минсельхозе рады.",
    "Национальный банк ответил. В Нацбанке рады.",
    "Центральный банк Турции ответил. В Центробанке рады.",
    "Совет безопасности России ответил. В Совбезе рады.",
    "Следственный комитет России ответил. В СК рады.",
    "Совбез РФ ответил. Позже Совет безопасности России собрался.",
    "Вчера турецкий Минфин ответил. Позже Министерство финансов Турции собралось.",
    "Федеральная служба по надзору в сфере связи и массовых коммуникаций ответила. В Роскомнадзоре рады.",
    "Федеральная служба по надзору в сфере связи ответила. В Роскомнадзоре рады.",
  ])
  func abbreviationIsTheLongName(_ text: String) {
    #expect(entities(text, .organization).count == 1)
  }

  @Test(arguments: [
    "Министерство спорта ответило. В Минсельхозе рады.",
    "МИД Италии ответил МИД Турции.",
    "Центробанк Турции ответил Центральному банку Италии.",
    "Европейский совет ответил. В ЕС рады.",
    "Вчера турецкий Минфин ответил. Позже Министерство финансов Италии собралось.",
    "Следственный комитет России ответил. Глава Жайыкского СК рад.",
    "Федеральная служба по надзору в сфере транспорта ответила. В Роскомнадзоре рады.",
  ])
  func othersAbbreviationIsNot(_ text: String) {
    #expect(entities(text, .organization).count == 2)
  }

  @Test func sharedShortNameIsNeithers() {
    let text = "МИД Италии ответил МИД Турции. Об этом сообщили в МИД."
    #expect(entities(text, .organization).count == 3)
  }

  @Test func abbreviationInBracketsTellsTheLongName() {
    let text = "Отчёт дал Жайыкский цветочный кружок (ЖЦК) вчера. В ЖЦК рады."
    #expect(
      entities(text, .organization) == [
        "Жайыкский цветочный кружок: Жайыкский цветочный кружок | ЖЦК | ЖЦК"
      ])
  }

  @Test func latinTwinWithItsAbbreviation() {
    let text = "Отчёт дал «Союз садов» (Garden Support Network, GSN) вчера. В GSN рады."
    #expect(entities(text, .organization).count == 1)
  }
}
