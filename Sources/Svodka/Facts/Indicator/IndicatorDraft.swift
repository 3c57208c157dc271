import RussianMorphology
import TextRules

/// What a value or a change belongs to.
struct IndicatorSubject {
  /// Nominative.
  var name: String
  var genitive: String
  /// The words in the text, if they stand there.
  var tokens: Range<Int>?
  /// Of these, what the name is made of.
  var named: Range<Int>?
  /// The noun that the rest belongs to.
  var head: Int?
  /// Where the name is made of a verb: the verb as a noun, «производство» of «произвели».
  var base: String?
  /// Number and gender, for the pronouns that take it up.
  var reading = Grammemes()
  /// It is a person, an organization or a place.
  var isName = false
  var place: MatchedRecord?
  var organization: MatchedRecord?
}

/// A fact while its sentence is read.
struct IndicatorDraft {
  var match: KeptMatch
  var sentence: Int
  /// The evidence.
  var tokens: Range<Int>
  var subject: IndicatorSubject
  var measure: Measure?
  var change: Change?
  var period: DateSpan?
  var place: EntityReference?
  var organization: EntityReference?
  var status: IndicatorStatus?
  var isNegated = false
  /// It was read off the structure of the sentence.
  var isFigure = false
  /// It describes something by the way: «завод мощностью 300 МВт».
  var isAside = false

  var statement: Statement? {
    var change = change
    if let told = change, ChangeConsistency.isConsistent(told) == false {
      change?.consistent = false
    }
    if let measure = measure ?? change?.to {
      return .indicator(
        Indicator(
          indicator: subject.name, measure: measure, period: period, place: place,
          organization: organization, status: status, change: change))
    }
    return change.map {
      .change(
        IndicatorChange(
          indicator: subject.name, change: $0, period: period, place: place,
          organization: organization))
    }
  }

  mutating func extend(over more: Range<Int>) {
    tokens = min(tokens.lowerBound, more.lowerBound)..<max(tokens.upperBound, more.upperBound)
  }
}

extension Measure {
  var bound: Bound? {
    get {
      switch value {
      case .money(let money): money.bound
      case .percent(let percent): percent.bound
      case .quantity(let quantity): quantity.bound
      }
    }
    set {
      switch value {
      case .money(var money):
        money.bound = newValue
        value = .money(money)
      case .percent(var percent):
        percent.bound = newValue
        value = .percent(percent)
      case .quantity(var quantity):
        quantity.bound = newValue
        value = .quantity(quantity)
      }
    }
  }
}

extension Change {
  /// A fall by −5 % is a fall by 5 %.
  init(direction: ChangeDirection, by: ChangeAmount?, from: Measure?, to: Measure?) {
    self.init(direction: direction, by: by, from: from, to: to, base: nil)
    guard case .measure(var measure)? = by, case .percent(var percent) = measure.value,
      percent.value.low < .zero, let amount = percent.value.map({ $0.negated() })
    else { return }
    percent.value = amount
    measure.value = .percent(percent)
    self.by = .measure(measure)
    self.direction = .down
  }
}
