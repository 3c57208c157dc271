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
  /// What a count counts.
  var thing: CountedThing?
  /// It stands for the whole clause before.
  var isStatement = false
}

/// What a count counts, in the parts that a count of some of them shares: «подтопленные» «дома».
struct CountedThing {
  /// The participle and the circumstances of the verb.
  var state: [String]
  /// Nominative plural; empty for people, whom the state alone names.
  var noun: String
  /// Nominative singular.
  var counted: String
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
  /// The verb that a count hangs on.
  var verb: Int?
  /// What it is a share of: «поставок», empty if that is not told; nil if it is no share that falls to
  /// somebody.
  var wholeOfShare: String?
  /// The line of transactions.tsv that its verb is.
  var transaction: Int?
  /// Where the value stands, if that is not where the match is.
  var amount: Range<Int>?
  /// It stands beside the place that it is of: «в Томске (5 %)».
  var isPlaced = false
  /// The arguments that its sentence does not state.
  var inferred: [String] = []

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

  /// Takes over what another value of the same says of when, where and whose.
  mutating func take(from other: IndicatorDraft) {
    period = period ?? other.period
    place = place ?? other.place
    organization = organization ?? other.organization
    status = status ?? other.status
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

extension IndicatorSubject {
  init(
    _ phrase: NominalPhrase, _ chunker: ChunkReader, _ context: FactContext, prefix: String? = nil
  ) {
    var phrase = phrase
    // «отметил и приток»
    if phrase.tokens.lowerBound < phrase.head, context.buffer[phrase.tokens.lowerBound].length <= 4,
      context.kinds.hasAnalysis(phrase.tokens.lowerBound, .CONJ)
    {
      phrase.tokens = phrase.tokens.lowerBound + 1..<phrase.tokens.upperBound
    }
    var named = phrase
    for name in phrase.names {
      switch context.value(of: name) {
      case .place:
        place = place ?? name
        // «инфляция в Казахстане»: the place is an argument of its own.
        if phrase.name == nil, name.tokens.upperBound == named.tokens.upperBound,
          name.tokens.lowerBound > named.head
        {
          named.tokens = named.tokens.lowerBound..<name.tokens.lowerBound
        }
      case .organization: organization = organization ?? name
      default: break
      }
    }
    if let kind = place?.kind, phrase.names.count(where: { $0.kind == kind }) > 1 {
      place = nil
      named = phrase
    }
    isName = phrase.name != nil
    self.named = named.tokens
    genitive = chunker.genitiveName(of: named)
    name = prefix.map { $0 + " " + chunker.genitiveName(of: named) } ?? chunker.name(of: named)
    tokens = phrase.tokens
    head = phrase.head
    reading = chunker.nominative(phrase) ?? []
  }
}
