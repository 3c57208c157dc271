import TextRules

/// The word lists of dates as typed tables, by the numbers of their entries.
struct DateWords: Sendable {
  struct Adjective: Sendable {
    var offset: Int
    /// It points back at the date that the text named last.
    var pointsBack: Bool
    /// The period that it makes ends or begins with the anchor day.
    var isRolling: Bool
    /// An ordinary word that only a year makes a part of a date.
    var isWeak: Bool
  }

  struct Distance: Sendable {
    var direction: Int
    var pointsBack: Bool
  }

  /// What a number with letters behind it may be.
  struct Ending: Sendable {
    var isDay: Bool
    var isNth: Bool
    var isYear: Bool
    var isDecade: Bool
    /// The unit that it stands for in a code: `4К2023`.
    var code: DateGrain?
  }

  let months: [Int]
  /// Abbreviations that need a day or a year beside them.
  let shortMonths: [Bool]
  let monthPairs: [(first: Int, last: Int)]
  let weekdays: [Int]
  let shortWeekdays: [Bool]
  let seasons: [(first: Int, last: Int)]
  /// Forms that are a date without a year beside them.
  let loneSeasons: [Bool]
  let monthAdjectives: [Int]
  let seasonAdjectives: [(first: Int, last: Int)]
  let weekdayAdjectives: [Int]
  /// Years from the anchor's.
  let yearAdjectives: [Int]
  let holidays: [(month: Int, day: Int)]
  let parts: [CalendarPoint.Part?]
  let units: [DateGrain?]
  let adjectives: [Adjective]
  /// `nil` stands for the last one.
  let ordinals: [Int?]
  let decades: [Int]
  let relativeDays: [Int]
  let relativeDayAdjectives: [Int]
  let distances: [Distance]
  let recurring: [DateGrain?]
  let likes: [Int]
  private let endings: [String: Ending]
  private let monthForms: [String: Int]
  private let inWords: CompiledLexicon
  private let courseWords: CompiledLexicon

  init(rules: CompiledRules) throws {
    func list(_ name: String) throws -> WordTableReader {
      try WordTableReader(rules: rules, kind: "date", name: name)
    }
    let month = try list("month")
    months = month.integers("value")
    shortMonths = month.texts("note").map { $0 == "short" }
    let pair = try list("month-pair")
    monthPairs = Array(zip(pair.integers("first"), pair.integers("last")))
    let weekday = try list("weekday")
    weekdays = weekday.integers("value")
    shortWeekdays = weekday.texts("note").map { $0 == "short" }
    let season = try list("season")
    seasons = Array(zip(season.integers("first"), season.integers("last")))
    loneSeasons = season.texts("note").map { $0 == "alone" }
    monthAdjectives = try list("month-adj").integers("value")
    let seasonAdjective = try list("season-adj")
    seasonAdjectives = Array(
      zip(seasonAdjective.integers("first"), seasonAdjective.integers("last")))
    weekdayAdjectives = try list("weekday-adj").integers("value")
    yearAdjectives = try list("year-adj").integers("offset")
    let holiday = try list("holiday")
    holidays = Array(zip(holiday.integers("month"), holiday.integers("day")))
    parts = try list("part").texts("part").map { CalendarPoint.Part(rawValue: $0) }
    units = try list("unit").texts("grain").map { DateGrain(rawValue: $0) }
    let adjective = try list("adj")
    adjectives = zip(adjective.integers("offset"), adjective.texts("note")).map {
      Adjective(
        offset: $0, pointsBack: $1 == "document", isRolling: $1 == "rolling",
        isWeak: $1 == "weak")
    }
    ordinals = try list("ordinal").texts("value").map { Int($0) }
    decades = try list("decade").integers("value")
    relativeDays = try list("relday").integers("offset")
    relativeDayAdjectives = try list("relday-adj").integers("offset")
    let distance = try list("distance")
    distances = zip(distance.integers("direction"), distance.texts("anchor")).map {
      Distance(direction: $0, pointsBack: $1 == "document")
    }
    recurring = try list("recurring").texts("grain").map { DateGrain(rawValue: $0) }
    likes = try list("like").integers("offset")
    let ending = try list("ending")
    var endings: [String: Ending] = [:]
    for (index, form) in ending.texts("form").enumerated() {
      let uses = ending.texts("use")[index].split(separator: " ")
      endings[form.filter { $0 != "\"" }] = Ending(
        isDay: uses.contains("day"), isNth: uses.contains("nth"), isYear: uses.contains("year"),
        isDecade: uses.contains("decade"), code: DateGrain(rawValue: ending.texts("code")[index]))
    }
    self.endings = endings
    guard let courseWords = rules.lexicon("date", "course") else {
      throw MissingWordList(kind: "date", name: "course")
    }
    self.courseWords = courseWords
    guard let inWords = rules.lexicon("date", "in") else {
      throw MissingWordList(kind: "date", name: "in")
    }
    self.inWords = inWords
    let form = try list("month-form")
    monthForms = Dictionary(
      zip(form.texts("form").map { $0.filter { $0 != "\"" } }, form.integers("value")),
      uniquingKeysWith: { first, _ in first })
  }

  /// The month that letters behind the digits of a day name: «10-августа».
  func month(_ letters: Substring) -> Int? { monthForms[letters.lowercased()] }

  /// Whether the token at `index` is the preposition of the day or year in which something happens.
  func isIn(_ index: Int, _ context: KindContext) -> Bool { context.holds(inWords, index) }

  /// Whether the token at `index` is «течение» or «протяжении».
  func isCourse(_ index: Int, _ context: KindContext) -> Bool { context.holds(courseWords, index) }

  func ending(_ letters: Substring) -> Ending? { endings[letters.lowercased()] }
}

/// Reads the columns of a word list.
struct WordTableReader {
  private let lexicon: CompiledLexicon

  init(rules: CompiledRules, kind: String, name: String) throws {
    guard let lexicon = rules.lexicon(kind, name) else {
      throw MissingWordList(kind: kind, name: name)
    }
    self.lexicon = lexicon
  }

  /// The cells of a column, top down; empty where there is none.
  func texts(_ column: String) -> [String] {
    guard let column = lexicon.column(column) else {
      return Array(repeating: "", count: lexicon.count)
    }
    return (0..<lexicon.count).map { lexicon.text(entry: $0, column: column) }
  }

  /// The cells of a column as numbers; 0 where there is none.
  func integers(_ column: String) -> [Int] { texts(column).map { Int($0) ?? 0 } }
}

/// A rule file does not name a word list that its kind reads.
struct MissingWordList: Error, CustomStringConvertible {
  var kind: String
  var name: String
  var description: String { "\(kind).rules: name a word list '\(name)', its kind reads it" }
}
