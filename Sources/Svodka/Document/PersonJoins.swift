import RussianText
import TextRules

/// The mentions that name one person, and the name that they give.
struct NamedPerson {
  var person: Person
  var family: FoldedName
  var given: FoldedName
  var mentions: [Int]
  var places = MentionPlaces()
  /// The given name as each mention by itself reads.
  var read: [Int: String] = [:]

  /// Whether a mention that gave the person its key had both names.
  var isWhole: Bool { !family.isEmpty && !given.isEmpty }
}

/// Joins people whom the mentions named differently and who are one: a Latin name in brackets, a
/// name that was read in another case, a longer name, another spelling.
///
/// Every step looks people up by a key and joins only where one person alone fits.
/// - Complexity: O(*n*) in the number of people.
struct PersonJoins {
  private(set) var people: [NamedPerson]
  private var groups: DisjointSets
  private let endings: NameEndings
  /// How many people of one key are compared with each other.
  private static let most = 8

  init(_ people: [NamedPerson], endings: NameEndings) {
    self.people = people
    self.endings = endings
    groups = DisjointSets(count: people.count)
  }

  /// The numbers of the people of each group, rising.
  mutating func members() -> [[Int]] { groups.members() }

  // MARK: Steps

  /// «Уолтер Меррикс (Walter Merrics)».
  mutating func joinTwins(
    _ mentions: [Mention], _ tokens: [Range<Int>], _ context: KindContext
  ) {
    var personOf: [Int: Int] = [:]
    for (number, person) in people.enumerated() {
      for mention in person.mentions { personOf[mention] = number }
    }
    for index in mentions.indices.dropFirst() {
      guard let first = personOf[index - 1], let second = personOf[index], first != second,
        opensBracket(tokens[index - 1].upperBound, tokens[index].lowerBound, context),
        context.buffer[tokens[index].lowerBound].flags.contains(.latin),
        !context.buffer[tokens[index - 1].lowerBound].flags.contains(.latin),
        NameLikeness.isAlike(mentions[index - 1].text, mentions[index].text)
      else { continue }
      groups.join(first, second)
    }
  }

  /// Is there nothing but an opening bracket, small words and punctuation between two tokens?
  private func opensBracket(_ start: Int, _ end: Int, _ context: KindContext) -> Bool {
    guard start < end, end - start <= 5,
      context.buffer.bytes(of: start).elementsEqual([UInt8(ascii: "(")])
    else { return false }
    return (start + 1..<end).allSatisfy {
      context.buffer[$0].kind == .punctuation || context.buffer[$0].shape == .lower
    }
  }

  /// «Роман Абрамович» and «Абрамович»: a family name that looks like a patronymic.
  mutating func joinPatronymics() {
    var byName: [FoldedName: [Int]] = [:]
    for (number, named) in people.enumerated() where named.family.isEmpty && !named.given.isEmpty {
      guard let patronymic = named.person.patronymic else { continue }
      byName[FoldedName(patronymic), default: []].append(number)
    }
    guard !byName.isEmpty else { return }
    for number in people.indices where !people[number].family.isEmpty {
      guard let candidates = byName[people[number].family], candidates.count <= Self.most,
        let only = onlyOne(of: candidates.filter { canBeOne(number, $0) })
      else { continue }
      groups.join(number, only)
      guard let family = people[only].person.patronymic else { continue }
      people[only].person.family = family
      people[only].person.patronymic = nil
    }
  }

  /// «Чисору» and «Чисора», «Владислава Суркова» and «Владислав Сурков»: one name, read as the
  /// nominative in another case.
  mutating func joinForms(_ mentions: [Mention]) {
    var inFull: [FoldedName: [Int]] = [:]
    var byFamily: [FoldedName: [Int]] = [:]
    for (number, named) in people.enumerated() where !named.family.isEmpty && isFull(named) {
      guard let family = endings.stem(of: named.family), let given = endings.stem(of: named.given)
      else { continue }
      byFamily[family, default: []].append(number)
      let key = FoldedName(bytes: given.bytes + [0x20] + family.bytes)
      if let first = inFull[key]?.first(where: { isSameName($0, number, mentions) }) {
        groups.join(first, number)
      } else if inFull[key]?.count ?? 0 < Self.most {
        inFull[key, default: []].append(number)
      }
    }
    var alone: [FoldedName: Int] = [:]
    for (number, named) in people.enumerated() where !named.family.isEmpty && named.given.isEmpty {
      guard let family = endings.stem(of: named.family) else { continue }
      let fitting = (byFamily[family] ?? []).filter { canBeOne(number, $0) }
      if let only = onlyOne(of: fitting) {
        groups.join(number, only)
      } else if byFamily[family] == nil {
        if let first = alone[family], canBeOne(first, number) { groups.join(first, number) }
        alone[family] = alone[family] ?? number
      }
    }
  }

  /// «Кармен Мелендес» and «Кармен Тереса Мелендес Ривас».
  mutating func joinLonger() {
    var byGiven: [FoldedName: [Int]] = [:]
    var words: [[ArraySlice<UInt8>]] = []
    for (number, named) in people.enumerated() {
      let isWhole = isFull(named) && !named.family.isEmpty
      words.append(isWhole ? named.given.words + named.family.words : [])
      guard let first = words[number].first else { continue }
      byGiven[FoldedName(bytes: Array(first)), default: []].append(number)
    }
    let buckets = byGiven.values.filter { $0.count > 1 && $0.count <= Self.most }
    for bucket in buckets.sorted(by: { $0[0] < $1[0] }) {
      for short in bucket {
        let longer = bucket.filter {
          words[$0].count > words[short].count && canBeOfOneGender(short, $0)
            && Self.isPart(words[short], of: words[$0])
        }
        if let only = onlyOne(of: longer) { groups.join(short, only) }
      }
    }
  }

  /// «Буш-старший» and «Буш», where the document names no other of them.
  mutating func joinGenerations() {
    var bearers: [FoldedName: [Int]] = [:]
    for (number, named) in people.enumerated() {
      guard let last = named.family.words.last, named.family.words.count > 1,
        endings.isGeneration(FoldedName(bytes: Array(last))),
        let base = named.family.dropping(words: 1)
      else { continue }
      bearers[base, default: []].append(number)
    }
    guard !bearers.isEmpty else { return }
    for (number, named) in people.enumerated() where !named.family.isEmpty {
      guard let candidates = bearers[named.family], let only = onlyOne(of: candidates),
        canBeOne(number, only)
      else { continue }
      groups.join(number, only)
    }
  }

  /// «Рэм Колхас» and «Рем Колхаас».
  mutating func joinSpellings() {
    var inFull: [FoldedName: [Int]] = [:]
    var byFamily: [FoldedName: [Int]] = [:]
    for (number, named) in people.enumerated() where !named.family.isEmpty && isFull(named) {
      byFamily[named.family.plainlySpelled, default: []].append(number)
      let (given, family) = (named.given.sound, named.family.sound)
      guard !given.isEmpty || named.given.plainlySpelled.bytes.count <= 8, !family.isEmpty else {
        continue
      }
      let spelled = (named.given.plainlySpelled, named.family.plainlySpelled)
      let heard = given.isEmpty ? spelled.0 : given
      var key = Array(spelled.0.bytes.prefix(2))
      key += spelled.1.bytes.prefix(2)
      key += heard.bytes
      key.append(0x20)
      key += family.bytes
      if let same = inFull[FoldedName(bytes: key)]?.first(where: { canBeOfOneGender($0, number) }) {
        groups.join(same, number)
      } else if inFull[FoldedName(bytes: key)]?.count ?? 0 < Self.most {
        inFull[FoldedName(bytes: key), default: []].append(number)
      }
    }
    for (number, named) in people.enumerated() where named.given.isEmpty && !named.family.isEmpty {
      let fitting = (byFamily[named.family.plainlySpelled] ?? []).filter { canBeOne(number, $0) }
      if let only = onlyOne(of: fitting) { groups.join(number, only) }
    }
  }

  // MARK: What fits

  /// Has the person a given name that is no initial?
  private func isFull(_ named: NamedPerson) -> Bool {
    named.person.given.map { !PersonMerger.isInitial($0) } ?? false
  }

  /// The only group of some people, as one of them.
  private mutating func onlyOne(of people: [Int]) -> Int? {
    guard let first = people.first else { return nil }
    let root = groups.root(of: first)
    for other in people.dropFirst() where groups.root(of: other) != root { return nil }
    return first
  }

  private func canBeOfOneGender(_ one: Int, _ other: Int) -> Bool {
    guard let first = people[one].person.gender, let second = people[other].person.gender else {
      return true
    }
    return first == second
  }

  /// Can a name without a given name, or with an initial, be the other's?
  private func canBeOne(_ part: Int, _ whole: Int) -> Bool {
    guard canBeOfOneGender(part, whole) else { return false }
    guard let given = people[part].person.given, let other = people[whole].person.given else {
      return true
    }
    if PersonMerger.isInitial(given) || PersonMerger.isInitial(other) {
      return people[part].given.bytes.prefix(2) == people[whole].given.bytes.prefix(2)
    }
    return people[part].given == people[whole].given
  }

  /// Are two full names of one stem one name? Of a man and a woman only if the woman's may be the
  /// genitive of the man's wherever it stands.
  private func isSameName(_ one: Int, _ other: Int, _ mentions: [Mention]) -> Bool {
    if canBeOfOneGender(one, other) { return true }
    guard people[one].given != people[other].given else { return false }
    let woman = people[one].person.gender == .female ? one : other
    return people[woman].mentions.allSatisfy { endings.mayBeGenitive(mentions[$0].text) }
  }

  /// Do all the words stand in a longer name, in their order?
  private static func isPart(_ short: [ArraySlice<UInt8>], of long: [ArraySlice<UInt8>]) -> Bool {
    var rest = long[...]
    for word in short {
      guard let place = rest.firstIndex(where: { $0.elementsEqual(word) }) else { return false }
      rest = rest[(place + 1)...]
    }
    return short.count > 1
  }
}
