import RussianMorphology
import RussianText
import TextRules

// Agreements that frames found.
extension AgreementMaker {
  /// The agreements that a frame tells of: one for each of those that are bought, fined or lent to.
  func facts(of frame: FrameMatch, in context: FactContext) -> [Fact] {
    let type = constant("type", of: frame).flatMap(AgreementType.init)
    var drafts = [Draft(range: frame.head)]
    for name in Self.partySlots {
      let members = bindings(name, of: frame)
        .filter { !isAside($0.tokens.lowerBound, from: frame.head, context) }
        .compactMap { Member($0, PartyRole(rawValue: name), context) }
      guard !members.isEmpty else { continue }
      if members.count > 1, isDealtOut(name, type) {
        drafts = drafts.flatMap { draft in members.map { draft.adding([$0]) } }
      } else {
        drafts = drafts.map { $0.adding(members) }
      }
    }
    return drafts.prefix(Self.mostFacts).compactMap { draft in
      // «оштрафована на 5 млн рублей»: a fine with its sum needs no receiver.
      let isFine = type == .penalty && draft.parties.first?.role == .payer && measure(of: frame, context) != nil
      guard draft.parties.count > 1 && !draft.isOneSided || isFine else { return nil }
      return fact(draft, type, of: frame, in: context)
    }
  }

  /// «Ретейлер (управляет сетью «Ромашка») купил …»: what stands in brackets before a verb takes no part.
  private func isAside(_ token: Int, from head: Range<Int>, _ context: FactContext) -> Bool {
    guard token < head.lowerBound else { return false }
    let start = max(context.sentence(of: token).lowerBound, token - 14)
    let open = (start..<max(start, token)).last { context.isSign($0, UInt8(ascii: "(")) }
    guard let open else { return false }
    return !(open..<token).contains { context.isSign($0, UInt8(ascii: ")")) }
      && (token..<head.lowerBound).contains { context.isSign($0, UInt8(ascii: ")")) }
  }

  /// How many facts one frame gives, when those whom it names are many.
  private static let mostFacts = 40
  /// The arguments that are parties; `party` is one without a role.
  private static let partySlots = PartyRole.allCases.map(\.rawValue) + ["party"]

  /// Those of whom each has an agreement of its own: «оштрафовала A и B».
  private func isDealtOut(_ slot: String, _ type: AgreementType?) -> Bool {
    switch type {
    case .purchase: slot == "party"
    case .investment: slot == "receiver"
    case .loan: slot == "borrower"
    case .penalty: slot == "payer"
    default: false
    }
  }

  private struct Member {
    let party: AgreementParty
    let tokens: Range<Int>
    let isInferred: Bool

    init?(_ binding: FrameBinding, _ role: PartyRole?, _ context: FactContext) {
      guard case .record(let record) = binding.value, let reference = context.reference(to: record)
      else { return nil }
      party = AgreementParty(reference, role: role)
      tokens = binding.tokens
      isInferred = binding.isInferred
    }
  }

  private struct Draft {
    var range: Range<Int>
    var parties: [AgreementParty] = []
    /// Where they stand.
    var tokens: [Range<Int>] = []
    var isInferred = false

    /// «закупки у A и B»: sellers without a buyer.
    var isOneSided: Bool {
      parties[0].role != nil && parties.allSatisfy { $0.role == parties[0].role }
    }

    func adding(_ members: [Member]) -> Draft {
      var draft = self
      for member in members {
        guard !draft.parties.contains(where: { $0.reference == member.party.reference }) else {
          continue
        }
        draft.parties.append(member.party)
        draft.tokens.append(member.tokens)
        draft.isInferred = draft.isInferred || member.isInferred
        draft.range =
          min(draft.range.lowerBound, member.tokens.lowerBound)
          ..< max(draft.range.upperBound, member.tokens.upperBound)
      }
      return draft
    }
  }

  private func fact(
    _ draft: Draft, _ type: AgreementType?, of frame: FrameMatch, in context: FactContext
  ) -> Fact {
    // «доля в компании «Василёк»» has the name of what is bought in it.
    let others = type == .purchase
      ? zip(draft.parties, draft.tokens).filter { $0.0.role != nil }.map(\.1) : draft.tokens
    let object = bindings("object", of: frame).first.flatMap {
      text(of: $0, besides: others, context)
    }
    let share = type == .purchase && object == nil ? share(of: draft, frame, context) : nil
    let bought = draft.parties.first { type == .purchase && $0.role == nil }?.name
    let agreement = Agreement(
      type: type, parties: draft.parties, object: object ?? share ?? bought,
      date: date(of: frame, context), measure: measure(of: frame, context),
      subject: subject(of: frame, context) ?? object,
      status: constant("status", of: frame).flatMap(AgreementStatus.init))
    return Fact(
      utf8Range: context.kinds.mentionRange(of: draft.range),
      rule: context.kinds.matcher.rules.ruleName(frame.rule), statement: .agreement(agreement),
      negated: frame.isNegated, inferred: draft.isInferred ? ["parties"] : [])
  }

  // MARK: Arguments

  private func bindings(_ name: String, of frame: FrameMatch) -> [FrameBinding] {
    slots.firstIndex(of: name).map { frame.arguments[$0] } ?? []
  }

  private func constant(_ name: String, of frame: FrameMatch) -> String? {
    slots.firstIndex(of: name).flatMap { frame.constants[$0] }
  }

  private func text(
    of binding: FrameBinding, besides parties: [Range<Int>] = [], _ context: FactContext
  ) -> String? {
    switch binding.value {
    case .record(let record): return context.reference(to: record)?.name
    case .cell(let text): return text
    case .phrase(let head, let isNominative):
      let tokens = closed(phrase(binding.tokens, head, besides: parties, context), context)
      return isNominative
        ? named(tokens, context)
        : Inflector(cache: context.kinds.morphology)
          .nominative(ofTokens: tokens, in: context.buffer)
    }
  }

  /// «20 % акций компании «Василёк»»: what is bought where a percent stands before its name.
  private func share(
    of draft: Draft, _ frame: FrameMatch, _ context: FactContext
  ) -> String? {
    guard let number = draft.parties.firstIndex(where: { $0.role == nil }) else { return nil }
    let party = draft.tokens[number]
    let sentence = context.sentence(of: party.lowerBound)
    let start = max(sentence.lowerBound, party.lowerBound - 8)
    let percents = context.records(of: .percent, in: start..<party.lowerBound)
    guard let percent = percents.last?.tokens,
      !(percent.upperBound..<max(percent.upperBound, party.lowerBound)).contains(where: {
        context.isComma($0) || context.kinds.isVerb($0)
      })
    else { return nil }
    let tokens = closed(percent.lowerBound..<party.upperBound, context)
    return String(decoding: context.kinds.bytes(of: tokens), as: UTF8.self)
  }

  /// A phrase as it stands there, in small letters where it begins a sentence.
  private func named(_ tokens: Range<Int>, _ context: FactContext) -> String {
    let text = String(decoding: context.kinds.bytes(of: tokens), as: UTF8.self)
    let first = tokens.lowerBound
    guard context.kinds.opensSentence(first), context.buffer[first].shape == .title,
      context.records(of: .organization, in: first..<first + 1).isEmpty
    else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  /// A phrase up to the preposition of a party: «автобусы у компании «Ромашка»».
  private func phrase(
    _ tokens: Range<Int>, _ head: Int, besides parties: [Range<Int>], _ context: FactContext
  ) -> Range<Int> {
    guard let party = parties.first(where: { $0.lowerBound > head && tokens.overlaps($0) }) else {
      return tokens
    }
    let end = (head + 1..<party.lowerBound).last { context.kinds.hasAnalysis($0, .PREP) }
    guard let end else { return tokens.lowerBound..<max(tokens.upperBound, party.upperBound) }
    return tokens.lowerBound..<end
  }

  /// A phrase with the quotation mark that closes it: «свою «дочку»».
  private func closed(_ tokens: Range<Int>, _ context: FactContext) -> Range<Int> {
    let next = tokens.upperBound
    guard tokens.filter({ context.kinds.isQuote($0) }).count % 2 == 1, next < context.buffer.count,
      context.kinds.isQuote(next)
    else { return tokens }
    return tokens.lowerBound..<next + 1
  }

  private func subject(of frame: FrameMatch, _ context: FactContext) -> String? {
    constant("subject", of: frame)
      ?? bindings("subject", of: frame).first.flatMap { text(of: $0, context) }
  }

  private func measure(of frame: FrameMatch, _ context: FactContext) -> Measure? {
    guard case .record(let record)? = bindings("measure", of: frame).first?.value else { return nil }
    return context.measure(record)
  }

  /// The first date that is a day or a stretch with both ends.
  private func date(of frame: FrameMatch, _ context: FactContext) -> DateSpan? {
    let spans = bindings("date", of: frame).compactMap { binding -> DateSpan? in
      guard case .record(let record) = binding.value else { return nil }
      return context.period(record)
    }
    return spans.first { !$0.recurring && $0.from != nil && $0.to != nil }
  }
}
