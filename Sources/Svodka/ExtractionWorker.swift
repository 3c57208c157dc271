import RussianMorphology
import RussianText
import TextRules

/// Extracts one document at a time into reused buffers; each task has its own.
public final class ExtractionWorker {
  private let extractor: Extractor
  private let buffer: TokenBuffer
  private let matcher: RuleMatcher
  private let context: KindContext
  private let frames: FrameMatcher
  private lazy var structure = SentenceStructure(context)
  /// What became of each head of a frame, where it was asked for.
  private var frameOutcomes: [FrameOutcome]?

  /// What became of the head of a frame.
  private struct FrameOutcome {
    let head: KeptMatch
    let match: FrameMatch?
    let facts: Result<[Fact], FrameFailure>
  }

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
    frames = FrameMatcher(matcher: matcher)
    context.keepsReferences = extractor.references != nil
    matcher.recordField = { [unowned context] record, name in
      context.value(of: record).field(name)
    }
  }

  /// Returns the records of a text in valid UTF-8.
  public func extract(
    utf8: UnsafeBufferPointer<UInt8>, id: String, published: CalendarDay? = nil,
    title: String? = nil
  ) -> Document {
    do {
      return try extract(utf8: utf8, id: id, published: published, title: title, before: nil)
    } catch {
      preconditionFailure("no deadline was set")
    }
  }

  /// Returns the records of a text.
  ///
  ///     let worker = extractor.makeWorker()
  ///     for text in texts { print(worker.extract(text).mentions) }
  public func extract(
    _ text: String, id: String = "", published: CalendarDay? = nil, title: String? = nil
  ) -> Document {
    var text = text
    return text.withUTF8 { extract(utf8: $0, id: id, published: published, title: title) }
  }

  /// A deadline went by while a document was worked on.
  package struct DeadlineError: Error {
    package init() {}
  }

  /// Returns the records of a text, or throws if that takes longer than it may.
  ///
  /// The clock is looked at between steps, each of which takes time in proportion to the text.
  package func extract(
    utf8: UnsafeBufferPointer<UInt8>, id: String, published: CalendarDay?, title: String?,
    before deadline: ContinuousClock.Instant?
  ) throws(DeadlineError) -> Document {
    if buffer.words.isFull { buffer.words.removeAll() }
    let isGiven = published != nil
    let headline = title.flatMap(headline)
    let published = published ?? headline?.day
    extractor.tokenizer.tokenize(utf8, into: buffer)
    matcher.begin()
    context.begin()
    var anchor = Anchor.none
    for layer in 0..<extractor.rules.layerCount {
      if let deadline, ContinuousClock.now > deadline { throw DeadlineError() }
      matcher.run(layer: layer, sentences: 0..<buffer.sentences.count) { match in
        if extractor.rules.isFrame(match.rule) { return keepHead(match) }
        if extractor.isFact[match.kind], let maker = extractor.facts[match.kind] {
          return keep(match, for: maker)
        }
        let value =
          if let own = extractor.ownNames?.value(
            of: match, kind: extractor.rules.kinds[match.kind], in: context)
          {
            own
          } else if let kind = extractor.kinds[match.kind] {
            kind.value(of: match, in: context)
          } else {
            custom(match)
          }
        return value.map { context.keep($0, rule: match.rule) }
      }
      // Later layers see dates in the calendar.
      if layer == BuiltInKinds.dateLayer {
        anchor = context.placeDates(published: published)
        if published != nil, published == headline?.day, !isGiven { anchor = .dateline }
      }
      if layer == BuiltInKinds.nameLayer { extractor.names?.settle(in: context, title: headline?.names) }
    }
    if let deadline, ContinuousClock.now > deadline { throw DeadlineError() }
    var mentions = mentions()
    var entities =
      extractor.entities?.merge(&mentions, tokens: context.mentionTokens, in: context) ?? []
    extractor.references?.add(to: &mentions, &entities, in: context)
    var document = Document(
      id: id, published: published, anchor: anchor,
      mentions: mentions, entities: entities, facts: try facts(mentions, entities, deadline),
      title: title)
    if buffer.cutSentences > 0 { document.warnings.append(.longSentence) }
    return document
  }

  /// What a headline tells of its text: the names that it makes sure, and its day.
  private func headline(_ title: String) -> (names: DocumentNames.Known?, day: CalendarDay?)? {
    guard extractor.names != nil, !title.isEmpty, let nameLayer = BuiltInKinds.nameLayer else {
      return nil
    }
    var title = title
    return title.withUTF8 { utf8 in
      extractor.tokenizer.tokenize(utf8, into: buffer)
      matcher.begin()
      context.begin()
      for layer in 0...nameLayer {
        matcher.run(layer: layer, sentences: 0..<buffer.sentences.count) { match in
          guard !extractor.isFact[match.kind] else { return nil }
          let value = extractor.kinds[match.kind]?.value(of: match, in: context)
          return value.map { context.keep($0, rule: match.rule) }
        }
      }
      return (extractor.names?.sureNames(in: context), context.writtenDay)
    }
  }

  /// The value of a record of a user's own kind.
  private func custom(_ match: borrowing Match) -> MentionValue? {
    let kind = extractor.rules.kinds[match.kind]
    if !extractor.fieldMakers.isEmpty, let fields = extractor.fieldMakers[match.ruleName] {
      return fields(RuleMatch(match: copy match, context: context)).map {
        .custom(kind: kind, fields: $0)
      }
    }
    return CustomKind(name: kind).value(of: match, in: context)
  }

  /// Keeps a match until its facts can be made; returns the payload of its record.
  private func keep(_ match: borrowing Match, for maker: any FactMaker) -> Int? {
    guard maker.accepts(match, in: context) else { return nil }
    context.factMatches.append(match.kept())
    let kind = extractor.rules.kinds[match.kind]
    return context.keep(.custom(kind: kind, fields: [:]), rule: match.rule)
  }

  /// Keeps the head of a frame until its facts can be made. It makes no record and takes no words.
  private func keepHead(_ match: borrowing Match) -> Int? {
    let sentence = context.sentence(of: match.tokens.lowerBound)
    if frameOutcomes != nil || frames.mayHold(match, in: sentence) {
      context.frameHeads.append(match.kept())
    }
    return nil
  }

  /// Sorts the heads by their sentences, in a sentence by the order of the rule files: of frames that
  /// tell the same the one written first counts.
  private func sortFrameHeads() {
    let keyed = context.frameHeads.map { head in
      (head, context.sentence(of: head.tokens.lowerBound).lowerBound)
    }
    context.frameHeads = keyed.sorted { one, other in
      (one.1, one.0.rule, one.0.tokens.lowerBound) < (other.1, other.0.rule, other.0.tokens.lowerBound)
    }.map(\.0)
  }

  /// The facts of the frames whose heads were kept, and by the number of their kind the frames of
  /// which a maker makes facts.
  private func frameFacts(
    _ surroundings: FactContext, _ deadline: ContinuousClock.Instant?
  ) throws(DeadlineError) -> (facts: [Fact], forMakers: [Int: [FrameMatch]]) {
    guard !context.frameHeads.isEmpty else { return ([], [:]) }
    sortFrameHeads()
    var reader = FrameReader(surroundings)
    var forMakers: [Int: [FrameMatch]] = [:]
    let standIns = StandIns(surroundings)
    frames.standIn = { standIns.record(at: $0, of: $1) }
    frames.topic = { standIns.topic(of: $0, $1) }
    defer {
      frames.standIn = { _, _ in nil }
      frames.topic = { _, _ in nil }
    }
    var sentence = 0..<0
    for head in context.frameHeads {
      if !sentence.contains(head.tokens.lowerBound) {
        if let deadline, ContinuousClock.now > deadline { throw DeadlineError() }
        sentence = context.sentence(of: head.tokens.lowerBound)
        frames.read { structure.read(sentence, into: &$0) }
      }
      guard head.tokens.upperBound <= sentence.upperBound else { continue }
      switch frames.match(head) {
      case .success(let match):
        let kind = extractor.rules.kindOfRule(match.rule)
        let facts: Result<[Fact], FrameFailure>
        if extractor.facts[kind] == nil {
          facts = reader.add(match)
        } else {
          forMakers[kind, default: []].append(match)
          facts = .success([])
        }
        frameOutcomes?.append(FrameOutcome(head: head, match: match, facts: facts))
      case .failure(let failure):
        frameOutcomes?.append(FrameOutcome(head: head, match: nil, facts: .failure(failure)))
      }
    }
    return (reader.facts, forMakers)
  }

  /// Adds to what became of the frames the facts that makers made of them.
  private func note(_ facts: [Fact], in outcomes: inout [FrameOutcome]) {
    for index in outcomes.indices {
      let outcome = outcomes[index]
      guard extractor.facts[extractor.rules.kindOfRule(outcome.head.rule)] != nil,
        case .success = outcome.facts
      else { continue }
      let rule = extractor.rules.ruleName(outcome.head.rule)
      let range = context.utf8Range(of: outcome.head.tokens)
      let own = facts.filter { $0.rule == rule && $0.utf8Range.overlaps(range) }
      outcomes[index] = FrameOutcome(
        head: outcome.head, match: outcome.match,
        facts: own.isEmpty ? .failure(.dropped(reason: "another rule tells it")) : .success(own))
    }
  }

  /// The facts in text order.
  private func facts(
    _ mentions: [Mention], _ entities: [Entity], _ deadline: ContinuousClock.Instant?
  ) throws(DeadlineError) -> [Fact] {
    guard !context.factMatches.isEmpty || !context.frameHeads.isEmpty else { return [] }
    context.factMatches.sort {
      ($0.tokens.lowerBound, $0.tokens.upperBound, $0.rule)
        < ($1.tokens.lowerBound, $1.tokens.upperBound, $1.rule)
    }
    let surroundings = FactContext(kinds: context, mentions: mentions, entities: entities)
    var matches: [[KeptMatch]] = Array(repeating: [], count: extractor.facts.count)
    for match in context.factMatches { matches[match.kind].append(match) }
    for (number, maker) in extractor.facts.enumerated() {
      guard let maker, !context.frameHeads.isEmpty else { continue }
      let told = maker.toldHeads(by: matches[number], in: surroundings)
      guard !told.isEmpty else { continue }
      context.frameHeads.removeAll {
        told.contains($0.tokens.lowerBound) && extractor.rules.kindOfRule($0.rule) == number
      }
    }
    let framed = try frameFacts(surroundings, deadline)
    var facts: [Fact] = []
    for (number, maker) in extractor.facts.enumerated() {
      guard let maker, !type(of: maker).isPart else { continue }
      if let deadline, ContinuousClock.now > deadline { throw DeadlineError() }
      var own = matches[number]
      let others = type(of: maker).readsToo.compactMap(extractor.rules.kindNumber)
      if others.contains(where: { !matches[$0].isEmpty }) {
        own = context.factMatches.filter { $0.kind == number || others.contains($0.kind) }
      }
      let frames = framed.forMakers[number] ?? []
      if !own.isEmpty || !frames.isEmpty {
        facts += maker.facts(of: own, frames: frames, in: surroundings)
      }
    }
    facts += framed.facts
    if var outcomes = frameOutcomes {
      note(facts, in: &outcomes)
      frameOutcomes = outcomes
    }
    let order = facts.indices.sorted {
      (facts[$0].utf8Range.lowerBound, $0) < (facts[$1].utf8Range.lowerBound, $1)
    }
    return Self.withSources(order.map { facts[$0] })
  }

  /// Numbers in direct speech are the speaker's.
  private static func withSources(_ facts: [Fact]) -> [Fact] {
    var facts = facts
    var speech: (end: Int, speaker: EntityReference)?
    for index in facts.indices {
      let range = facts[index].utf8Range
      if case .quote(let quote) = facts[index].statement,
        range.upperBound > speech?.end ?? 0
      {
        speech = (range.upperBound, quote.speaker)
      }
      if let speech, range.upperBound <= speech.end { facts[index].setSource(speech.speaker) }
    }
    return facts
  }

  /// «31 февраля 2020 года» is no date; its day and its year are none, and no numbers, either.
  private func removePartsOfImpossibleDates(from records: inout [MatchedRecord]) {
    let impossible = Set(context.impossibleDates.joined())
    records.removeAll { record in
      switch context.values[record.payload] {
      case .number, .ordinal: break
      case .date(let date) where date.grain == .year: break
      default: return false
      }
      return record.tokens.allSatisfy(impossible.contains)
    }
  }

  /// The records as mentions in text order. A number that another record holds is part of it.
  private func mentions() -> [Mention] {
    let number = extractor.rules.kindNumber(MentionKind.number.rawValue)
    let date = extractor.rules.kindNumber(MentionKind.date.rawValue)
    var records: [MatchedRecord] = []
    records.reserveCapacity(matcher.recordCount)
    for index in 0..<matcher.recordCount {
      let record = matcher.record(index)
      if record.kind >= 0, !extractor.isFact[record.kind] { records.append(record) }
    }
    context.mentionNumbers = Array(repeating: nil, count: context.values.count)
    if extractor.replacesKinds { removeReplaced(from: &records) }
    if !context.impossibleDates.isEmpty { removePartsOfImpossibleDates(from: &records) }
    records.sort {
      ($0.tokens.lowerBound, $0.kind == number ? 1 : 0, -$0.tokens.upperBound, $0.kind)
        < ($1.tokens.lowerBound, $1.kind == number ? 1 : 0, -$1.tokens.upperBound, $1.kind)
    }
    var placed: [(record: MatchedRecord, range: Range<Int>)] = []
    placed.reserveCapacity(records.count)
    var covered = 0
    for record in records {
      if record.kind == number {
        if record.tokens.lowerBound < covered { continue }
      } else {
        covered = max(covered, record.tokens.upperBound)
      }
      let range = context.mentionRange(
        of: context.narrowed.isEmpty
          ? record.tokens : context.narrowed[record.payload] ?? record.tokens,
        isDate: record.kind == date)
      placed.append((record, range))
    }
    var mentions: [Mention] = []
    mentions.reserveCapacity(placed.count)
    context.mentionTokens.removeAll(keepingCapacity: true)
    for (record, range) in Self.inTextOrder(placed) {
      context.mentionTokens.append(record.tokens)
      context.mentionNumbers[record.payload] = mentions.count
      mentions.append(
        Mention(
          utf8Range: range,
          text: String(decoding: buffer.utf8[range], as: UTF8.self),
          value: context.value(of: record),
          rule: extractor.rules.ruleName(context.ruleNumbers[record.payload])))
    }
    return mentions
  }

  /// The records by where their mentions stand: of two of one kind that overlap the first, or the
  /// longer, stays. Records stand in the order of their tokens, of which a mention may leave some out.
  private static func inTextOrder(
    _ placed: [(record: MatchedRecord, range: Range<Int>)]
  ) -> [(record: MatchedRecord, range: Range<Int>)] {
    var placed = placed
    let isOrdered = zip(placed, placed.dropFirst()).allSatisfy {
      $0.range.lowerBound <= $1.range.lowerBound
    }
    if !isOrdered {
      let order = placed.indices.sorted {
        (placed[$0].range.lowerBound, -placed[$0].range.upperBound, $0)
          < (placed[$1].range.lowerBound, -placed[$1].range.upperBound, $1)
      }
      placed = order.map { placed[$0] }
    }
    var ends: [Int: Int] = [:]
    placed.removeAll { record, range in
      if range.lowerBound < ends[record.kind, default: 0] { return true }
      ends[record.kind] = range.upperBound
      return false
    }
    return placed
  }

  /// Drops the records that give way to those of a user's rules.
  private func removeReplaced(from records: inout [MatchedRecord]) {
    var winners: [Int: [Range<Int>]] = [:]
    for record in records {
      for loser in extractor.rules.replacedKinds[record.kind] {
        winners[loser, default: []].append(record.tokens)
      }
    }
    for kind in winners.keys { winners[kind]!.sort { $0.lowerBound < $1.lowerBound } }
    records.removeAll { record in
      guard let ranges = winners[record.kind] else { return false }
      // Records of one kind do not overlap, so the last that begins before the end decides.
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].lowerBound < record.tokens.upperBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low > 0 && ranges[low - 1].overlaps(record.tokens)
    }
  }

  // MARK: Explanation

  func explain(utf8: UnsafeBufferPointer<UInt8>, published: CalendarDay?) -> Explanation {
    let trace = RuleTrace()
    matcher.trace = trace
    frameOutcomes = []
    let document = extract(utf8: utf8, id: "", published: published)
    matcher.trace = nil
    let outcomes = frameOutcomes ?? []
    frameOutcomes = nil
    var records = document.mentions.map {
      Explanation.Record(mention: $0, captures: [], losers: [])
    }
    var statements: [Explanation.Statement] = []
    var leftOut: [Explanation.Loser] = []
    // Places are compared before names: most records stand elsewhere.
    for candidate in trace.candidates where !extractor.rules.isFrame(candidate.rule) {
      let rule = extractor.rules.ruleName(candidate.rule)
      let range = context.utf8Range(of: candidate.tokens)
      let text = String(decoding: utf8[range], as: UTF8.self)
      switch candidate.outcome {
      case .made where extractor.facts[extractor.rules.kindOfRule(candidate.rule)] != nil:
        let maker = extractor.facts[extractor.rules.kindOfRule(candidate.rule)]
        let stated = context.utf8Range(of: candidate.wholeTokens)
        statements.append(
          Explanation.Statement(
            rule: rule, text: self.text(of: candidate.wholeTokens), utf8Range: range,
            captures: candidate.captures.map(captured),
            facts: document.facts.filter {
              $0.utf8Range.overlaps(stated) && $0.rule == rule
            }, isPart: maker.map { type(of: $0).isPart } ?? false))
      case .made:
        let own = records.firstIndex { $0.mention.utf8Range == range && $0.mention.rule == rule }
        if let own { records[own].captures = candidate.captures.map(captured) }
      case .lost(let winner, let advantage):
        let name = extractor.rules.ruleName(winner)
        let loser = Explanation.Loser(
          rule: rule, text: text, utf8Range: range, reason: Self.reason(advantage))
        let holder = records.firstIndex {
          $0.mention.utf8Range.overlaps(range) && $0.mention.rule == name
        }
        if let holder { records[holder].losers.append(loser) }
        let stated = statements.firstIndex { $0.utf8Range.overlaps(range) && $0.rule == name }
        if let stated { statements[stated].losers.append(loser) }
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
    statements += outcomes.compactMap(statement)
    return Explanation(
      text: String(decoding: utf8, as: UTF8.self), records: records, statements: statements,
      leftOut: leftOut, warnings: impossibleDates())
  }

  /// A frame that gave facts, with the words and the path of each argument.
  private func statement(_ outcome: FrameOutcome) -> Explanation.Statement? {
    guard let match = outcome.match, case .success(let facts) = outcome.facts, !facts.isEmpty else {
      return nil
    }
    let rules = extractor.rules
    let names = rules.fact(rules.kinds[rules.kindOfRule(match.rule)])?.arguments.map(\.name) ?? []
    let head = Explanation.Capture(name: "head", text: text(of: match.head))
    let arguments = zip(names, match.arguments).flatMap { name, bindings in
      bindings.map { binding in
        Explanation.Capture(
          name: name, text: text(of: binding.tokens),
          source: binding.path + (binding.isInferred ? ", inferred" : ""))
      }
    }
    return Explanation.Statement(
      rule: rules.ruleName(match.rule),
      text: facts.first.map { String(decoding: buffer.utf8[$0.utf8Range], as: UTF8.self) } ?? "",
      utf8Range: facts.first?.utf8Range ?? context.utf8Range(of: match.head),
      captures: [head] + arguments, facts: facts, isPart: false)
  }

  /// Why the head of a frame gave no fact.
  private func reason(_ failure: FrameFailure) -> String {
    switch failure {
    case .missing(let argument): "nothing that the sentence ties to it can be the \(argument)"
    case .dropped(let reason): "dropped: \(reason)"
    case .unreal: "the text does not say that it happened"
    }
  }

  /// A warning for each day that the calendar does not have; of nested expressions the whole one.
  private func impossibleDates() -> [String] {
    var whole: [Range<Int>] = []
    for tokens in context.impossibleDates.sorted(by: { $0.count > $1.count })
    where !whole.contains(where: { $0.overlaps(tokens) }) {
      whole.append(tokens)
    }
    return whole.sorted { $0.lowerBound < $1.lowerBound }.map {
      "«\(text(of: $0))» is no day of the calendar, so no date"
    }
  }

  private func text(of tokens: Range<Int>) -> String {
    String(decoding: context.bytes(of: tokens), as: UTF8.self)
  }

  private func captured(_ capture: RuleTrace.Capture) -> Explanation.Capture {
    Explanation.Capture(
      name: capture.name,
      text: self.text(of: capture.tokens),
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

  /// The structure of each sentence as facts see it, as text.
  func trees(utf8: UnsafeBufferPointer<UInt8>) -> String {
    _ = extract(utf8: utf8, id: "")
    var tree = HeadTree()
    return buffer.sentences.map { sentence in
      structure.read(sentence.range, into: &tree)
      return tree.outline { words in
        text(of: words.lowerBound + sentence.range.lowerBound..<words.upperBound + sentence.range.lowerBound)
      }
    }.joined(separator: "\n")
  }

  func whyNot(
    _ phrase: String, kind: String, utf8: UnsafeBufferPointer<UInt8>
  ) -> [NearMiss] {
    let trace = RuleTrace()
    matcher.trace = trace
    frameOutcomes = []
    _ = extract(utf8: utf8, id: "")
    matcher.trace = nil
    let outcomes = frameOutcomes ?? []
    frameOutcomes = nil
    guard let number = extractor.rules.kindNumber(kind), let tokens = tokens(of: phrase) else {
      return []
    }
    // Rules that fitted, and still made nothing, tell most.
    var misses: [NearMiss] = []
    for outcome in outcomes
    where extractor.rules.kindOfRule(outcome.head.rule) == number
      && (outcome.head.tokens.overlaps(tokens)
        || outcome.head.tokens.overlaps(context.sentence(of: tokens.lowerBound)))
    {
      guard case .failure(let failure) = outcome.facts else { continue }
      misses.append(
        NearMiss(
          rule: extractor.rules.ruleName(outcome.head.rule), matched: text(of: outcome.head.tokens),
          stoppedAt: nil, expected: nil, reason: reason(failure)))
    }
    let readFrames = Set(outcomes.map { extractor.rules.ruleName($0.head.rule) })
    for candidate in trace.candidates
    where extractor.rules.kindOfRule(candidate.rule) == number
      && !extractor.rules.isFrame(candidate.rule)
      && candidate.tokens.overlaps(tokens)
    {
      guard let reason = reason(candidate.outcome, at: candidate.tokens, in: trace) else {
        continue
      }
      misses.append(
        NearMiss(
          rule: extractor.rules.ruleName(candidate.rule), matched: text(of: candidate.tokens),
          stoppedAt: nil, expected: nil, reason: reason))
    }
    let told = Set(misses.map(\.rule)).union(readFrames)
    for progress in matcher.progress(kind: number, in: tokens) {
      let rule = extractor.rules.ruleName(progress.rule)
      let next = progress.matched.upperBound
      let expected = progress.expected ?? progress.failed.map { "\($0) to hold" }
      guard !told.contains(rule), let expected else { continue }
      misses.append(
        NearMiss(
          rule: rule, matched: progress.matched.isEmpty ? "" : text(of: progress.matched),
          stoppedAt: next < buffer.count ? buffer.text(of: next) : nil, expected: expected,
          reason: nil))
    }
    return misses
  }

  /// Why a match made no record; nil if it did.
  private func reason(
    _ outcome: RuleTrace.Outcome, at tokens: Range<Int>, in trace: RuleTrace
  ) -> String? {
    switch outcome {
    case .made: return nil
    case .noValue: return "its parts make no value"
    case .discarded: return "the rule keeps others from these words"
    case .lost(let winner, let advantage):
      let holder = trace.candidates.first { $0.rule == winner && $0.tokens.overlaps(tokens) }
      let place = holder.map { " «\(text(of: $0.tokens))»" } ?? ""
      return "\(extractor.rules.ruleName(winner)) took\(place); \(Self.reason(advantage))"
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
