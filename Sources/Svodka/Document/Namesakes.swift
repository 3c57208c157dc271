/// The people of one family name, or of one given name: whom a mention means is found among them
/// without going through all.
struct Namesakes {
  private var all: [Int] = []
  private var byStart: [Start: [Int]] = [:]
  private var places = MentionPlaces()
  /// Whose the mentions are.
  private var people: [Int: Int] = [:]

  /// How the name begins that tells namesakes apart.
  private enum Start: Hashable {
    case none
    case initial([UInt8])
    case whole([UInt8])
    /// The first letter of a whole name.
    case letter([UInt8])
  }

  /// Adds a person.
  ///
  /// - Parameter other: The name that tells the namesakes apart: the given name, or the patronymic.
  mutating func add(_ person: Int, other: String?) {
    all.append(person)
    for start in Self.starts(of: other) { byStart[start, default: []].append(person) }
  }

  private static func starts(of other: String?) -> [Start] {
    guard let other else { return [.none] }
    let (letter, start) = beginnings(of: other)
    // «К.» of «Ж.-К. Трише» may be «Жан-Клод».
    let letters = other.contains("-") ? FoldedName(other).words.map { Array($0.prefix(2)) } : [letter]
    return PersonMerger.isInitial(other)
      ? letters.map { .initial($0) } : [.whole(start)] + letters.map { .letter($0) }
  }

  /// The first letter, and as much as two forms of one name share.
  private static func beginnings(of name: String) -> (letter: [UInt8], start: [UInt8]) {
    let bytes = FoldedName(name).bytes
    return (Array(bytes.prefix(2)), Array(bytes.prefix(PersonMerger.sharedStart)))
  }

  /// Those whose other name may be this one, in their order; nil if they are many.
  func candidates(other: String?) -> [Int]? {
    guard let other else { return all.count > Self.many ? nil : all }
    let (letter, start) = Self.beginnings(of: other)
    let last = PersonMerger.isInitial(other) ? Start.letter(letter) : .whole(start)
    let found = [Start.none, .initial(letter), last].compactMap { byStart[$0] }
    guard found.reduce(0, { $0 + $1.count }) <= Self.many else { return nil }
    // Both parts of a double name may lead to one person.
    return Set(found.joined()).sorted()
  }

  /// Among so many people the nearest that fits is sooner found by its place.
  private static let many = 16

  /// Notes that a mention is of a person.
  mutating func note(mention: Int, of person: Int) {
    places.insert(mention)
    people[mention] = person
  }

  /// The one who was spoken of last, else the next, of those that fit.
  func nearest(to mention: Int, where fits: (Int) -> Bool = { _ in true }) -> Int? {
    places.nearest(to: mention) { people[$0].map(fits) == true }.flatMap { people[$0] }
  }
}

/// Rising numbers of mentions, among which the nearest to another is found.
struct MentionPlaces {
  private var places: [Int] = []

  mutating func insert(_ mention: Int) { places.insert(mention, at: index(of: mention)) }

  /// How far the nearest is: one that follows counts twice.
  func distance(to mention: Int) -> Int {
    nearest(to: mention).map { Self.distance(from: $0, to: mention) } ?? .max
  }

  /// The nearest that holds; of two as near as each other the one before.
  func nearest(to mention: Int, where holds: (Int) -> Bool = { _ in true }) -> Int? {
    var after = index(of: mention)
    var before = after - 1
    while before >= 0 || after < places.count {
      let isBefore =
        after == places.count
        || before >= 0
          && Self.distance(from: places[before], to: mention)
            <= Self.distance(from: places[after], to: mention)
      let place = places[isBefore ? before : after]
      if holds(place) { return place }
      if isBefore { before -= 1 } else { after += 1 }
    }
    return nil
  }

  private static func distance(from place: Int, to mention: Int) -> Int {
    place < mention ? mention - place : (place - mention) * 2 + 1
  }

  /// Where the first that is not smaller stands.
  private func index(of mention: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < mention { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
