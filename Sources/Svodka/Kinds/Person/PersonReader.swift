import RussianMorphology
import RussianText
import TextRules

/// The parts of a name by token.
struct NameParts {
  var given: Range<Int>?
  var patronymic: Range<Int>?
  var family: Range<Int>?
}

/// Puts the parts of a name into the nominative, all in the case, gender and number that fit best.
struct PersonReader: Sendable {
  let forms: NameForms
  private let governed: [[UInt8]: UInt8]
  private let particles: Set<[UInt8]>
  /// «сказать», «заявить»: verbs behind which the speaker stands in the nominative.
  private let saying: Set<[UInt8]>
  /// «вручить», «присвоить»: verbs that name the receiver in the dative.
  private let giving: Set<[UInt8]>

  init(rules: CompiledRules) {
    forms = rules.table(NameForms.init)
    let governor = rules.lexicon("person", "governor")!
    let cases = governor.column("cases")!
    var governed: [[UInt8]: UInt8] = [:]
    for entry in 0..<governor.count {
      let form = governor.text(entry: entry, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      governed[form] = governor.text(entry: entry, column: cases).split(separator: " ").reduce(0) {
        $0 | NameForms.cases(of: Grammemes(name: $1) ?? [])
      }
    }
    self.governed = governed
    let particle = rules.lexicon("person", "particle")!
    let saying = rules.lexicon("person", "saying")!
    self.saying = Set(
      (0..<saying.count).map { Array(saying.text(entry: $0, column: 0).utf8) })
    let giving = rules.lexicon("person", "giving")!
    self.giving = Set(
      (0..<giving.count).map { Array(giving.text(entry: $0, column: 0).utf8) })
    particles = Set(
      (0..<particle.count).map {
        particle.text(entry: $0, column: 0).utf8.filter { $0 != UInt8(ascii: "\"") }
      })
  }

  private struct Word {
    var token: Int
    var forms: [NameForm]
  }

  /// What a reading of the whole name is worth.
  private struct Choice {
    var gender: UInt8 = 0
    /// The case, as a bit.
    var place: UInt8 = 0
    var score = Int.min
  }

  /// - Parameter agrees: Becomes false if the words cannot all stand in one case and gender.
  /// - Parameter isAsian: The family stands first; of the given name the last word may inflect.
  func person(
    _ parts: NameParts, in context: KindContext, isAsian: Bool = false, agrees: inout Bool
  ) -> Person? {
    var words: [Word] = []
    add(parts.given, .given, to: &words, context)
    add(parts.patronymic, .patronymic, to: &words, context)
    add(parts.family, .family, to: &words, context)
    guard !words.isEmpty else { return nil }
    if isAsian, let given = parts.given {
      for index in words.indices where !given.contains(words[index].token) {
        // «с Ким Чен Ыном»: the family name mostly stays as it is.
        words[index].forms.append(forms.unchanged(words[index].token, in: context))
      }
      for index in words.indices where given.contains(words[index].token) {
        words[index].forms = forms.asianForms(
          of: words[index].token, isLast: words[index].token == given.upperBound - 1, in: context)
      }
    }
    let first = words.map(\.token).min()!
    let hint =
      objectHint(from: first, to: words.map(\.token).max()!, context)
      ?? caseHint(before: first, context)
    // «Речь Ли Сяомина кончилась», «администрация Гранта ввела»: the verb is another noun's.
    let isOwned = hint.1 > 0 && hint.0 & 1 == 0
    let actor = isOwned ? 0 : actor(after: words.map(\.token).max()!, context)
    var best = Choice()
    var bestOther = Int.min
    for gender in [NameForms.male, NameForms.female, NameForms.plural] {
      let choice = self.choice(words, gender, hint, actor: actor == gender)
      if choice.score > best.score {
        if best.gender != gender { bestOther = max(bestOther, best.score) }
        best = choice
      } else {
        bestOther = max(bestOther, choice.score)
      }
    }
    let picks = words.map { pick(of: $0, best.gender, best.place)?.index }
    agrees = !picks.contains(nil)
    var person = Person()
    let text = { (range: Range<Int>?) -> String? in
      range.map { self.text(of: $0, words, picks, context) }
    }
    person.given = text(parts.given)
    person.patronymic = text(parts.patronymic)
    person.family = text(parts.family)
    if best.score - bestOther > 5 {
      person.gender =
        best.gender == NameForms.male ? .male : best.gender == NameForms.female ? .female : nil
    }
    return person
  }

  private func add(
    _ range: Range<Int>?, _ part: NameForms.Part, to words: inout [Word], _ context: KindContext
  ) {
    guard let range else { return }
    for token in range where context.buffer[token].kind == .word {
      guard context.buffer[token].shape != .lower else { continue }
      words.append(Word(token: token, forms: forms.forms(of: token, as: part, in: context)))
    }
  }

  private func choice(
    _ words: [Word], _ gender: UInt8, _ hint: (UInt8, Int), actor: Bool
  ) -> Choice {
    var best = Choice()
    for place in 0..<6 {
      let bit: UInt8 = 1 << UInt8(place)
      var score = place == 0 ? actor ? 36 : 6 : 0
      if hint.0 & bit != 0 { score += hint.1 }
      for word in words { score += pick(of: word, gender, bit)?.score ?? Self.misfit }
      if gender == NameForms.plural { score -= 30 }
      if score > best.score { best = Choice(gender: gender, place: bit, score: score) }
    }
    return best
  }

  /// What a word costs that cannot stand in the case and gender of the others.
  private static let misfit = -70

  /// The reading of a word that fits a case and gender best, if one does.
  private func pick(of word: Word, _ gender: UInt8, _ place: UInt8) -> (index: Int, score: Int)? {
    var best: (index: Int, score: Int)?
    for index in word.forms.indices
    where word.forms[index].cases & place != 0 && word.forms[index].gender & gender != 0 {
      let score = word.forms[index].score
      if score > best?.score ?? Self.misfit { best = (index, score) }
    }
    return best
  }

  private func text(
    of range: Range<Int>, _ words: [Word], _ picks: [Int?], _ context: KindContext
  ) -> String {
    var result = ""
    for token in range {
      if !result.isEmpty, context.buffer[token].flags.contains(.spaceBefore) { result += " " }
      if let place = words.firstIndex(where: { $0.token == token }), let pick = picks[place] {
        result += forms.nominative(words[place].forms[pick], of: token, in: context)
      } else {
        result += context.buffer.text(of: token)
      }
    }
    return result
  }

  /// The cases that a preposition governs, as bits; 0 for another word.
  func casesGoverned(by token: Int, _ context: KindContext) -> UInt8 {
    guard token >= 0, context.buffer[token].kind == .word else { return 0 }
    return governed[Array(context.morphology.words.normalForm(of: context.buffer[token].word))] ?? 0
  }

  /// The gender that a verb of the past right behind a name shows: «Дина Юнусова победила».
  private func actor(after token: Int, _ context: KindContext) -> UInt8 {
    let next = token + 1
    guard next < context.buffer.count, context.buffer[next].kind == .word,
      context.buffer[next].shape == .lower
    else { return 0 }
    let first = context.morphology.analyses(of: context.buffer[next].word)[0]
    let grammemes = context.morphology.grammemes(of: first)
    guard grammemes.contains([.VERB, .past]) else { return 0 }
    if grammemes.contains(.femn) { return NameForms.female }
    return grammemes.contains(.masc) ? NameForms.male : 0
  }

  /// «Ивана Орлова задержали»: a name that opens its sentence is no subject of a verb in the plural
  /// or the neuter.
  private func objectHint(
    from first: Int, to last: Int, _ context: KindContext
  ) -> (UInt8, Int)? {
    guard context.buffer[first].flags.contains(.sentenceStart), !context.buffer[last].flags.contains(.latin)
    else { return nil }
    var token = last + 1
    while token < min(last + 4, context.buffer.count), context.buffer[token].shape == .lower {
      let best = context.morphology.grammemes(
        of: context.morphology.analyses(of: context.buffer[token].word)[0])
      if best.contains(.VERB) {
        guard best.contains(.plur) && !best.intersects([.impr]) || best.contains([.past, .neut])
        else { return nil }
        let lemma = context.morphology.lemma(
          of: context.morphology.analyses(of: context.buffer[token].word)[0])
        return giving.contains(Array(lemma)) ? (0b1110, 30) : (0b1010, 30)
      }
      guard best.intersects([.PRCL, .ADVB]) else { return nil }
      token += 1
    }
    return nil
  }

  /// The cases that the words before a name allow it, and how much that is worth.
  private func caseHint(before token: Int, _ context: KindContext) -> (UInt8, Int) {
    guard token > 0, !context.buffer[token].flags.contains(.sentenceStart) else { return (1, 20) }
    var token = token
    // «студентка КГУ Дина Юнусова», «премьер-министр Японии Фумио Кисида»
    if let start = title(before: token, context) { token = start }
    let before = context.buffer[token - 1]
    guard before.kind == .word else { return (0, 0) }
    let normal = Array(context.morphology.words.normalForm(of: before.word))
    if let cases = governed[normal] { return (cases, 35) }
    var cases: UInt8 = 0
    var isAnimate = false
    var isPlural = false
    let analyses = context.morphology.analyses(of: before.word)
    for analysis in analyses {
      let grammemes = context.morphology.grammemes(of: analysis)
      if grammemes.contains(.NOUN), grammemes.contains(.anim) {
        isAnimate = true
        // «юристы Никсона»
        isPlural = grammemes.contains(.plur)
        cases |= isPlural ? 0b10 : NameForms.cases(of: grammemes)
      }
      if grammemes.contains(.VERB), saying.contains(Array(context.morphology.lemma(of: analysis))) {
        return (1, 20)
      }
    }
    if isAnimate { return (cases, isPlural ? 15 : 25) }
    let first = context.morphology.grammemes(of: analyses[0])
    if first.contains(.NOUN) { return (0b10, 15) }
    return (0, 0)
  }

  /// The end of a title that a place or an organization parts from the name at a token.
  private func title(before token: Int, _ context: KindContext) -> Int? {
    for kind in [MentionKind.place, .organization] {
      guard let record = context.record(kind, endingAt: token, within: 8) else { continue }
      let start = record.tokens.lowerBound
      guard start > 0, context.buffer[start - 1].kind == .word,
        !context.buffer[start].flags.contains(.sentenceStart),
        context.hasAnalysis(start - 1, [.NOUN, .anim, .sing])
      else { continue }
      return start
    }
    return nil
  }

  func isParticle(_ token: Int, _ context: KindContext) -> Bool {
    context.buffer[token].shape == .lower
      && particles.contains(
        Array(context.morphology.words.normalForm(of: context.buffer[token].word)))
  }
}
