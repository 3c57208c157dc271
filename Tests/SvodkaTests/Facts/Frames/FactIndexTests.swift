import TestSupport
import TextRules
import Testing

@testable import Svodka

/// The index finds every fact that says more, or less, than another.
@Suite struct FactIndexTests {
  private let declaration = FactDeclaration(
    kind: "meeting",
    arguments: [
      FactArgument(name: "participants", kinds: ["person"], isList: true, least: 2),
      FactArgument(name: "date", kinds: ["date"], isOptional: true),
      FactArgument(name: "place", kinds: ["place"], isOptional: true),
      FactArgument(name: "status", words: ["held", "called-off"], isOptional: true),
    ])

  private func arguments(_ random: inout SeededGenerator) -> FactArguments {
    func one(_ names: [String]) -> FieldValue {
      let name = names.randomElement(using: &random)!
      return .entity(EntityReference(entity: name, name: name))
    }
    var list: [(name: String, value: FieldValue)] = []
    let people = (0..<Int.random(in: 1...3, using: &random)).map { _ in one(["per1", "per2", "per3", "per4"]) }
    list.append(("participants", .list(people)))
    if Bool.random(using: &random) { list.append(("date", .text(["a", "b"].randomElement(using: &random)!))) }
    if Bool.random(using: &random) { list.append(("place", one(["loc1", "loc2"]))) }
    if Bool.random(using: &random) { list.append(("status", .text("held"))) }
    return FactArguments(list)
  }

  @Test func nothingIsOverlooked() {
    var random = SeededGenerator(seed: 22)
    var index = FactIndex()
    var all: [FactArguments] = []
    var covered = 0
    for number in 0..<400 {
      let own = arguments(&random)
      let outline = FactOutline(own, declaration, isNegated: false)
      let fuller = Set(index.fullerFacts(than: outline))
      let lesser = Set(index.lesserFacts(than: outline))
      for (other, arguments) in all.enumerated() {
        if own.isCovered(by: arguments) {
          covered += 1
          #expect(fuller.contains(other) || !sameStatus(own, arguments))
        }
        if arguments.isCovered(by: own) {
          #expect(lesser.contains(other) || !sameStatus(own, arguments))
        }
      }
      index.add(number, outline)
      all.append(own)
    }
    #expect(covered > 1000)
    let negated = FactOutline(all[0], declaration, isNegated: true)
    #expect(index.fullerFacts(than: negated).isEmpty && index.lesserFacts(than: negated).isEmpty)
  }

  private func sameStatus(_ one: FactArguments, _ other: FactArguments) -> Bool {
    (one.text("status") ?? "held") == (other.text("status") ?? "held")
  }

  /// What is looked at for one fact does not grow with facts of other days and other partners.
  @Test func oneLooksAtFew() {
    var index = FactIndex()
    func person(_ number: Int) -> FieldValue { .entity(EntityReference(entity: "per\(number)", name: "")) }
    func outline(_ partner: Int, _ day: String?) -> FactOutline {
      var list: [(name: String, value: FieldValue)] = [("participants", .list([person(0), person(partner)]))]
      if let day { list.append(("date", .text(day))) }
      return FactOutline(FactArguments(list), declaration, isNegated: false)
    }
    for number in 0..<1000 {
      for own in [outline(1, "\(number)"), outline(number + 2, nil)] {
        #expect(index.fullerFacts(than: own).count <= 1)
        #expect(index.lesserFacts(than: own).count <= 2)
        index.add(number, own)
      }
    }
  }
}
