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
      // A sentence without end is looked at where it is nearest.
      let people = distinctPeople(in: max(start, end - 200)..<end, gender)
      let subjects = people.filter { canBe(.nomn, $0) }
      if subjects.count == 1 { return subjects[0] }
      if !people.isEmpty { return people.count == 1 ? people[0] : nil }
      guard start > 0 else { return nil }
      end = start
      start = sentence(of: start - 1).lowerBound
    }
    return nil
  }

  /// The people of a range who can be subjects: in the nominative, governed by no preposition.
  func subjects(in range: Range<Int>) -> [MatchedRecord] {
    records(of: .person, in: range).filter { !isGoverned($0) && canBe(.nomn, $0) }
  }

  /// Can a person be the subject of a verb, by its gender? Of no other word.
  func agrees(_ verb: Int, with person: MatchedRecord) -> Bool {
    if kinds.hasAnalysis(verb, [.VERB, .masc]) || kinds.hasAnalysis(verb, [.PRTS, .masc]) {
      return fits(person, .male)
    }
    if kinds.hasAnalysis(verb, [.VERB, .femn]) || kinds.hasAnalysis(verb, [.PRTS, .femn]) {
      return fits(person, .female)
    }
    return kinds.hasAnalysis(verb, [.VERB, .sing]) && !kinds.hasAnalysis(verb, [.VERB, .neut])
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
    let own = self.gender(of: record)
    return gender == nil || own == nil || own == gender
  }

  /// The only organization of some types in the sentence so far, or else in one of those before; nil
  /// if there are several.
  ///
  /// - Parameter name: The entity of an organization, if it may be meant.
  func onlyOrganization(
    before token: Int, sentences: Int = 3, _ name: (MatchedRecord) -> EntityReference?
  ) -> EntityReference? {
    var end = token
    for step in 0..<sentences {
      let start = sentence(of: step == 0 ? end : end - 1).lowerBound
      var found: [EntityReference] = []
      for record in parties(
        in: max(start, end - 200)..<end, of: [.organization], titled: true)
      {
        if let reference = name(record), !found.contains(reference) { found.append(reference) }
      }
      if !found.isEmpty { return found.count == 1 ? found[0] : nil }
      guard start > 0 else { return nil }
      end = start
    }
    return nil
  }

  /// The only place of a type in the nearest stretch before a token that names one; nil if that names
  /// several, or adjectives behind it tell of another: «британский регулятор», where «в стране» is not
  /// said of Russia.
  ///
  /// - Parameter starts: Where the stretches begin, the nearest first; each ends where the one before
  ///   it begins.
  func onlyPlace(
    before token: Int, of type: PlaceType, from starts: [Int], besides adjectives: PlaceAdjectives
  ) -> EntityReference? {
    var end = token
    var described: [String] = []
    for start in starts where start <= end {
      var found: EntityReference?
      for record in records(of: .place, in: start..<end) {
        guard case .place(let place) = value(of: record), place.type == type,
          let reference = reference(to: record)
        else { continue }
        if let found, found != reference { return nil }
        found = reference
      }
      if let found { return described.allSatisfy { $0 == found.name } ? found : nil }
      described += adjectives.names(of: type, in: start..<end, self)
      end = start
    }
    return nil
  }

  /// The type of an organization's record.
  func organizationType(of record: MatchedRecord) -> OrganizationType? {
    guard case .organization(let organization) = value(of: record) else { return nil }
    return organization.type
  }

  /// The organization that the document is about: it is named far more often than any other.
  var protagonist: EntityReference? {
    let all = entities.filter {
      $0.kind == .organization && $0.type != OrganizationType.media.rawValue
    }.sorted { $0.mentions.count > $1.mentions.count }
    guard let first = all.first, first.mentions.count > 1,
      all.count == 1 || first.mentions.count > 2 * all[1].mentions.count
    else { return nil }
    return EntityReference(first)
  }

  /// The country that the document speaks of, if it names no other.
  var homeland: EntityReference? {
    let countries = entities.filter { $0.kind == .place && $0.type == PlaceType.country.rawValue }
    return countries.count == 1 ? EntityReference(countries[0]) : nil
  }

  /// The region that the document speaks of, if it names no other.
  var onlyRegion: EntityReference? {
    let regions = entities.filter { $0.kind == .place && $0.type == PlaceType.region.rawValue }
    return regions.count == 1 ? EntityReference(regions[0]) : nil
  }
}
