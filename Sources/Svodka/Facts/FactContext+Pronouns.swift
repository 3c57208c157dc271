import RussianMorphology
import RussianText
import TextRules

// Whom a pronoun stands for, and what the document speaks of.
extension FactContext {
  /// Does an entry of the list stand there?
  func has(_ list: CompiledLexicon, in tokens: Range<Int>) -> Bool {
    var found = false
    kinds.forEachEntry(of: list, in: tokens) { _, _ in found = true }
    return found
  }

  /// The person whom a pronoun of this gender stands for: the only one that fits in the sentence
  /// so far, or else in the nearest of the three before; nil if there are several.
  func antecedent(of token: Int, gender: Gender?) -> MatchedRecord? {
    var end = token
    var start = sentence(of: token).lowerBound
    for _ in 0..<4 {
      let people = distinctPeople(in: start..<end, gender)
      let subjects = people.filter { canBe(.nomn, $0) }
      if subjects.count == 1 { return subjects[0] }
      if !people.isEmpty { return people.count == 1 ? people[0] : nil }
      guard start > 0 else { return nil }
      end = start
      start = sentence(of: start - 1).lowerBound
    }
    return nil
  }

  /// The people of a range who can have this gender, each once.
  private func distinctPeople(in range: Range<Int>, _ gender: Gender?) -> [MatchedRecord] {
    var people: [MatchedRecord] = []
    var seen: [EntityReference] = []
    for record in records(of: .person, in: range) {
      guard let reference = reference(to: record), fits(record, gender) else { continue }
      if let known = seen.firstIndex(of: reference) {
        if canBe(.nomn, record) { people[known] = record }
      } else {
        seen.append(reference)
        people.append(record)
      }
    }
    return people
  }

  private func fits(_ record: MatchedRecord, _ gender: Gender?) -> Bool {
    let own: Gender?
    if let index = mentionIndex(of: record), case .person(let person) = mentions[index].value {
      own = person.gender
    } else if case .person(let person) = value(of: record) {
      own = person.gender
    } else {
      own = nil
    }
    return gender == nil || own == nil || own == gender
  }

  /// The country that the document speaks of, if one stands out.
  var homeland: EntityReference? {
    let countries = entities.filter { $0.kind == .place && $0.type == PlaceType.country.rawValue }
    guard let most = countries.max(by: { $0.mentions.count < $1.mentions.count }) else {
      return nil
    }
    let all = countries.reduce(0) { $0 + $1.mentions.count }
    return most.mentions.count * 3 > all * 2 ? EntityReference(most) : nil
  }
}
