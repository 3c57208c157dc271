import RussianMorphology
import RussianText
import TextRules

/// What a title is held in where no record names it: «спикер палаты представителей».
struct TitleBodies: Sendable {
  private let bodies: CompiledLexicon
  private let isWhole: [Bool]
  private let topics: CompiledLexicon

  /// - Parameters:
  ///   - bodies: Nouns for bodies, with the column `name`.
  ///   - topics: Prepositions that join a title or a body to its field.
  init(bodies: CompiledLexicon, topics: CompiledLexicon) {
    self.bodies = bodies
    self.topics = topics
    let column = bodies.column("name")!
    isWhole = (0..<bodies.count).map { bodies.text(entry: $0, column: column) == "whole" }
  }

  /// Where a title ends and what it is held in begins.
  struct Division {
    var titleEnd: Int
    /// The words of the body's name; nil if a record has it.
    var body: Range<Int>?
  }

  /// Divides a title from the body behind it.
  ///
  /// - Parameters:
  ///   - title: The words of the title's record.
  ///   - end: Where the words behind it end.
  func division(of title: Range<Int>, until end: Int, _ context: FactContext) -> Division? {
    guard let head = context.head(of: title), end > head + 1 else { return nil }
    let found = noun(behind: head, of: title, until: end, context)
    let nearEnd = max(title.upperBound, found?.tokens.upperBound ?? 0)
    if let name = organization(from: head + 1, to: nearEnd, context),
      context.kinds.hasAnalysis(name.lowerBound, .sing) || found == nil && name.count == 1
    {
      let start = start(ofBody: name.lowerBound, after: head, context)
      let bodyEnd = phraseEnd(from: name.upperBound, until: end, context)
      // «тренер испанского клуба «Барселона»»: the adjectives are not the name's.
      return Division(titleEnd: start, body: bodyEnd == name.upperBound ? nil : start..<bodyEnd)
    }
    if let found {
      let start = start(ofBody: found.tokens.lowerBound, after: head, context)
      if found.isWhole {
        let bodyEnd = phraseEnd(from: found.tokens.upperBound, until: end, context)
        guard start < found.tokens.lowerBound || bodyEnd > found.tokens.upperBound else {
          return nil
        }
        // «глава отдела продаж «Ромашки»»: a part of the one that has a name, unless its own has a capital.
        if !context.kinds.isCapitalized(found.tokens.lowerBound), let owner = owner(in: found.tokens.upperBound..<bodyEnd, context) {
          return Division(titleEnd: owner, body: nil)
        }
        return Division(titleEnd: start, body: start..<bodyEnd)
      }
      let next = found.tokens.upperBound
      if organization(from: next, to: next + 2, context) != nil {
        return Division(titleEnd: start, body: nil)
      }
      if let name = name(at: next, until: end, context) {
        return Division(titleEnd: start, body: name)
      }
      return next >= title.upperBound ? Division(titleEnd: start, body: nil) : nil
    }
    var titleEnd = title.upperBound
    while titleEnd > head + 1, context.kinds.hasAnalysis(titleEnd - 1, .ADJF) { titleEnd -= 1 }
    return titleEnd < title.upperBound ? Division(titleEnd: titleEnd, body: nil) : nil
  }

  /// A name in quotation marks or with a capital behind a title, if it is no record.
  func name(behind title: Int, until end: Int, _ context: FactContext) -> Range<Int>? {
    var token = title
    while token < end, token < title + 2, context.buffer[token].shape == .lower,
      context.kinds.hasAnalysis(token, [.ADJF, .gent])
    {
      token += 1
    }
    return name(at: token, until: end, context)
  }

  /// Where the field ends that stands behind a title: «министр по делам спорта».
  func fieldEnd(from token: Int, until end: Int, _ context: FactContext) -> Int {
    guard token < end, isTopic(token, context) else { return token }
    let first = [MentionKind.organization, .place].compactMap {
      context.records(of: $0, in: token..<end).first?.tokens.lowerBound
    }.min()
    return phraseEnd(from: token, until: min(end, first ?? end), context)
  }

  // MARK: Parts

  /// The first noun for a body behind the head of a title.
  private func noun(
    behind head: Int, of title: Range<Int>, until end: Int, _ context: FactContext
  ) -> (tokens: Range<Int>, isWhole: Bool)? {
    var found: (tokens: Range<Int>, isWhole: Bool)?
    let range = head + 1..<min(end, title.upperBound + 4)
    guard !range.isEmpty else { return nil }
    context.kinds.forEachEntry(of: bodies, in: range) { tokens, entry in
      if found == nil { found = (tokens, isWhole[entry]) }
    }
    guard let found else { return nil }
    let last = found.tokens.upperBound - 1
    let isGenitive = context.kinds.hasAnalysis(last, [.gent, .sing])
      || found.tokens.count > 1 && context.kinds.hasAnalysis(last, .gent)
    let gap = min(title.upperBound, found.tokens.lowerBound)..<found.tokens.lowerBound
    guard isGenitive, gap.allSatisfy({ isAttribute($0, context) }) else { return nil }
    return found
  }

  /// Where the name begins of the organization with which the words end; nil if none does.
  private func owner(in words: Range<Int>, _ context: FactContext) -> Int? {
    guard let name = context.records(of: .organization, in: words).last?.tokens,
      name.upperBound == words.upperBound
        || name.upperBound + 1 == words.upperBound && context.kinds.isQuote(name.upperBound)
    else { return nil }
    var start = name.lowerBound
    if start > words.lowerBound, context.kinds.isQuote(start - 1) { start -= 1 }
    // «отдела компании «Ромашка»»
    if start > words.lowerBound, context.has(bodies, in: start - 1..<start) { start -= 1 }
    return start
  }

  /// Goes back over the adjectives before a body.
  private func start(ofBody noun: Int, after head: Int, _ context: FactContext) -> Int {
    var start = noun
    while start - 1 > head, isAttribute(start - 1, context) { start -= 1 }
    return start
  }

  private func isAttribute(_ token: Int, _ context: FactContext) -> Bool {
    context.kinds.hasAnalysis(token, [.ADJF, .gent])
      && !context.kinds.hasAnalysis(token, .Apro)
  }

  private func organization(
    from start: Int, to end: Int, _ context: FactContext
  ) -> Range<Int>? {
    guard start < min(end, context.buffer.count) else { return nil }
    return context.records(of: .organization, in: start..<min(end, context.buffer.count)).first?
      .tokens
  }

  /// A quoted name, or one with a capital, that begins at a token.
  private func name(at token: Int, until end: Int, _ context: FactContext) -> Range<Int>? {
    guard token < end else { return nil }
    if context.kinds.isQuote(token) {
      let start = token + 1
      guard start < end, context.kinds.isCapitalized(start),
        let close = (start..<end).first(where: context.kinds.isQuote), close - start <= 6
      else { return nil }
      return start..<close
    }
    guard context.kinds.isCapitalized(token), !context.kinds.opensSentence(token),
      !beginsOther(token, context),
      !context.kinds.morphology.isKnown(context.buffer[token].word)
        || context.buffer[token].shape == .upper || context.kinds.hasAnalysis(token, .gent)
    else { return nil }
    var name = token
    while name < end, isPartOfName(name, context) { name += 1 }
    let isShort = context.buffer[token].shape == .upper || context.buffer[token].shape == .mixed
    if name == token + 1, isShort { return token..<name }
    let close = phraseEnd(from: name, until: end, context)
    // «герцога Кембриджского»
    let isAdjective = context.kinds.hasAnalysis(token, .ADJF) && !context.kinds.hasAnalysis(token, .NOUN)
    return close == token + 1 && isAdjective ? nil : token..<close
  }

  private func isPartOfName(_ token: Int, _ context: FactContext) -> Bool {
    context.kinds.isCapitalized(token)
      || context.buffer[token].shape == .lower && !context.buffer[token].flags.contains(.cyrillic)
  }

  /// Where the genitives end that a noun has behind it, with its field: «комитета Думы по спорту».
  private func phraseEnd(from start: Int, until end: Int, _ context: FactContext) -> Int {
    var last = start
    var token = start
    var hasTopic = false
    while token < end, !beginsOther(token, context) {
      if let name = nameEnd(at: token, context) {
        token = min(end, name)
        last = token
      } else if let close = closingQuote(of: token, until: end, context) {
        token = close + 1
        last = token
      } else if context.buffer[token].shape == .none {
        break
      } else if isTopic(token, context) {
        hasTopic = true
        token += 1
      } else if context.kinds.isFunctional(token) {
        guard context.kinds.hasAnalysis(token, .CONJ), !isBody(behind: token, until: end, context)
        else { break }
        token += 1
      } else {
        let wanted: Grammemes = hasTopic ? [] : .gent
        let isNoun = context.kinds.hasAnalysis(token, wanted.union(.NOUN))
        let isOther = context.kinds.hasAnalysis(token, wanted.union(.ADJF))
          || context.kinds.hasAnalysis(token, wanted.union(.PRTF))
        guard isNoun || isOther else { break }
        token += 1
        if isNoun { last = token }
      }
    }
    return last
  }

  /// The mark that closes the name which a quotation mark opens.
  private func closingQuote(of token: Int, until end: Int, _ context: FactContext) -> Int? {
    guard context.kinds.isQuote(token), token + 1 < end,
      !context.buffer[token + 1].flags.contains(.spaceBefore),
      context.kinds.isCapitalized(token + 1)
    else { return nil }
    return (token + 1..<min(end, token + 8)).first(where: context.kinds.isQuote)
  }

  /// Does another body stand behind a conjunction?
  private func isBody(behind token: Int, until end: Int, _ context: FactContext) -> Bool {
    let range = token + 1..<min(end, token + 4)
    return !range.isEmpty && context.has(bodies, in: range)
  }

  private func isTopic(_ token: Int, _ context: FactContext) -> Bool {
    context.has(topics, in: token..<token + 1)
  }

  /// Does a name begin there, or the title of one? «Палата представителей», «офис президента» have titles
  /// in their own.
  private func beginsOther(_ token: Int, _ context: FactContext) -> Bool {
    if !context.records(of: .person, in: token..<token + 1).isEmpty { return true }
    guard let title = context.records(of: .position, in: token..<token + 1).first else { return false }
    let next = title.tokens.upperBound
    guard next < context.buffer.count, context.kinds.hasAnalysis(token, .sing),
      let person = context.records(of: .person, in: next..<next + 1).first,
      let head = context.head(of: title.tokens)
    else { return false }
    // «советник главы офиса президента Иван Кравчук»
    return context.shareCase(head, person.tokens, isOne: true)
  }

  private func nameEnd(at token: Int, _ context: FactContext) -> Int? {
    [MentionKind.organization, .place].lazy.compactMap {
      context.records(of: $0, in: token..<token + 1).first?.tokens.upperBound
    }.first
  }
}
