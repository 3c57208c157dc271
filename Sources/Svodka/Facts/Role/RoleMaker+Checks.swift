import RussianMorphology
import RussianText
import TextRules

// Whose a title beside a name is not.
extension RoleMaker {
  /// Does the title say enough without a place? «Член», «лидер» do not, unless told of what.
  func standsAlone(_ post: RolePost, _ context: FactContext) -> Bool {
    guard let record = post.record else { return false }
    return !post.isBare || record.tokens.count > 1 || !context.has(words[.relational], in: record.tokens)
  }

  /// «адвокат Мороза Иван Кравчук»: of two names behind a title the second, where the first is a
  /// genitive and the second has the case of the title.
  func bearer(
    behind first: MatchedRecord, _ title: MatchedRecord, _ context: FactContext
  ) -> MatchedRecord? {
    let next = first.tokens.upperBound
    guard next < context.buffer.count, context.sentence(of: first.tokens.lowerBound).contains(next),
      let second = context.records(of: .person, in: next..<next + 1).first,
      context.canBe(.gent, first), let head = context.head(of: title.tokens),
      isCaseless(title, context) || context.shareCase(head, second.tokens, isOne: true)
    else { return nil }
    return second
  }

  /// «позвал помощника Мороза», «уволил помощника Ивана Мороза»: may the name be that of the one whom
  /// the title serves?
  func isServed(
    _ person: MatchedRecord, by title: MatchedRecord, isBare: Bool, _ context: FactContext
  ) -> Bool {
    guard title.tokens.upperBound == person.tokens.lowerBound,
      context.has(words[.serving], in: title.tokens), let head = context.head(of: title.tokens)
    else { return false }
    let isOblique = !context.kinds.hasAnalysis(head, [.nomn, .sing]) && context.canBe(.gent, person)
    guard person.tokens.count == 1 else {
      let before = title.tokens.lowerBound - 1
      let isOwned = before >= 0 && context.has(words[.its], in: before..<before + 1)
      return isOblique && isBare && !isOwned
    }
    let name = person.tokens.lowerBound
    return isOblique || !context.kinds.morphology.isKnown(context.buffer[name].word)
      || context.kinds.hasAnalysis(name, .Fixd)
  }

  /// «По словам Кравчука, директор уехал»: a bare title behind a comma that begins a clause of its
  /// own.
  func isSubject(
    _ post: RolePost, behind person: MatchedRecord, _ context: FactContext
  ) -> Bool {
    guard post.place == nil, post.isBare, let title = post.record?.tokens,
      person.tokens.upperBound <= title.lowerBound,
      context.hasPunctuation(between: person.tokens.upperBound, and: title.lowerBound)
    else { return false }
    let next = title.upperBound
    guard context.sentence(of: title.lowerBound).contains(next) else { return false }
    return context.kinds.hasAnalysis(next, .VERB) && !context.kinds.hasAnalysis(next, .NOUN)
      || context.kinds.hasAnalysis(next, .PRTS)
  }

  /// «директор певицы Иван Кравчук»: no man is what a feminine title says.
  func isOfOtherGender(
    _ title: MatchedRecord, _ person: MatchedRecord, _ context: FactContext
  ) -> Bool {
    guard context.gender(of: person) == .male, let head = context.head(of: title.tokens),
      !isCaseless(title, context)
    else { return false }
    return context.has(words[.occupation], in: title.tokens)
      && context.kinds.hasAnalysis(head, [.NOUN, .femn])
      && !context.kinds.hasAnalysis(head, [.NOUN, .masc])
      && !context.kinds.hasAnalysis(head, [.NOUN, .ms_f])
  }

  /// «президент, министр финансов Иван Кравчук»: a head of state before a comma is somebody else, of
  /// whom no name is given; of a firm both may be one.
  func dropSovereigns(of posts: inout [RolePost], _ context: FactContext) {
    guard let last = posts.last?.record, context.has(words[.stateOffice], in: last.tokens) else { return }
    posts.removeAll { post in
      guard let title = post.record, title.tokens != last.tokens, post.place == nil
      else { return false }
      return sovereigns.contains(post.position.name) && context.isComma(title.tokens.upperBound)
    }
  }

  /// «начальника центра, полковника Мороза, директора завода Кравчука», «президента, а также
  /// омбудсмена Кравчука»: does what stands between give the title to somebody else?
  func isOfAnother(
    _ title: MatchedRecord, before person: MatchedRecord, _ context: FactContext
  ) -> Bool {
    guard title.tokens.upperBound < person.tokens.lowerBound,
      let head = context.head(of: title.tokens)
    else { return false }
    let between = title.tokens.upperBound..<person.tokens.lowerBound
    // «представителей республик: глав Чечни Ивана Кравчука и …»
    if !context.kinds.hasAnalysis(head, .sing), !context.records(of: .position, in: between).isEmpty {
      return true
    }
    return context.has(words[.adding], in: between) || context.has(words[.relative], in: between)
      || !isCaseless(title, context)
        && context.records(of: .person, in: between).contains {
          context.shareCase(head, $0.tokens, isOne: true)
        }
  }

  /// «пост вице-президента в администрации Ивана Кравчука»: is the name part of an organization's that
  /// begins behind the title?
  func isInName(
    _ person: MatchedRecord, behind posts: Range<Int>?, _ context: FactContext
  ) -> Bool {
    guard let posts, posts.upperBound <= person.tokens.lowerBound else { return false }
    return context.records(of: .organization, in: posts).contains {
      $0.tokens.upperBound >= person.tokens.upperBound
    }
  }

  /// «супруга президента Анна Зорина»: may the name be that of a relative beside the title?
  func isKin(
    _ person: MatchedRecord, around title: MatchedRecord, _ context: FactContext
  ) -> Bool {
    let first = title.tokens.lowerBound
    let start = max(context.sentence(of: first).lowerBound, first - 4)
    let agreesWithTitle = context.head(of: title.tokens).map {
      context.shareCase($0, person.tokens, isOne: true)
    } ?? false
    var found = false
    context.kinds.forEachEntry(of: words[.kin], in: start..<max(start, first)) { tokens, entry in
      let own = context.gender(of: person)
      guard own == nil || own == kinGenders[entry],
        // «племянника президента Ивана Кравчука» names the president, «жену» nobody else.
        own == nil || own == .female || !agreesWithTitle,
        !context.hasPunctuation(between: tokens.upperBound, and: first),
        context.shareCase(tokens.lowerBound, person.tokens, isOne: true)
      else { return }
      found = true
    }
    return found
  }

  /// «отцом Ивана Кравчука был директор»: is the name that of the one whose relative is told of?
  func isOfKin(_ person: MatchedRecord, _ context: FactContext) -> Bool {
    let before = person.tokens.lowerBound - 1
    return before >= 0 && context.has(words[.kin], in: before..<before + 1)
      && !context.shareCase(
        before, person.tokens.lowerBound..<person.tokens.lowerBound + 1, isOne: true)
  }

  /// «директор завода и Иван Кравчук», «директор завода, Иван Кравчук и Олег Мороз»: are the title and
  /// the name two of several who are told of side by side?
  func isListed(
    _ title: MatchedRecord, with person: MatchedRecord, _ context: FactContext
  ) -> Bool {
    let isBehind = title.tokens.upperBound <= person.tokens.lowerBound
    let later = isBehind ? person.tokens.lowerBound : title.tokens.lowerBound
    let sentence = context.sentence(of: later)
    if sentence.contains(later - 1), context.has(words[.joining], in: later - 1..<later) { return true }
    guard isBehind, sentence.contains(later - 1), context.isComma(later - 1) else { return false }
    // Behind a comma an apposition ends with a comma too, and no other name follows.
    var next = person.tokens.upperBound
    guard sentence.contains(next) else { return false }
    if context.has(words[.joining], in: next..<next + 1) { return true }
    guard context.isComma(next), sentence.contains(next + 1) else { return false }
    next += 1
    return [MentionKind.person, .position].contains {
      !context.records(of: $0, in: next..<next + 1).isEmpty
    }
  }

  /// Does the form of the title tell no case of its own?
  func isCaseless(_ title: MatchedRecord, _ context: FactContext) -> Bool {
    context.has(words[.acting], in: title.tokens) || context.has(words[.frozen], in: title.tokens)
  }
}
