/// What a sentence tells of where and when something happened.
struct ToldScene {
  enum Place {
    case none, several
    case one(EntityReference, size: Int)
  }

  var place: Place
  /// The only day that it names.
  var day: DateSpan?
  var hasTime: Bool
  /// It names a month or a year.
  var isOfOtherTime: Bool
  /// It begins with a date.
  var opensWithTime: Bool
  var startsParagraph: Bool

  /// Whether its day is that of what happened: it opens with it or places the event, and nowhere else.
  func mayDate(_ placed: EntityReference?) -> Bool {
    guard case .one(let place, _) = place else { return opensWithTime }
    return placed == nil || place == placed
  }

  static let streetSize = 3
  static let countrySize = 4

  /// A rank of places, the one to tell first. A country is the last: much else may happen in it.
  static func size(of value: MentionValue) -> Int? {
    guard case .place(let place) = value else { return nil }
    switch place.type {
    case .city: return 0
    case .district: return 1
    case .region, .other: return 2
    case .street: return streetSize
    case .country: return countrySize
    default: return nil
    }
  }

  static func day(_ span: DateSpan) -> DateSpan? {
    span.grain == .day && !span.recurring && span.from != nil && span.from == span.to ? span : nil
  }
}

/// What the sentences read so far tell, so that none is read twice.
final class ToldScenes {
  private var scenes: [Int: ToldScene] = [:]

  subscript(sentence: Int) -> ToldScene? {
    get { scenes[sentence] }
    set { scenes[sentence] = newValue }
  }
}
