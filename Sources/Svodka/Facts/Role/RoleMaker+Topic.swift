import RussianMorphology
import RussianText
import TextRules

// Roles of sentences without a verb, in an account of somebody's life.
extension RoleMaker {
  /// «С 1992 года — директор завода «Ромашка».»: the post of the one of whom the text tells.
  func addTopical(_ match: KeptMatch, to told: inout Told, in context: FactContext) {
    guard let range = match.range("posts"), let title = context.records(of: .position, in: range).first,
      let person = context.kinds.matcher.rules.kindNumber(MentionKind.person.rawValue),
      !hasPredicate(context.sentence(of: range.lowerBound), context),
      let bearer = StandIns(context).topic(of: range.lowerBound, [person]),
      let reference = context.reference(to: bearer)
    else { return }
    var posts = reader.posts(in: range, context)
    posts.removeAll { $0.isPlural }
    guard !isOfOtherGender(title, bearer, context), isNominative(title, context) else { return }
    complete(&posts, of: reference, from: range.lowerBound, &told, context)
    for post in posts {
      var role = Role(
        person: reference, position: post.position, organization: post.place,
        status: self.status(of: post, told: nil))
      setPeriod(of: &role, in: match.wholeTokens, context)
      keep(role, post, &told)
      var fact = context.fact(.role(role), of: match)
      fact.inferred = ["person"]
      told.facts.append(fact)
    }
  }

  private func isNominative(_ title: MatchedRecord, _ context: FactContext) -> Bool {
    isCaseless(title, context)
      || context.head(of: title.tokens).map { context.kinds.hasAnalysis($0, .nomn) } ?? false
  }

  /// Does a finite verb or a short participle stand there?
  private func hasPredicate(_ tokens: Range<Int>, _ context: FactContext) -> Bool {
    tokens.contains { token in
      context.kinds.hasAnalysis(token, .VERB) && !context.kinds.hasAnalysis(token, .NOUN)
        || context.kinds.hasAnalysis(token, .PRTS)
    }
  }

  /// When the post was held: «с 1992 года» tells since when, «в 1991–1996 годах» until when too.
  private func setPeriod(of role: inout Role, in tokens: Range<Int>, _ context: FactContext) {
    let dates = context.records(of: .date, in: tokens).compactMap(context.period)
    guard dates.count == 1, let date = dates.first, !date.recurring else { return }
    if let from = date.from, let to = date.to, from.year != to.year, date.grain == .year {
      role.from = DateSpan(from: from, to: nil, grain: .year)
      role.to = DateSpan(from: nil, to: to, grain: .year)
      role.status = .former
    } else if date.from != nil, date.to == nil {
      role.from = date
    }
  }
}
