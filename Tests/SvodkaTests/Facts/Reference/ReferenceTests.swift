import Svodka
import Testing

@Suite("nouns that refer back to an organization")
struct ReferenceTests {
  static let extractor = Result { try Extractor(findsReferences: true) }

  /// A text whose nouns that refer back stand in brackets, and whom they stand for.
  struct Example: Sendable, CustomTestStringConvertible {
    let marked: String
    let name: String

    init(_ marked: String, _ name: String = "") {
      self.marked = marked
      self.name = name
    }

    var testDescription: String { marked }
    var text: String { marked.filter { !"[]".contains($0) } }
  }

  static let examples = [
    Example("ТОО «Ромашка» открыло цех. [Компания] наймёт 200 человек.", "Ромашка"),
    Example("ТОО «Ромашка» открыло цех. Глава [компании] Олег Мороз доволен.", "Ромашка"),
    Example("ТОО «Ромашка» открыло цех. Эта [компания] растёт.", "Ромашка"),
    Example("Министерство энергетики опубликовало план. В [ведомстве] ждут ответа.", "Министерство энергетики"),
    Example("АО «Лютик Банк» подняло ставку. Вкладчики [банка] довольны.", "Лютик Банк"),
    Example("ТОО «Ромашка» растёт. Идёт дождь. [Компания] строит склад.", "Ромашка"),
    // The noun reaches over an authority, for which it cannot stand.
    Example("ТОО «Ромашка» ждёт ответа МВД: [компания] подала заявку.", "Ромашка"),
    // A noun that refers back carries the name on.
    Example(
      "ТОО «Ромашка» растёт. Дождь. Снег. [Компания] строит. Град. Туман. [Компания] продаёт.",
      "Ромашка"),
    Example("ТОО «Ромашка» и ТОО «Василёк» подписали договор. Компания довольна."),
    Example("ТОО «Ромашка» открыло цех. Другая компания закрылась."),
    Example("ТОО «Ромашка» открыло цех. Компания по уборке улиц закрылась."),
    Example("ТОО «Ромашка» открыло цех. Компания, которая убирает улицы, закрылась."),
    Example("ТОО «Ромашка» открыло цех. Десятая компания закрылась."),
    Example("ТОО «Ромашка» открыло цех. Ведомство ждёт ответа."),
    Example("Компания растёт. ТОО «Ромашка» рада."),
    Example("ТОО «Ромашка» растёт. Раз. Два. Три. Четыре. Компания строит склад."),
    Example("Компания растёт."),
  ]

  @Test(arguments: examples)
  func nounRefersBack(_ example: Example) throws {
    let document = try Self.extractor.get().extract(example.text)
    let references = document.mentions.filter { $0.rule.hasPrefix("reference.") }
    var marked = example.text
    for reference in references.reversed() {
      let range = reference.range(in: example.text)
      marked.replaceSubrange(range, with: "[\(marked[range])]")
    }
    #expect(marked == example.marked)
    for reference in references {
      let entity = document.entities.first { $0.id == reference.entity }
      #expect(entity?.name == example.name)
    }
  }

  @Test func mentionsStandInTextOrderAndBelongToOneEntity() throws {
    let text = """
      ТОО «Ромашка» открыло цех в 2019 году. Компания вложила 5 млн тенге, сообщил глава компании \
      Олег Мороз. Он хвалит Алматы.
      """
    let document = try Self.extractor.get().extract(text)
    let starts = document.mentions.map(\.utf8Range.lowerBound)
    #expect(starts == starts.sorted())
    for entity in document.entities {
      #expect(entity.mentions == entity.mentions.sorted())
      for index in entity.mentions { #expect(document.mentions[index].entity == entity.id) }
    }
    #expect(document.entities.reduce(0) { $0 + $1.mentions.count } == 5)
    // Arguments of facts point to the mentions as they are numbered now.
    guard case .role(let role)? = document.facts.first(where: { $0.kind == .role })?.statement,
      let position = role.position.mention
    else {
      Issue.record("no role")
      return
    }
    #expect(document.mentions[position].text == "глава компании")
  }

  @Test func nounsAreNoMentionsUnlessAskedFor() {
    let document = Extractor.shared.extract("ТОО «Ромашка» открыло цех. Компания растёт.")
    #expect(document.mentions.count == 1)
  }
}
