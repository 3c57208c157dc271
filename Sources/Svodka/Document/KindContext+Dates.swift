import RussianMorphology
import RussianText
import TextRules

extension KindContext {
  /// Puts the dates found so far into the calendar.
  ///
  /// - Returns: where the day that the text speaks from came from.
  func placeDates(published: CalendarDay?) -> Anchor {
    guard !dates.isEmpty else { return published == nil ? .none : .given }
    dates.sort { $0.expression.tokens.lowerBound < $1.expression.tokens.lowerBound }
    numberSentences()
    let expressions = dates.map(\.expression)
    let anchor = AnchorDate(published: published, expressions: expressions)
    var resolver = DateResolver(anchor: anchor)
    for (date, span) in zip(dates, resolver.resolve(expressions)) {
      values[date.payload] = .date(span)
      if let length = date.expression.length { addLength(length, of: date.expression) }
    }
    return anchor?.source ?? .none
  }

  /// The only day that is written out among the dates, year and all.
  var writtenDay: CalendarDay? {
    let days = Set(
      dates.filter { $0.expression.form == .point }.compactMap { $0.expression.first.writtenDay })
    return days.count == 1 ? days.first : nil
  }

  /// «Ближайшие пять лет» are a date and, without the adjective, a duration.
  private func addLength(_ tokens: Range<Int>, of expression: TemporalExpression) {
    guard case .leading(let count?, let unit) = expression.form,
      let designator = ISODuration.Designator(unit),
      let iso = ISODuration.sum([.init(count: DecimalNumber(count), unit: designator)]),
      let kind = matcher.rules.kindNumber(MentionKind.duration.rawValue),
      let rule = (0..<matcher.rules.ruleCount).first(where: {
        matcher.rules.ruleName($0) == "duration.amount"
      })
    else { return }
    let payload = keep(.duration(TimeLength(iso: iso)), rule: rule)
    matcher.add(MatchedRecord(kind: kind, payload: payload, tokens: tokens))
  }

  /// The tokens of the sentence that holds the token at `index`.
  func sentence(of index: Int) -> Range<Int> {
    let sentences = buffer.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].range.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? sentences[low].range : 0..<0
  }

  /// Adds what only the surroundings tell: the sentence, whether it speaks of the future, and
  /// whether the date is the text's dateline.
  private func numberSentences() {
    let sentences = buffer.sentences
    var sentence = 0
    var looked = -1
    var isFuture = false
    var isPast = false
    var isPresent = false
    let inWords = matcher.rules.lexicon("date", "in")
    for index in dates.indices {
      let tokens = dates[index].expression.tokens
      while sentence + 1 < sentences.count, sentences[sentence].range.upperBound <= tokens.lowerBound
      { sentence += 1 }
      if looked != sentence, sentence < sentences.count {
        looked = sentence
        isFuture = speaksOfFuture(sentences[sentence].range)
        let range = sentences[sentence].range
        // «построено», «открыты» tell of the past as «построили» does.
        isPast = speaksOfPast(range) || holds(range, [.PRTS, .past])
        isPresent = holds(range, [.VERB, .pres])
      }
      dates[index].expression.sentence = sentence
      dates[index].expression.isFuture = isFuture
      dates[index].expression.isPast = isPast
      dates[index].expression.isPresent = isPresent
      if let inWords, tokens.lowerBound > 0, dates[index].expression.first.grain == .year {
        dates[index].expression.isSetting = holds(inWords, tokens.lowerBound - 1)
      }
      dates[index].expression.isDateline = isDateline(tokens)
    }
  }

  /// Whether a verb in the future tense, or an infinitive alone, stands there and none in the past.
  private func speaksOfFuture(_ tokens: Range<Int>) -> Bool {
    var (isFuture, hasVerb, hasInfinitive) = (false, false, false)
    for index in tokens where buffer[index].kind == .word {
      let grammemes = morphology.allGrammemes(of: buffer[index].word)
      if grammemes.contains(.VERB) {
        if hasAnalysis(index, [.VERB, .past]) { return false }
        hasVerb = true
        if !isFuture { isFuture = hasAnalysis(index, [.VERB, .futr]) }
      }
      if grammemes.contains(.INFN) { hasInfinitive = true }
    }
    return isFuture || hasInfinitive && !hasVerb
  }

  private func speaksOfPast(_ tokens: Range<Int>) -> Bool {
    tokens.contains {
      buffer[$0].kind == .word && morphology.allGrammemes(of: buffer[$0].word).contains(.past)
        && hasAnalysis($0, [.VERB, .past])
    }
  }

  private func holds(_ tokens: Range<Int>, _ wanted: Grammemes) -> Bool {
    tokens.contains { buffer[$0].kind == .word && hasAnalysis($0, wanted) }
  }

  /// A date near the start of the text that punctuation or the end of the paragraph follows.
  private func isDateline(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound < 10 else { return false }
    guard tokens.upperBound < buffer.count else { return true }
    let next = buffer[tokens.upperBound]
    return next.kind == .punctuation || next.flags.contains(.lineBreakBefore)
  }
}
