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
        guard let value = extractor.kinds[match.kind]?.value(of: match, in: context) else {
          return nil
        }
        return context.keep(value, rule: match.rule)
      }
      // Later layers see dates in the calendar.
      if layer == BuiltInKinds.dateLayer {
        anchor = context.placeDates(published: published)
      }
    }
    return Document(
      id: id, published: published, anchor: anchor,
      mentions: mentions())
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
    var covered = 0
    for record in records {
      if record.kind == number {
        if record.tokens.lowerBound < covered { continue }
      } else {
        covered = max(covered, record.tokens.upperBound)
      }
      let range = context.mentionRange(of: record.tokens)
      mentions.append(
        Mention(
          utf8Range: range,
          text: String(decoding: buffer.utf8[range], as: UTF8.self),
          value: context.value(of: record),
          rule: extractor.rules.ruleName(context.ruleNumbers[record.payload])))
    }
    return mentions
  }
}
