import TestSupport
import Testing

@testable import Svodka

/// Namesakes are found as if all were looked at.
@Suite struct NamesakesTests {
  @Test func nobodyIsOverlooked() {
    var namesakes = Namesakes()
    let names = [nil, "И.", "Иван", "О.", "Олег", "Игорь", "Олег-Иван"]
    for (number, name) in names.enumerated() { namesakes.add(number, other: name) }
    #expect(namesakes.candidates(other: nil) == Array(names.indices))
    #expect(namesakes.candidates(other: "Иван") == [0, 1, 2])
    // A form of the name in another case, too.
    #expect(namesakes.candidates(other: "Олегом") == [0, 3, 4, 6])
    // Of a double name either part may be the initial.
    #expect(namesakes.candidates(other: "И.") == [0, 1, 2, 5, 6])
    #expect(namesakes.candidates(other: "Пётр") == [0])
  }

  @Test func ofManyTheNearestThatFitsIsFound() {
    var namesakes = Namesakes()
    for person in 0..<40 {
      namesakes.add(person, other: "Иванович")
      namesakes.note(mention: person * 2, of: person)
    }
    #expect(namesakes.candidates(other: nil) == nil)
    #expect(namesakes.candidates(other: "Иванович") == nil)
    #expect(namesakes.candidates(other: "Олегович") == [])
    #expect(namesakes.nearest(to: 41) { _ in true } == 20)
    #expect(namesakes.nearest(to: 41) { $0 % 7 == 0 } == 21)
    #expect(namesakes.nearest(to: 41) { $0 < 3 } == 2)
    #expect(namesakes.nearest(to: 41) { $0 > 38 } == 39)
    #expect(namesakes.nearest(to: 41) { $0 > 40 } == nil)
  }

  @Test func whoWasSpokenOfLastIsNearest() {
    var namesakes = Namesakes()
    for person in 0..<3 { namesakes.add(person, other: nil) }
    #expect(namesakes.nearest(to: 5) == nil)
    for (mention, person) in [(10, 0), (20, 1), (4, 2)] { namesakes.note(mention: mention, of: person) }
    #expect(namesakes.nearest(to: 0) == 2)
    #expect(namesakes.nearest(to: 5) == 2)
    #expect(namesakes.nearest(to: 9) == 0)
    #expect(namesakes.nearest(to: 16) == 0)
    #expect(namesakes.nearest(to: 99) == 1)
  }

  @Test func distancesAreThoseOfAllPlaces() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let all = Array(Set((0..<Int.random(in: 1...30, using: &random)).map { _ in
        Int.random(in: 0..<100, using: &random)
      }))
      var places = MentionPlaces()
      for place in all { places.insert(place) }
      for mention in 0..<100 where !all.contains(mention) {
        let least = all.map { $0 < mention ? mention - $0 : ($0 - mention) * 2 + 1 }.min()
        #expect(places.distance(to: mention) == least)
      }
    }
  }

  @Test func givenNamesAreKnownInTheirForms() {
    var names = GivenNames()
    #expect(!names.contains(formOf: FoldedName("Ципи")))
    names.insert(FoldedName("Ципи"))
    var more = GivenNames()
    more.insert(FoldedName("Олег"))
    names.formUnion(more)
    #expect(names.contains(formOf: FoldedName("Ципи")))
    #expect(names.contains(formOf: FoldedName("Олегу")))
    #expect(!names.contains(formOf: FoldedName("Олегович")))
    #expect(!names.contains(formOf: FoldedName("Иван")))
    #expect(!names.contains(formOf: FoldedName("О")))
  }
}
