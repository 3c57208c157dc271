import RussianMorphology
import RussianText
import TextRules

/// Which mentions of people are the same person.
struct PersonMerger: Sendable {
  private let forms: NameForms
  private let endings: NameEndings
  /// Names of the rules that find names whose family stands first in their own language too.
  private let familyFirst: Set<String>
  /// Names of the rules that find rulers with their numbers.
  private let rulers: Set<String>

  init(rules: CompiledRules) {
    forms = rules.table(NameForms.init)
    endings = NameEndings(rules: rules)
    rulers = Set(
      (0..<rules.ruleCount).filter { rules.field("order", ofRule: $0) == "ruler" }
        .map { rules.ruleName($0) })
    familyFirst = Set(
      (0..<rules.ruleCount).filter { ["family", "letter"].contains(rules.field("order", ofRule: $0)) }
        .map { rules.ruleName($0) })
  }

  /// The name of an entity: «Олег Алферов», and «Чэнь Вэйдун».
  private func name(of person: Person, in mention: Mention) -> String {
    if let number = numeral(of: mention), person.family == nil { return "\(person.fullName) \(number)" }
    guard familyFirst.contains(mention.rule), let family = person.family, let given = person.given
    else { return person.fullName }
    return "\(family) \(given)"
  }

  /// «II» of «Александра II», whom it tells from the first of the name.
  private func numeral(of mention: Mention) -> Substring? {
    guard rulers.contains(mention.rule) else { return nil }
    return mention.text.split(whereSeparator: \.isWhitespace).last { word in
      word.allSatisfy { "IVXLC".contains($0) }
    }
  }

  /// Groups the mentions; a family name alone takes the nominative of the person it belongs to.
  func groups(
    _ mentions: inout [Mention], _ tokens: [Range<Int>], _ context: KindContext
  ) -> [EntityGroup] {
    var order: [(index: Int, person: Person, weight: Int)] = []
    for (index, mention) in mentions.enumerated() {
      guard case .person(let person) = mention.value else { continue }
      order.append((index, person, weight(of: person)))
    }
    // Of names as full as each other the shortest is the likeliest nominative: «Байден» before
    // «Байдену», whose case nothing showed.
    order.sort {
      ($1.weight, $0.person.family?.utf8.count ?? 0, $0.index)
        < ($0.weight, $1.person.family?.utf8.count ?? 0, $1.index)
    }
    var all: [NamedPerson] = []
    var byFamily: [FoldedName: Namesakes] = [:]
    var byGiven: [FoldedName: Namesakes] = [:]
    // Those alone who have both names.
    var wholeByFamily: [FoldedName: Namesakes] = [:]
    var wholeByGiven: [FoldedName: Namesakes] = [:]
    func note(_ index: Int, of found: Int) {
      let (family, given) = (all[found].family, all[found].given)
      all[found].places.insert(index)
      byFamily[family]?.note(mention: index, of: found)
      byGiven[given]?.note(mention: index, of: found)
      guard all[found].isWhole else { return }
      wholeByFamily[family, default: Namesakes()].note(mention: index, of: found)
      wholeByGiven[given, default: Namesakes()].note(mention: index, of: found)
    }
    for (index, person, _) in order {
      var found: Int?
      if let family = person.family {
        found = nearest(byFamily[FoldedName(family)], to: index, fitting: person, in: all)
        if found == nil {
          found = other(family, person, index, tokens[index], byFamily, all, context)
        }
        if found == nil, person.given == nil, person.patronymic == nil, tokens[index].count == 1 {
          found = wholeByGiven[FoldedName(family)]?.nearest(to: index)
        }
      } else if let given = person.given {
        let key = FoldedName(given + (numeral(of: mentions[index]).map { " \($0)" } ?? ""))
        found = nearest(byGiven[key], to: index, fitting: person, in: all)
        // «Томас», after «Тим Томас»
        if person.patronymic == nil, tokens[index].count == 1,
          let bearer = wholeByFamily[key]?.nearest(to: index),
          found.map({ all[bearer].places.distance(to: index) < all[$0].places.distance(to: index) }) ?? true
        {
          found = bearer
        }
      }
      guard let found else {
        var named = NamedPerson(
          person: person, family: FoldedName(person.family ?? ""),
          given: FoldedName(
            (person.given ?? "") + (numeral(of: mentions[index]).map { " \($0)" } ?? "")),
          mentions: [index])
        named.read[index] = person.given
        if !named.family.isEmpty {
          byFamily[named.family, default: Namesakes()].add(all.count, other: person.given)
        }
        if !named.given.isEmpty {
          byGiven[named.given, default: Namesakes()].add(all.count, other: person.patronymic)
        }
        all.append(named)
        note(index, of: all.count - 1)
        continue
      }
      all[found].mentions.append(index)
      note(index, of: found)
      if person.given.map({ FoldedName($0) != all[found].family }) ?? false {
        all[found].read[index] = person.given
      }
      complete(&all[found].person, with: person)
      if case .person(var value) = mentions[index].value {
        if value.given == nil, let family = value.family, FoldedName(family) == all[found].given {
          value.given = all[found].person.given
          value.family = nil
        } else if value.family != nil, all[found].person.family != nil {
          value.family = all[found].person.family
        } else if let given = value.given, FoldedName(given) == all[found].family {
          value.family = all[found].person.family
          value.given = nil
        }
        if let given = value.given, let whole = all[found].person.given, !Self.isInitial(given),
          !Self.isInitial(whole)
        {
          value.given = whole
        }
        value.gender = value.gender ?? all[found].person.gender
        if value.given == nil { value.gender = all[found].person.gender ?? value.gender }
        mentions[index].value = .person(value)
      }
    }
    for index in all.indices { vote(&all[index], &mentions) }
    return joined(all, &mentions, tokens, context)
  }

  // MARK: The groups

  /// Joins the people who are one by other signs than their names.
  private func joined(
    _ people: [NamedPerson], _ mentions: inout [Mention], _ tokens: [Range<Int>],
    _ context: KindContext
  ) -> [EntityGroup] {
    var joins = PersonJoins(people, endings: endings)
    joins.joinPatronymics()
    joins.joinForms(mentions)
    joins.joinGenerations()
    joins.joinSpellings()
    joins.joinLonger()
    joins.joinTwins(mentions, tokens, context)
    let members = joins.members()
    return members.map { group(of: $0.map { joins.people[$0] }, &mentions) }
  }

  /// The entity of people who are one: the fullest Cyrillic name, or else the commonest.
  private func group(of people: [NamedPerson], _ mentions: inout [Mention]) -> EntityGroup {
    let best = people.indices.max {
      let ranks = (rank(of: people[$0], mentions), rank(of: people[$1], mentions))
      return ranks.0 == ranks.1
        ? people[$0].mentions[0] > people[$1].mentions[0] : ranks.0 < ranks.1
    }!
    let chosen = people[best]
    var group = EntityGroup(
      kind: .person, name: name(of: chosen.person, in: mentions[chosen.mentions[0]]),
      mentions: people.flatMap(\.mentions).sorted())
    for number in people.indices where number != best {
      agree(people[number], with: chosen, &mentions)
    }
    for index in group.mentions {
      if case .person(let person) = mentions[index].value {
        group.add(alias: name(of: person, in: mentions[index]))
      }
    }
    return group
  }

  /// What makes one of several names a person's own, the weightiest first: Cyrillic letters, how much
  /// of the name is there, that the text has it in this form, how often, how short.
  private func rank(of named: NamedPerson, _ mentions: [Mention]) -> (Int, Int, Int, Int, Int) {
    let isLatin = named.person.family?.utf8.first.map { $0 < 0x80 } ?? false
    let whole = FoldedName(named.person.fullName)
    let isWritten = named.mentions.contains { FoldedName(mentions[$0].text) == whole }
    let words = named.given.words.count + named.family.words.count
    return (
      isLatin ? 0 : 1, weight(of: named.person), isWritten ? 1 : 0, named.mentions.count, -words
    )
  }

  /// Gives mentions whose name was read in another case the nominative.
  private func agree(
    _ named: NamedPerson, with chosen: NamedPerson, _ mentions: inout [Mention]
  ) {
    guard let stem = endings.stem(of: named.family), stem == endings.stem(of: chosen.family),
      named.family != chosen.family
    else { return }
    for index in named.mentions {
      guard case .person(var person) = mentions[index].value else { continue }
      if person.family != nil { person.family = chosen.person.family }
      if let given = person.given, let whole = chosen.person.given,
        endings.stem(of: FoldedName(given)) == endings.stem(of: FoldedName(whole))
      {
        person.given = whole
      }
      person.gender = chosen.person.gender ?? person.gender
      mentions[index].value = .person(person)
    }
  }

  /// Of the given names that were read («Асия», and «Асий» out of «Асии») the commonest counts.
  private func vote(_ named: inout NamedPerson, _ mentions: inout [Mention]) {
    guard let chosen = named.person.given, !Self.isInitial(chosen), named.mentions.count > 2 else {
      return
    }
    var counts: [String: Int] = [:]
    for index in named.mentions {
      if let given = named.read[index], !Self.isInitial(given) { counts[given, default: 0] += 1 }
    }
    guard
      let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.key != chosen,
      best.value > counts[chosen] ?? 0
    else { return }
    named.person.given = best.key
    for index in named.mentions {
      guard case .person(var value) = mentions[index].value, value.given == chosen else { continue }
      value.given = best.key
      mentions[index].value = .person(value)
    }
  }

  /// How much of the name is there.
  private func weight(of person: Person) -> Int {
    var weight = person.family == nil ? 0 : 8
    if let given = person.given { weight += Self.isInitial(given) ? 2 : 4 }
    if let patronymic = person.patronymic { weight += Self.isInitial(patronymic) ? 0 : 1 }
    return weight
  }

  static func isInitial(_ name: String) -> Bool {
    let folded = name.utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: " ") }
    return name.utf8.last == UInt8(ascii: ".") || folded.count <= 2
  }

  private func complete(_ whole: inout Person, with part: Person) {
    if let given = part.given, whole.given == nil { whole.given = given }
    if let patronymic = part.patronymic, whole.patronymic == nil { whole.patronymic = patronymic }
    if whole.gender == nil { whole.gender = part.gender }
  }

  // MARK: Does it fit?

  /// Of several people with the name the one who was spoken of last, else the next.
  private func nearest(
    _ namesakes: Namesakes?, to index: Int, fitting person: Person, in all: [NamedPerson]
  ) -> Int? {
    guard let namesakes else { return nil }
    let other = person.family == nil ? person.patronymic : person.given
    if other == nil, person.patronymic == nil { return namesakes.nearest(to: index) }
    guard let candidates = namesakes.candidates(other: other) else {
      return namesakes.nearest(to: index) { fits(person, all[$0].person) }
    }
    let fitting = candidates.filter { fits(person, all[$0].person) }
    guard fitting.count > 1 else { return fitting.first }
    return fitting.min { all[$0].places.distance(to: index) < all[$1].places.distance(to: index) }
  }

  private func fits(_ part: Person, _ whole: Person) -> Bool {
    guard part.given != nil || part.patronymic != nil else { return true }
    // Its given name was taken for a family name, or the other way round.
    if part.family == nil, part.patronymic == nil, let given = part.given, let family = whole.family,
      FoldedName(given) == FoldedName(family)
    {
      return true
    }
    if let one = part.gender, let other = whole.gender, one != other, part.family != nil,
      let given = part.given, !Self.isInitial(given)
    {
      return false
    }
    return isSame(part.given, whole.given) && isSame(part.patronymic, whole.patronymic)
  }

  /// So many bytes do two forms of one name share.
  static let sharedStart = 6

  /// «О.» may be «Олег»; what is not there contradicts nothing.
  private func isSame(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other else { return true }
    let folded = (FoldedName(one).bytes, FoldedName(other).bytes)
    if folded.0 == folded.1 { return true }
    guard Self.isInitial(one) || Self.isInitial(other) else {
      // «Кэцяном» and «Кэцян», as no list tells the nominative.
      let shared = zip(folded.0, folded.1).prefix { $0 == $1 }.count
      return shared >= Self.sharedStart && max(folded.0.count, folded.1.count) - shared <= 4
        && !(folded.0.contains(0x20) != folded.1.contains(0x20))
    }
    if folded.0.prefix(2) == folded.1.prefix(2) { return true }
    // «К.» of «Ж.-К. Трише» may be «Жан-Клод».
    return other.contains("-") && FoldedName(other).words.contains { $0.starts(with: folded.0.prefix(2)) }
  }

  /// A family name that was read in another case or gender: «Алферова» is «Алферов» too.
  private func other(
    _ family: String, _ person: Person, _ index: Int, _ tokens: Range<Int>,
    _ byFamily: [FoldedName: Namesakes], _ all: [NamedPerson], _ context: KindContext
  ) -> Int? {
    guard !byFamily.isEmpty else { return nil }
    let token = tokens.last {
      context.buffer[$0].shape != .initial && context.buffer[$0].kind == .word
    }
    guard let token, tokens.count == 1 || person.given != nil else { return nil }
    for form in forms.forms(of: token, as: .family, in: context) {
      let key = FoldedName(forms.nominative(form, of: token, in: context))
      if let found = nearest(byFamily[key], to: index, fitting: person, in: all) { return found }
    }
    return nil
  }
}
