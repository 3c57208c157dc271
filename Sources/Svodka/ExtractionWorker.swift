import RussianMorphology
import RussianText
import TextRules

/// Extracts one document at a time into reused buffers; each task has its own.
public final class ExtractionWorker {
  private let extractor: Extractor
  private let buffer: TokenBuffer
  private let matcher: RuleMatcher
  private let context: KindContext

  init(_ extractor: Extractor) {
    self.extractor = extractor
    do {
      buffer = try TokenBuffer()
    } catch {
      // The extractor has used ICU already; it does not go away.
      preconditionFailure("ICU: \(error)")
    }
    let morphology = MorphologyCache(words: buffer.words)
    matcher = RuleMatcher(rules: extractor.rules, buffer: buffer, morphology: morphology)
    context = KindContext(matcher: matcher)
    matcher.recordField = { [unowned context] record, name in
      context.value(of: record).field(name)
    }
  }

  /// Returns the records of a text in valid UTF-8.
  public func extract(
    utf8: UnsafeBufferPointer<UInt8>, id: String, published: CalendarDay? = nil,
    title: String? = nil
  ) -> Document {
    if buffer.words.isFull { buffer.words.removeAll() }
    extractor.tokenizer.tokenize(utf8, into: buffer)
    matcher.begin()
    context.begin()
    var anchor = Anchor.none
    for layer in 0..<extractor.rules.layerCount {
      matcher.run(layer: layer, sentences: 0..<buffer.sentences.count) { match in
        let value =
          if let kind = extractor.kinds[match.kind] {
            kind.value(of: match, in: context)
          } else {
            CustomKind(name: extractor.rules.kinds[match.kind]).value(of: match, in: context)
          }
        return value.map { context.keep($0, rule: match.rule) }
      }
      // Later layers see dates in the calendar.
      if layer == BuiltInKinds.dateLayer {
        anchor = context.placeDates(published: published)
      }
    }
    var mentions = mentions()
    let entities = extractor.entities?.merge(
      &mentions, tokens: context.mentionTokens, in: context)
    return Document(
      id: id, published: published, anchor: anchor, mentions: mentions, entities: entities ?? [])
  }

  /// The records as mentions in text order. A number that another record holds is part of it.
  private func mentions() -> [Mention] {
    let number = extractor.rules.kindNumber(MentionKind.number.rawValue)
    var records = (0..<matcher.recordCount).map(matcher.record)
    records.sort {
      ($0.tokens.lowerBound, $0.kind == number ? 1 : 0, -$0.tokens.upperBound, $0.kind)
        < ($1.tokens.lowerBound, $1.kind == number ? 1 : 0, -$1.tokens.upperBound, $1.kind)
    }
    var mentions: [Mention] = []
    context.mentionTokens.removeAll(keepingCapacity: true)
    var covered = 0
    for record in records {
      if record.kind == number {
        if record.tokens.lowerBound < covered { continue }
      } else {
        covered = max(covered, record.tokens.upperBound)
      }
      let range = context.mentionRange(of: record.tokens)
      context.mentionTokens.append(record.tokens)
      mentions.append(
        Mention(
          utf8Range: range,
          text: String(decoding: buffer.utf8[range], as: UTF8.self),
          value: context.value(of: record),
          rule: extractor.rules.ruleName(context.ruleNumbers[record.payload])))
    }
    return mentions
  }

  // MARK: Explanation

  func explain(utf8: UnsafeBufferPointer<UInt8>, published: CalendarDay?) -> Explanation {
    let trace = RuleTrace()
    matcher.trace = trace
    let document = extract(utf8: utf8, id: "", published: published)
    matcher.trace = nil
    var records = document.mentions.map {
      Explanation.Record(mention: $0, captures: [], losers: [])
    }
    var leftOut: [Explanation.Loser] = []
    for candidate in trace.candidates {
      let rule = extractor.rules.ruleName(candidate.rule)
      let range = context.utf8Range(of: candidate.tokens)
      let text = String(decoding: utf8[range], as: UTF8.self)
      switch candidate.outcome {
      case .made:
        let own = records.firstIndex { $0.mention.rule == rule && $0.mention.utf8Range == range }
        if let own { records[own].captures = candidate.captures.map(captured) }
      case .lost(let winner, let advantage):
        let name = extractor.rules.ruleName(winner)
        let loser = Explanation.Loser(
          rule: rule, text: text, utf8Range: range, reason: Self.reason(advantage))
        let holder = records.firstIndex {
          $0.mention.rule == name && $0.mention.utf8Range.overlaps(range)
        }
        if let holder { records[holder].losers.append(loser) }
      case .noValue:
        leftOut.append(
          Explanation.Loser(
            rule: rule, text: text, utf8Range: range, reason: "its parts make no value"))
      case .discarded:
        leftOut.append(
          Explanation.Loser(
            rule: rule, text: text, utf8Range: range, reason: "the rule keeps others away"))
      }
    }
    return Explanation(
      text: String(decoding: utf8, as: UTF8.self), records: records, leftOut: leftOut)
  }

  private func captured(_ capture: RuleTrace.Capture) -> Explanation.Capture {
    Explanation.Capture(
      name: capture.name,
      text: String(decoding: context.bytes(of: capture.tokens), as: UTF8.self),
      source: capture.record.map { extractor.rules.kinds[$0.kind] }
        ?? capture.entry.map { "entry \($0.number + 1) of \($0.list)" })
  }

  private static func reason(_ advantage: RuleTrace.Advantage) -> String {
    switch advantage {
    case .priority: "its priority is lower"
    case .length: "it is shorter"
    case .position: "it begins later"
    case .order: "it stands later in the rule files"
    }
  }

  func whyNot(
    _ phrase: String, kind: String, utf8: UnsafeBufferPointer<UInt8>
  ) -> [NearMiss] {
    _ = extract(utf8: utf8, id: "")
    guard let number = extractor.rules.kindNumber(kind), let tokens = tokens(of: phrase) else {
      return []
    }
    return matcher.progress(kind: number, in: tokens).map { progress in
      let matched = progress.matched
      let next = matched.upperBound
      return NearMiss(
        rule: extractor.rules.ruleName(progress.rule),
        matched: matched.isEmpty
          ? "" : String(decoding: context.bytes(of: matched), as: UTF8.self),
        stoppedAt: next < buffer.count ? buffer.text(of: next) : nil,
        expected: progress.expected ?? progress.failed.map { "\($0) to hold" } ?? "nothing more")
    }
  }

  /// The tokens of the first place where `phrase` stands.
  private func tokens(of phrase: String) -> Range<Int>? {
    let wanted = Array(phrase.utf8)
    guard !wanted.isEmpty, wanted.count <= buffer.utf8.count else { return nil }
    let start = (0...(buffer.utf8.count - wanted.count)).first {
      buffer.utf8[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
    guard let start else { return nil }
    let inside = (0..<buffer.count).filter {
      Int(buffer[$0].end) > start && Int(buffer[$0].start) < start + wanted.count
    }
    return inside.first.map { $0..<(inside.last! + 1) }
  }
}
