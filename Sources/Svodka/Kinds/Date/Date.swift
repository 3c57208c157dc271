import RussianMorphology
import TextRules

/// Days, periods and ranges of them.
struct DateKind: Kind {
  static let name = "date"

  private let words: DateWords

  init(rules: CompiledRules) throws {
    words = try DateWords(rules: rules)
  }

  /// Keeps the match as an expression, which ``KindContext/placeDates(published:)`` puts into the
  /// calendar when all dates of the document are known; until then the value is empty.
  func value(of match: borrowing Match, in context: KindContext) -> MentionValue? {
    let reader = DateReader(words: words, context: context)
    guard var expression = reader.expression(of: match) else { return nil }
    expression.tokens = match.tokens
    let first = match.tokens.lowerBound
    if first > 1, words.isCourse(first - 1, context), words.isIn(first - 2, context) {
      context.matcher.resize(to: first - 1..<match.tokens.upperBound)
    }
    context.dates.append((payload: context.values.count, expression: expression))
    return .date(DateSpan(from: nil, to: nil, grain: expression.first.grain))
  }
}

/// Reads the captures of a match into an expression.
struct DateReader {
  let words: DateWords
  let context: KindContext

  /// - Returns: `nil` if the words are no date after all: 31 February, a fifth quarter.
  func expression(of match: borrowing Match) -> TemporalExpression? {
    switch match.field("form") {
    case "range": return range(match)
    case "since": return open(.since, match)
    case "until": return open(.until, match)
    case "cumulative": return cumulative(match)
    case "rolling":
      return units(match).map { TemporalExpression(.trailing(count: $0.count, unit: $0.unit)) }
    case "coming":
      return units(match).map {
        var expression = TemporalExpression(.leading(count: $0.count, unit: $0.unit))
        if let count = match.range("count"), let unit = match.range("unit") {
          expression.length = count.lowerBound..<unit.upperBound
        }
        return expression
      }
    case "these-days":
      return TemporalExpression(
        speaksOfPast(match.tokens) ? .trailing(count: nil, unit: .day) : .leading(count: nil, unit: .day))
    case "away": return away(match)
    case "later": return later(match)
    case "like": return like(match)
    case "recurring": return recurring(match)
    case "weekend": return weekend(match)
    case "zero-month":
      guard match.range("month-date").map({ text(of: $0).hasPrefix("0") }) ?? false else { return nil }
      return single(match)
    default: return single(match)
    }
  }

  // MARK: Forms

  private func single(_ match: borrowing Match) -> TemporalExpression? {
    if let range = match.range("code") { return code(match, range) }
    if let range = match.range("early") { return earlyYear(range, match) }
    if let range = match.range("ancient") {
      return beforeEra(year: range, isOurs: match.field("era") != nil)
    }
    if match.range("ancient-century") != nil {
      return TemporalExpression(.point, first: CalendarPoint(division: .century(0)))
    }
    if let range = match.range("event") {
      let text = text(of: range)
      guard let year = Int(text.suffix(4)), (1950...2035).contains(year) else { return nil }
      // «сен-2012»
      if let month = words.month(text.dropLast(4).prefix { $0.isLetter }) {
        context.gluedMonths.insert(range.lowerBound)
        return TemporalExpression(.point, first: CalendarPoint(year: .number(year), month: month))
      }
      return TemporalExpression(.point, first: CalendarPoint(year: .number(year)))
    }
    if let entry = match.entry("adj"), let unit = unit(match, .near) {
      guard agrees(match) else { return nil }
      return relative(words.adjectives[entry], unit)
    }
    guard let point = point(match, .near), !isLoose(point, match) else { return nil }
    return TemporalExpression(.point, first: point)
  }

  /// «об этом месяц назад»: the pronoun in another case belongs to another word.
  private func agrees(_ match: borrowing Match) -> Bool {
    guard let adjective = match.range("adj"), let unit = match.range("unit"),
      adjective.count == 1, unit.count == 1,
      context.hasAnalysis(adjective.lowerBound, .ADJF), context.hasAnalysis(unit.lowerBound, .NOUN)
    else { return true }
    let nouns = context.morphology.analyses(of: context.buffer[unit.lowerBound].word)
    return context.morphology.analyses(of: context.buffer[adjective.lowerBound].word).contains { own in
      nouns.contains {
        RussianMorphology.Agreement.agree(
          context.morphology.grammemes(of: own), context.morphology.grammemes(of: $0))
      }
    }
  }

  /// «988 году»: a year of three digits, where the case of «год» is not the one a count asks for.
  private func earlyYear(_ range: Range<Int>, _ match: borrowing Match) -> TemporalExpression? {
    guard let year = Int(text(of: range)), let word = match.range("early-word")?.lowerBound,
      year >= 100, isYearWord(word, after: year, startingAt: range.lowerBound)
    else { return nil }
    return TemporalExpression(.point, first: CalendarPoint(year: .number(year)))
  }

  private func isYearWord(_ word: Int, after number: Int, startingAt start: Int) -> Bool {
    guard context.buffer[word].kind == .word else { return false }
    let endsWithOne = number % 10 == 1 && number % 100 != 11
    let isBehindIn = start > 0 && words.isIn(start - 1, context)
    if context.buffer[word].length <= 3 {
      // «в 988 г.»: grams are mostly a round number, or named, as in «в 125 г. муки».
      if number % 5 == 0 { return false }
      let next = word + 1
      let isNamed =
        next < context.buffer.count && !context.buffer[next].flags.contains(.sentenceStart)
        && context.hasAnalysis(next, [.NOUN, .gent]) && !context.isFunctional(next)
      return isBehindIn && !isNamed
    }
    if context.hasAnalysis(word, [.gent]) {
      let few = (2...4).contains(number % 10) && !(12...14).contains(number % 100)
      return !few
    }
    return context.hasAnalysis(word, [.datv]) ? true : !endsWithOne
  }

  /// Nothing before the year 1 has a place in the calendar of the records.
  private func beforeEra(year: Range<Int>, isOurs: Bool) -> TemporalExpression? {
    guard let number = Int(text(of: year)), number > 0 else { return nil }
    return TemporalExpression(
      .point, first: CalendarPoint(year: .number(isOurs ? number : 1 - number)))
  }

  /// Words that are a date only in company: an abbreviated month, a season that is not adverbial.
  private func isLoose(_ point: CalendarPoint, _ match: borrowing Match) -> Bool {
    let hasCompany = point.day != nil || point.year != nil || point.direction != nil
    if hasCompany { return false }
    if let entry = match.entry("month"), words.shortMonths[entry] { return true }
    if let entry = match.entry("weekday"), words.shortWeekdays[entry] { return true }
    if point.relative?.offset == 0, match.entry("relday") != nil {
      return !tellsOfOneDay(match.tokens)
    }
    if let entry = match.entry("season"), !words.loneSeasons[entry] {
      return match.field("alone") == nil
    }
    return false
  }

  private func relative(_ adjective: DateWords.Adjective, _ unit: DateGrain) -> TemporalExpression?
  {
    if adjective.isWeak { return nil }
    if adjective.isRolling {
      return TemporalExpression(
        adjective.offset < 0 ? .trailing(count: 1, unit: unit) : .leading(count: 1, unit: unit))
    }
    // «в этот день», «на следующий день» speak of a day that the text has named.
    if adjective.pointsBack || unit == .day {
      return TemporalExpression(.near(count: adjective.offset, unit: unit))
    }
    var point = CalendarPoint()
    point.relative = RelativeDate(unit: unit, offset: adjective.offset)
    return TemporalExpression(.point, first: point)
  }

  private func range(_ match: borrowing Match) -> TemporalExpression? {
    if let entry = match.entry("months") {
      var first = CalendarPoint()
      first.year = year(match, .near)
      var last = first
      (first.month, last.month) = words.monthPairs[entry]
      return TemporalExpression(.range, first: first, last: last)
    }
    guard var first = point(match, .near, inRange: true), let last = point(match, .far, inRange: true)
    else { return nil }
    if case .decade? = last.division, first.division == nil { return nil }
    if first.division == nil, match.range("number") != nil, let end = last.division,
      let number = number(match, .near)
    {
      // «во втором и третьем кварталах»: the noun stands behind the last one alone.
      first.division = end.withNumber(number)
    }
    if first.isEmpty || last.isEmpty || isBackward(first, last) { return nil }
    if match.field("consecutive") != nil {
      guard case .number(let start)? = first.year, case .number(let end)? = last.year,
        end == start + 1
      else { return nil }
    }
    return TemporalExpression(.range, first: first, last: last)
  }

  private func isBackward(_ first: CalendarPoint, _ last: CalendarPoint) -> Bool {
    if case .number(let start)? = first.year, case .number(let end)? = last.year {
      if start > end { return true }
      if start < end { return false }
    }
    if first.month == nil || last.month == first.month, let start = first.day, let end = last.day {
      return start >= end
    }
    return false
  }

  private func open(_ form: TemporalExpression.Form, _ match: borrowing Match)
    -> TemporalExpression?
  {
    if let entry = match.entry("adj"), let unit = unit(match, .near) {
      let adjective = words.adjectives[entry]
      if adjective.isWeak || adjective.isRolling || adjective.pointsBack { return nil }
      var point = CalendarPoint()
      point.relative = RelativeDate(unit: unit, offset: adjective.offset)
      point.part = part(match, .near)
      return TemporalExpression(form, first: point)
    }
    guard let point = point(match, .near), !point.isEmpty else { return nil }
    if let entry = match.entry("month"), words.shortMonths[entry], point.day == nil { return nil }
    if let entry = match.entry("weekday"), words.shortWeekdays[entry], point.day == nil {
      return nil
    }
    return TemporalExpression(form, first: point)
  }

  private func cumulative(_ match: borrowing Match) -> TemporalExpression? {
    guard let count = count(match), let unit = unit(match, .near) else { return nil }
    switch unit {
    case .month where (1...12).contains(count): break
    case .quarter where (1...4).contains(count): break
    default: return nil
    }
    var point = CalendarPoint()
    point.year = year(match, .near)
    if match.range("year") != nil, point.year == nil { return nil }
    return TemporalExpression(.cumulative(count: count, unit: unit), first: point)
  }

  private func away(_ match: borrowing Match) -> TemporalExpression? {
    let unit = match.range("day-and-night") == nil ? unit(match, .near) : .day
    guard let unit, let entry = match.entry("distance") else { return nil }
    let distance = words.distances[entry]
    if match.range("vague") != nil {
      return TemporalExpression(
        distance.direction < 0
          ? .trailing(count: nil, unit: unit) : .leading(count: nil, unit: unit))
    }
    if match.range("count") != nil, count(match) == nil { return nil }
    let offset = distance.direction * (count(match) ?? 1)
    return TemporalExpression(
      distance.pointsBack ? .shifted(count: offset, unit: unit) : .away(count: offset, unit: unit))
  }

  private func later(_ match: borrowing Match) -> TemporalExpression? {
    guard let unit = unit(match, .near) else { return nil }
    if match.range("vague") != nil {
      return TemporalExpression(.leading(count: nil, unit: unit))
    }
    if match.range("count") != nil, count(match) == nil { return nil }
    return TemporalExpression(.away(count: count(match) ?? 1, unit: unit))
  }

  private func like(_ match: borrowing Match) -> TemporalExpression? {
    guard let entry = match.entry("like") else { return nil }
    var point = CalendarPoint()
    point.year = year(match, .near)
    if point.year == nil, match.range("year") != nil { return nil }
    return TemporalExpression(.shifted(count: words.likes[entry], unit: .year), first: point)
  }

  private func weekend(_ match: borrowing Match) -> TemporalExpression? {
    guard let entry = match.entry("adj") else { return TemporalExpression(.weekend(offset: 0)) }
    let adjective = words.adjectives[entry]
    if adjective.isWeak || adjective.pointsBack { return nil }
    return TemporalExpression(.weekend(offset: adjective.offset))
  }

  /// How many of which unit: `nil` for «несколько», and for «последние годы».
  private func units(_ match: borrowing Match) -> (count: Int?, unit: DateGrain)? {
    guard let unit = unit(match, .near) else { return nil }
    guard match.range("count") != nil else { return (nil, unit) }
    guard let count = count(match), (1...1000).contains(count) else { return nil }
    return (count, unit)
  }

  private func speaksOfPast(_ tokens: Range<Int>) -> Bool {
    context.sentence(of: tokens.lowerBound).contains { index in
      context.buffer[index].kind == .word && context.hasAnalysis(index, [.VERB, .past])
    }
  }

  /// «Сегодня» is the day itself where something has happened or will; with verbs in the present
  /// alone it means nowadays.
  private func tellsOfOneDay(_ tokens: Range<Int>) -> Bool {
    context.sentence(of: tokens.lowerBound).contains { index in
      context.buffer[index].kind == .word
        && (context.hasAnalysis(index, [.VERB, .past]) || context.hasAnalysis(index, [.VERB, .futr]))
    }
  }

  private func recurring(_ match: borrowing Match) -> TemporalExpression? {
    if let entry = match.entry("recurring") {
      return words.recurring[entry].map { TemporalExpression(.recurring($0)) }
    }
    if let unit = unit(match, .near) { return TemporalExpression(.recurring(unit)) }
    return TemporalExpression(.recurring(match.range("month") != nil ? .month : .day))
  }

  /// `4К2023`, `9М 2023`.
  private func code(_ match: borrowing Match, _ range: Range<Int>) -> TemporalExpression? {
    guard let head = DateNumber(text(of: range)) else { return nil }
    var letters = head.letters
    let figures = letters.reversed().prefix { $0.isASCII && $0.isNumber }.count
    var year = year(match, .near)
    if figures > 0 {
      guard year == nil, figures == 2 || figures == 4 else { return nil }
      guard let number = Int(letters.suffix(figures)) else { return nil }
      if figures == 4, !(1900...2099).contains(number) { return nil }
      year = figures == 4 ? .number(number) : .short(number)
      letters = letters.dropLast(figures)
    }
    guard let year, let unit = words.ending(letters)?.code else { return nil }
    var point = CalendarPoint()
    point.year = year
    switch unit {
    case .quarter where (1...4).contains(head.value): point.division = .quarter(head.value)
    case .half where (1...2).contains(head.value): point.division = .half(head.value)
    case .month where (1...12).contains(head.value):
      return TemporalExpression(.cumulative(count: head.value, unit: .month), first: point)
    default: return nil
    }
    return TemporalExpression(.point, first: point)
  }

  // MARK: Points

  /// Which end of a range the captures belong to.
  enum End { case near, far }

  private func point(_ match: borrowing Match, _ end: End, inRange: Bool = false) -> CalendarPoint? {
    var point = CalendarPoint()
    if let range = match.range(end == .near ? "date" : "end-date") {
      guard let date = NumericDate(text(of: range)) else {
        if NumericDate.looksLikeDate(text(of: range)) { context.impossibleDates.append(range) }
        return nil
      }
      // «14.10» is a decimal number, unless the other end of a range is a whole date.
      if date.point.year == nil, end == .far || !inRange { return nil }
      return date.point
    }
    if match.range(end == .near ? "year" : "end-year") != nil
      || match.range(end == .near ? "yearadj" : "end-yearadj") != nil
    {
      guard let year = year(match, end, inRange: inRange) else { return nil }
      point.year = year
    } else if match.range(end == .near ? "thisyear" : "end-thisyear") != nil {
      point.year = .relative(0)
    }
    point.part = part(match, end)
    guard addMonth(to: &point, match, end), addDivision(to: &point, match, end),
      addRelative(to: &point, match, end)
    else { return nil }
    if point.isPossible { return point }
    context.impossibleDates.append(match.tokens)
    return nil
  }

  /// «10-августа», «12.2019»
  private func addGlued(
    to point: inout CalendarPoint, _ match: borrowing Match, _ end: End
  ) -> Bool {
    if end == .near, let range = match.range("glued-day") {
      guard let number = DateNumber(text(of: range)), let month = words.month(number.letters),
        (1...31).contains(number.value)
      else { return false }
      (point.day, point.month) = (number.value, month)
    }
    if let range = match.range(end == .near ? "month-date" : "end-month-date") {
      let parts = text(of: range).split(separator: ".")
      guard parts.count == 2, parts[0].utf8.count == 2, parts[1].utf8.count == 4,
        let month = Int(parts[0]), let year = Int(parts[1]), (1...12).contains(month),
        (1900...2099).contains(year)
      else { return false }
      (point.month, point.year) = (month, .number(year))
    }
    return true
  }

  private func addMonth(
    to point: inout CalendarPoint, _ match: borrowing Match, _ end: End
  ) -> Bool {
    if !addGlued(to: &point, match, end) { return false }
    if let entry = match.entry(end == .near ? "month" : "end-month") {
      point.month = words.months[entry]
    }
    if let range = match.range("month-number"), end == .near {
      point.month = DateNumber(text(of: range))?.value
    }
    if let entry = match.entry("monthadj"), end == .near {
      point.month = words.monthAdjectives[entry]
    }
    if let entry = match.entry("weekdayadj"), end == .near {
      point.weekday = words.weekdayAdjectives[entry]
    }
    if let entry = match.entry("yearrel"), end == .near {
      point.year = .relative(words.yearAdjectives[entry])
    }
    if let entry = match.entry("holiday"), end == .near {
      (point.month, point.day) = words.holidays[entry]
      point.direction = 1
    }
    if let entry = match.entry(end == .near ? "weekday" : "end-weekday") {
      point.weekday = words.weekdays[entry]
    }
    if let range = match.range(end == .near ? "day" : "end-day") {
      if let entry = match.entry(end == .near ? "day" : "end-day") {
        point.day = words.ordinals[entry]
      } else if let number = DateNumber(text(of: range)) {
        guard number.letters.isEmpty || words.ending(number.letters)?.isDay == true else {
          return false
        }
        point.day = number.value
      }
      guard let day = point.day, (1...31).contains(day) else {
        if point.month != nil { context.impossibleDates.append(match.tokens) }
        return false
      }
    }
    return true
  }

  /// Sets the decade that begins with `year`, or the same one of the century that stands beside it.
  private func setDecade(
    _ year: Int, of point: inout CalendarPoint, _ match: borrowing Match
  ) -> Bool {
    var year = year
    if match.range("last-century") != nil {
      year = 1900 + year % 100
    } else if match.range("of-century") != nil {
      // In «первая половина 20-х годов XIX века» the first number is the half's.
      let end: End = match.range("decade-half") == nil ? .near : .far
      guard let century = number(match, end), (2...22).contains(century) else { return false }
      year = (century - 1) * 100 + year % 100
    }
    point.division = .decade(year)
    return true
  }

  private func addDivision(
    to point: inout CalendarPoint, _ match: borrowing Match, _ end: End
  ) -> Bool {
    if let entry = match.entry(end == .near ? "season" : "end-season") {
      point.division = .months(words.seasons[entry].first, words.seasons[entry].last)
      return true
    }
    if let entry = match.entry("seasonadj"), end == .near {
      let season = words.seasonAdjectives[entry]
      point.division = .months(season.first, season.last)
      return true
    }
    if let entry = match.entry("decadeword"), end == .near {
      let value = words.decades[entry]
      return setDecade(value < 100 ? 1900 + value : value, of: &point, match)
    }
    if let range = match.range(end == .near ? "decade" : "end-decade") {
      guard let number = DateNumber(text(of: range)), number.value % 10 == 0,
        words.ending(number.letters)?.isDecade == true
      else { return false }
      let century = number.digits == 4 ? 0 : number.value < 30 ? 2000 : 1900
      guard setDecade(century + number.value, of: &point, match) else { return false }
      guard match.range("decade-half") != nil else { return true }
      guard case let half = self.number(match, .near) ?? 2, (1...2).contains(half),
        case .decade(let start)? = point.division
      else { return false }
      point.division = .years(start + (half - 1) * 5, count: 5)
      return true
    }
    if match.range("of-end-century") != nil, end == .near { return addCenturyPart(to: &point, match) }
    let count = number(match, end)
    if match.range(end == .near ? "quarter" : "end-quarter") != nil {
      return divide(&point, .quarter(count ?? 4), 1...4)
    }
    if match.range(end == .near ? "half" : "end-half") != nil {
      return divide(&point, .half(count ?? 2), 1...2)
    }
    if match.range("third") != nil, end == .near { return divide(&point, .third(count ?? 3), 1...3) }
    if match.range(end == .near ? "century" : "end-century") != nil {
      guard let count else { return false }
      return divide(&point, .century(count), 1...22)
    }
    if match.range("nth-month") != nil, end == .near {
      point.month = count ?? 12
      return (1...12).contains(point.month!)
    }
    return true
  }

  /// «первой половины XX века», «последней четверти XIX века»
  private func addCenturyPart(to point: inout CalendarPoint, _ match: borrowing Match) -> Bool {
    let parts = match.range("century-half") != nil ? 2 : match.range("century-third") != nil ? 3 : 4
    let part = number(match, .near) ?? parts
    guard let century = number(match, .far), (1...parts).contains(part), (1...22).contains(century)
    else { return false }
    let (start, end) = ((part - 1) * 100 / parts, part * 100 / parts)
    point.division = .years((century - 1) * 100 + 1 + start, count: end - start)
    return true
  }

  private func divide(
    _ point: inout CalendarPoint, _ division: CalendarPoint.Division, _ allowed: ClosedRange<Int>
  ) -> Bool {
    point.division = division
    return division.number.map(allowed.contains) ?? true
  }

  /// Adds what counts from the anchor: «прошлым летом», «в минувший вторник», «завтрашний день».
  private func addRelative(
    to point: inout CalendarPoint, _ match: borrowing Match, _ end: End
  ) -> Bool {
    if end == .near {
      let day =
        match.entry("relday").map { words.relativeDays[$0] }
        ?? match.entry("reldayadj").map { words.relativeDayAdjectives[$0] }
      if let day, point.day == nil { point.relative = RelativeDate(unit: .day, offset: day) }
    }
    guard let entry = match.entry(end == .near ? "adj" : "end-adj") else {
      // «до конца недели»: this week.
      if let unit = unit(match, end) { point.relative = RelativeDate(unit: unit, offset: 0) }
      return true
    }
    let adjective = words.adjectives[entry]
    if adjective.isWeak || adjective.pointsBack { return false }
    if let unit = unit(match, end) {
      if adjective.isRolling { return false }
      point.relative = RelativeDate(unit: unit, offset: adjective.offset)
    } else {
      point.direction = adjective.offset.signum()
    }
    return true
  }

  // MARK: Captures

  private func text(of tokens: Range<Int>) -> String {
    String(decoding: context.bytes(of: tokens), as: UTF8.self)
  }

  private func part(_ match: borrowing Match, _ end: End) -> CalendarPoint.Part? {
    match.entry(end == .near ? "part" : "end-part").flatMap { words.parts[$0] }
  }

  private func unit(_ match: borrowing Match, _ end: End) -> DateGrain? {
    match.entry(end == .near ? "unit" : "end-unit").flatMap { words.units[$0] }
  }

  private func count(_ match: borrowing Match) -> Int? {
    guard let record = match.record("count"), case .number(let number) = context.value(of: record)
    else { return nil }
    // Beyond this nothing lies in the calendar.
    return number.value.single?.intValue.flatMap { (-9999...9999).contains($0) ? $0 : nil }
  }

  /// The number of a quarter, half, century or month; `nil` for the last one.
  private func number(_ match: borrowing Match, _ end: End) -> Int? {
    guard let range = match.range(end == .near ? "number" : "end-number") else { return nil }
    if let entry = match.entry(end == .near ? "number" : "end-number") {
      return words.ordinals[entry]
    }
    guard let number = DateNumber(text(of: range)),
      number.letters.isEmpty || words.ending(number.letters)?.isNth == true
    else { return 0 }
    return number.value
  }

  /// The year; `nil` if there is none, or the digits are none.
  private func year(
    _ match: borrowing Match, _ end: End, inRange: Bool = false
  ) -> CalendarPoint.YearReference? {
    if let entry = match.entry(end == .near ? "yearadj" : "end-yearadj") {
      let adjective = words.adjectives[entry]
      if adjective.isRolling { return nil }
      return adjective.pointsBack && adjective.offset == 0 ? .previous : .relative(adjective.offset)
    }
    guard let range = match.range(end == .near ? "year" : "end-year"),
      let number = DateNumber(text(of: range))
    else { return nil }
    if number.digits == 2 { return number.letters.isEmpty ? .short(number.value) : nil }
    if !number.letters.isEmpty, words.ending(number.letters)?.isYear != true { return nil }
    // «1775—1783 годов»: the noun behind the last year is the first one's too.
    let hasNoun =
      match.range(end == .near ? "yearword" : "end-yearword") != nil
      || inRange && match.range("end-yearword") != nil
    if number.digits == 3, hasNoun { return number.value >= 100 ? .number(number.value) : nil }
    guard number.digits == 4 else { return nil }
    let isNamed = hasNoun || !number.letters.isEmpty
    let hasMonth = match.range(end == .near ? "month" : "end-month") != nil
    let likely = isNamed || hasMonth ? 1000...2999 : inRange ? 1800...2199 : 1900...2099
    return likely.contains(number.value) ? .number(number.value) : nil
  }
}

extension CalendarPoint.Division {
  /// The number of a quarter, a half, a third or a century.
  var number: Int? {
    switch self {
    case .quarter(let number), .half(let number), .third(let number), .century(let number): number
    default: nil
    }
  }

  func withNumber(_ number: Int) -> CalendarPoint.Division? {
    switch self {
    case .quarter: (1...4).contains(number) ? .quarter(number) : nil
    case .half: (1...2).contains(number) ? .half(number) : nil
    case .century: (1...22).contains(number) ? .century(number) : nil
    default: nil
    }
  }
}
