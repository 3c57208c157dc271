import RussianMorphology
import RussianSyntax
import RussianText

/// What a frame took for one of its arguments.
package struct FrameBinding {
  package enum Value: Equatable {
    case record(MatchedRecord)
    /// A noun phrase: the number of its head in the document, and whether it stands in the nominative
    /// as it is: «в теплицы».
    case phrase(head: Int, isNominative: Bool)
    /// The cell of a word list.
    case cell(String)
  }

  package var value: Value
  /// The words in the document.
  package var tokens: Range<Int>
  /// The path that led there, as the rule file writes it.
  package var path: String
  /// The sentence does not say it; its surroundings do.
  package var isInferred = false
  /// The word at the end of the path.
  var word: Int
}

/// A frame that holds: what each of its slots took.
package struct FrameMatch {
  /// Number of the rule that found the head.
  package let rule: Int
  package let head: Range<Int>
  /// For each argument of the fact: its candidates, in the order of their text.
  package let arguments: [[FrameBinding]]
  /// What `set` lines gave to arguments.
  package let constants: [String?]
  package let isNegated: Bool
}

/// Why a frame does not hold, although its head stands there.
package enum FrameFailure: Error, Equatable {
  /// No path of the argument leads to a word that it can be.
  case missing(argument: String)
  /// A `drop` line holds, or a `where` line does not.
  case dropped(reason: String)
  /// The event is only wished, asked for, possible or to come.
  case unreal
}

/// Reads frames around the heads that their rules found. One per worker.
package final class FrameMatcher {
  let matcher: RuleMatcher
  let rules: CompiledRules
  let words: EventWords
  private let person: Int32?
  private let organization: Int32?
  /// Stands in for a pronoun or a bare noun at a token: a record of one of the kinds.
  package var standIn: (_ token: Int, _ kinds: [Int]) -> MatchedRecord? = { _, _ in nil }
  /// Whom the text before the sentence of a verb without a subject tells of: a record of one of the
  /// kinds.
  package var topic: (_ verb: Int, _ kinds: [Int]) -> MatchedRecord? = { _, _ in nil }

  private var tree = HeadTree()
  /// For each word of the sentence, the first of the records that cover it; −1 for none.
  private var firstCovering: [Int32] = []
  private var covering: [(record: MatchedRecord, next: Int32)] = []

  package init(matcher: RuleMatcher) {
    self.matcher = matcher
    rules = matcher.rules
    words = EventWords(rules)
    person = rules.kindNumber("person").map(Int32.init)
    organization = rules.kindNumber("organization").map(Int32.init)
  }

  /// Takes the structure of a sentence, for the frames whose heads stand in it.
  ///
  /// - Parameter fill: Fills the buffer that the matcher keeps.
  package func read(_ fill: (inout HeadTree) -> Void) {
    fill(&tree)
    firstCovering.removeAll(keepingCapacity: true)
    covering.removeAll(keepingCapacity: true)
    firstCovering.append(contentsOf: repeatElement(-1, count: tree.count))
    let start = tree.tokens.lowerBound
    for token in tree.tokens {
      matcher.forEachRecord(at: token) { record in
        for part in record.tokens where part < tree.tokens.upperBound {
          covering.append((record, firstCovering[part - start]))
          firstCovering[part - start] = Int32(covering.count - 1)
        }
      }
    }
  }

  /// Reads the frame around a head in the sentence that was read last.
  package func match(_ head: KeptMatch) -> Result<FrameMatch, FrameFailure> {
    let frame = rules.frames[Int(rules.frameNumbers[head.rule])]
    let fact = rules.facts[Int(frame.fact)]
    let word = headWord(of: head.tokens)
    let reality = words.reality(of: word, isTrait: frame.tellsTrait, in: tree, self)
    let planned = reality == .planned ? fact.plannedStatus : nil
    guard reality != .unreal, reality != .planned || planned != nil else { return .failure(.unreal) }
    var reading = FrameReading(frame: frame, head: head, word: word)
    for (number, slot) in frame.slots.enumerated() {
      let found = candidates(of: slot, reading)
      switch picked(found, slot: number, reading) {
      case .success(let kept):
        if kept.isEmpty, !slot.isOptional, slot.argument >= 0 {
          return .failure(.missing(argument: slot.name))
        }
        reading.bindings[number] = kept
      case .failure(let failure):
        if !slot.isOptional || slot.argument < 0 { return .failure(failure) }
      }
    }
    for condition in frame.conditions where condition.slot == nil {
      if holds(condition, reading) != condition.reason.isEmpty {
        return .failure(.dropped(reason: condition.reason.isEmpty ? "a 'where' line" : condition.reason))
      }
    }
    var arguments: [[FrameBinding]] = Array(repeating: [], count: fact.arguments.count)
    for (slot, bindings) in zip(frame.slots, reading.bindings) where slot.argument >= 0 {
      arguments[Int(slot.argument)] = bindings
    }
    var constants = constants(reading, count: fact.arguments.count)
    if let planned { constants[planned] = FactDeclaration.planned }
    return .success(
      FrameMatch(
        rule: head.rule, head: head.tokens, arguments: arguments, constants: constants,
        isNegated: reality == .denied))
  }

  /// What is known while a frame is read.
  struct FrameReading {
    let frame: CompiledFrame
    let head: KeptMatch
    let word: Int
    var bindings: [[FrameBinding]]

    init(frame: CompiledFrame, head: KeptMatch, word: Int) {
      self.frame = frame
      self.head = head
      self.word = word
      bindings = Array(repeating: [], count: frame.slots.count)
    }
  }

  /// The word of a stretch on which its others hang.
  private func headWord(of tokens: Range<Int>) -> Int {
    let start = tree.tokens.lowerBound
    for token in tokens {
      let head = tree.head(of: token - start)
      if head == -1 || head >= 0 && !tokens.contains(head + start) {
        return tree.top(of: token - start)
      }
    }
    return tree.top(of: tokens.lowerBound - start)
  }

  // MARK: Candidates

  private func candidates(of slot: CompiledFrame.Slot, _ reading: FrameReading) -> [FrameBinding] {
    var all: [FrameBinding] = []
    for line in slot.lines {
      for path in line {
        let found = bindings(of: path, slot, reading)
        guard !found.isEmpty else { continue }
        all += found.filter { new in !all.contains { $0.value == new.value } }
        break
      }
      if !slot.isList, !all.isEmpty { break }
    }
    return all
  }

  private func bindings(
    of path: CompiledFrame.Path, _ slot: CompiledFrame.Slot, _ reading: FrameReading
  ) -> [FrameBinding] {
    let kinds = path.record >= 0 ? [path.record] : slot.kinds
    let ends = walk(path, reading)
    var found: [FrameBinding] = []
    func add(_ binding: FrameBinding?) {
      guard let binding, !found.contains(where: { $0.value == binding.value }),
        !isTaken(binding, reading)
      else { return }
      found.append(binding)
    }
    for end in ends {
      if path.list >= 0 {
        let start = path.steps.last?.ways.first.flatMap { self.start(ofCapture: $0, reading) }
        add(cell(at: start ?? end, path))
      } else if path.isInside {
        for word in words(inside: end, path, reading) { add(record(covering: word, kinds, path)) }
      } else if path.steps.last?.ways.first?.move == .near {
        add(record(covering: end, kinds, path))
      } else if path.steps.last?.ways.first?.move == .capture {
        add(record(covering: end, kinds, path) ?? pronounBinding(at: end, kinds, path))
      } else if path.isTopic {
        let token = end + tree.tokens.lowerBound
        add(
          topic(reading.word + tree.tokens.lowerBound, kinds.map(Int.init)).map {
            FrameBinding(
              value: .record($0), tokens: token..<token + 1, path: path.text, isInferred: true,
              word: end)
          })
      } else {
        let dealsOut = !isOwn(path, reading) && !isOfOneParticiple(end, reading)
        let words = coordinated(end, kinds, dealsOut: dealsOut)
        let told =
          last(of: words, beforeBracketOf: reading.word)
          ?? last(of: words, beforeParticiple: reading, from: end) ?? words
        for word in told {
          add(self.binding(at: word, kinds, slot, path, reading))
        }
      }
    }
    return found
  }

  /// The words of the phrase at the end of a path; of a capture all that it took.
  private func words(
    inside end: Int, _ path: CompiledFrame.Path, _ reading: FrameReading
  ) -> [Int] {
    guard let way = path.steps.last?.ways.first, way.move == .capture,
      let range = reading.head.range(ofCapture: Int(way.capture))
    else { return tree.phrase(of: end) }
    let start = tree.tokens.lowerBound
    return range.clamped(to: tree.tokens).map { $0 - start }
  }

  /// The first word of the capture that a step leads to. In a longer name another word stands for it.
  private func start(ofCapture way: CompiledFrame.Way, _ reading: FrameReading) -> Int? {
    guard way.move == .capture, let range = reading.head.range(ofCapture: Int(way.capture)),
      tree.tokens.contains(range.lowerBound)
    else { return nil }
    return range.lowerBound - tree.tokens.lowerBound
  }

  /// What stands in the singular is told of one: «американская A и японская B», «основатель A Иван
  /// и его жена Анна».
  private func isOwn(_ path: CompiledFrame.Path, _ reading: FrameReading) -> Bool {
    guard let move = path.steps.last?.ways.first?.move, move == .governor(.amod) || move == .bearer
    else { return false }
    let own = tree.grammemes(of: reading.word)
    return own.contains(.sing) && (move != .bearer || !own.contains(.ablt))
  }

  /// «входящая в холдинг A компания B и зона C»: a participle in the singular tells of its noun alone.
  private func isOfOneParticiple(_ end: Int, _ reading: FrameReading) -> Bool {
    let word = reading.word
    return word < end && tree.head(of: word) == end
      && tree.grammemes(of: word).contains([.PRTF, .sing])
  }

  /// «A и компания B, принадлежащая C»: behind several a participle in the singular tells of the last.
  private func last(of words: [Int], beforeParticiple reading: FrameReading, from end: Int) -> [Int]? {
    let word = reading.word
    guard words.count > 1, end < word, tree.head(of: word) == end,
      tree.grammemes(of: word).contains([.PRTF, .sing])
    else { return nil }
    return words.last { $0 < word }.map { [$0] }
  }

  /// How far before a word the bracket may open in which it stands.
  private static let reachOfBracket = 12

  /// «A, B и C (принадлежит D)»: what stands in brackets is told of the name before them. Nil if the
  /// word does not stand in brackets behind several words.
  private func last(of words: [Int], beforeBracketOf word: Int) -> [Int]? {
    guard words.count > 1, let first = words.first, first < word else { return nil }
    let start = tree.tokens.lowerBound
    for place in stride(from: word - 1, through: max(0, word - Self.reachOfBracket), by: -1) {
      let mark = matcher.buffer.bytes(of: place + start)
      if mark.elementsEqual([UInt8(ascii: ")")]) { return nil }
      guard mark.elementsEqual([UInt8(ascii: "(")]) else { continue }
      return words.last { $0 < place }.map { [$0] }
    }
    return nil
  }

  /// A record that another argument has is no second argument.
  private func isTaken(_ binding: FrameBinding, _ reading: FrameReading) -> Bool {
    guard case .record = binding.value else { return false }
    return reading.bindings.contains { $0.contains { $0.value == binding.value } }
  }

  /// What a captured pronoun stands for: «ему было 45 лет».
  private func pronounBinding(
    at word: Int, _ kinds: [Int32], _ path: CompiledFrame.Path
  ) -> FrameBinding? {
    guard tree.grammemes(of: word).contains(.NPRO) else { return nil }
    let token = word + tree.tokens.lowerBound
    return standIn(token, kinds.map(Int.init)).map {
      FrameBinding(
        value: .record($0), tokens: token..<token + 1, path: path.text, isInferred: true, word: word)
    }
  }

  private func binding(
    at word: Int, _ kinds: [Int32], _ slot: CompiledFrame.Slot, _ path: CompiledFrame.Path,
    _ reading: FrameReading
  ) -> FrameBinding? {
    if let found = record(covering: word, kinds, path) { return found }
    let token = word + tree.tokens.lowerBound
    if isBareNoun(word, beside: reading.word), let record = standIn(token, kinds.map(Int.init)) {
      return FrameBinding(
        value: .record(record), tokens: token..<token + 1, path: path.text, isInferred: true,
        word: word)
    }
    guard slot.allowsText, tree.grammemes(of: word).intersects(Grammemes.NOUN.union(.LATN)) else {
      return nil
    }
    // The phrase's own preposition is no part of it.
    let words = tree.phrase(of: word) { part in
      self.belongsToPhrase(part)
        && !(self.tree.relation(of: part) == .case && self.tree.head(of: part) == word)
    }
    let start = tree.tokens.lowerBound
    let own = tree.grammemes(of: word)
    let isNominative =
      own.contains(.nomn) || own.contains([.accs, .plur]) && !own.contains(.anim)
    return FrameBinding(
      value: .phrase(head: token, isNominative: isNominative), tokens: words.min()! + start..<words.max()! + start + 1,
      path: path.text, word: word)
  }

  /// A noun in the singular that nothing but the head of the frame describes: «компания», not «другая
  /// компания».
  private func isBareNoun(_ word: Int, beside head: Int) -> Bool {
    guard !tree.grammemes(of: word).contains(.plur) else { return false }
    return !tree.children(of: word).contains { child in
      guard child != head else { return false }
      return switch tree.relation(of: child) {
      // «эта компания»
      case .det: !words.isDemonstrative(child, self)
      case .amod, .nmod, .nummod, .acl, .appos, .flat, .conj: true
      default: false
      }
    }
  }

  private func belongsToPhrase(_ word: Int) -> Bool {
    switch tree.relation(of: word) {
    case .nmod, .amod, .nummod, .flat, .fixed, .det, .compound, .case: true
    case .appos: false
    case .conj, .cc: tree.grammemes(of: word).intersects(Grammemes.ADJF.union(.CONJ))
    default: false
    }
  }

  private func cell(at word: Int, _ path: CompiledFrame.Path) -> FrameBinding? {
    let list = rules.lexicons[Int(path.list)]
    let token = word + tree.tokens.lowerBound
    guard let entry = matcher.entry(of: list, at: token, before: tree.tokens.upperBound) else {
      return nil
    }
    let text = list.text(entry: entry.number, column: Int(path.column))
    guard !text.isEmpty else { return nil }
    return FrameBinding(value: .cell(text), tokens: entry.tokens, path: path.text, word: word)
  }

  private func record(
    covering word: Int, _ kinds: [Int32], _ path: CompiledFrame.Path
  ) -> FrameBinding? {
    var best: MatchedRecord?
    var place = firstCovering[word]
    while place >= 0 {
      let (record, next) = covering[Int(place)]
      if kinds.contains(Int32(record.kind)), record.tokens.count > best?.tokens.count ?? 0 {
        best = record
      }
      place = next
    }
    return best.map {
      FrameBinding(value: .record($0), tokens: $0.tokens, path: path.text, word: word)
    }
  }

  /// A word with those that are coordinated with it, if `dealsOut`; for a common noun before a name
  /// the name.
  private func coordinated(_ word: Int, _ kinds: [Int32], dealsOut: Bool) -> [Int] {
    var all = [word]
    var place = 0
    while place < all.count {
      let next = all[place]
      let isNamed = hasRecord(next, kinds)
      // «A в Германии, B в Италии»: behind the name of something else another is spoken of.
      var isOfAnother = false
      for child in tree.children(of: next) where !all.contains(child) {
        switch tree.relation(of: child) {
        case .conj where dealsOut && !tree.opensClause(child):
          isOfAnother = isOfAnother || !hasRecord(child, kinds) && hasName(child, apartFrom: next)
          if !isOfAnother { all.append(child) }
        case .appos, .flat, .compound:
          if !isNamed, !isEmployer(child, of: next) { all.append(child) }
        // «завод Ромашка»: the name keeps its nominative.
        case .nmod where !isNamed && tree.isIn(.nomn, child) && tree.preposition(of: child) == nil:
          all.append(child)
        default: break
        }
      }
      if !isNamed, let name = nameBehind(next, kinds), !all.contains(name), !isEmployer(name, of: next) {
        all.append(name)
      }
      place += 1
    }
    return all.sorted()
  }

  /// «с бывшим ведущим Acme Олегом Морозом»: beside a person's name that of a firm is no name of the
  /// same.
  private func isEmployer(_ name: Int, of word: Int) -> Bool {
    guard let person, let organization, hasRecord(name, [organization]) else { return false }
    return tree.children(of: word).contains {
      $0 != name && tree.relation(of: $0) == .appos && hasRecord($0, [person])
    }
  }

  /// The name that stands right behind a common noun: in quotation marks, or in its case.
  private func nameBehind(_ word: Int, _ kinds: [Int32]) -> Int? {
    // «производителя автомобилей «Ромашка»»: behind the noun's genitives.
    var next = word + 1
    while next < tree.count, tree.relation(of: next) == .nmod, tree.isIn(.gent, next),
      tree.head(of: next) == next - 1, tree.top(of: next) == next, !hasRecord(next, kinds)
    {
      next += 1
    }
    guard next < tree.count else { return nil }
    let start = tree.tokens.lowerBound
    // «продал «дочку» фонду»: the mark closes what the noun stands in.
    if word > 0, isQuote(word - 1 + start), isQuote(next + start) { return nil }
    let isQuoted = matcher.buffer[next + start].kind == .punctuation
    if isQuoted {
      guard isQuote(next + start) else { return nil }
      if !hasRecord(next, kinds) { next += 1 }
    }
    guard next < tree.count, hasRecord(next, kinds) else { return nil }
    let top = tree.top(of: next)
    let own = tree.grammemes(of: top)
    if tree.relation(of: top) == .nmod {
      // «основателя Acme», «нападающего «Василька»»: what a person founded or is of is no name of his.
      if tree.grammemes(of: word).contains(.anim) { return nil }
      // «купила продукцию «Василька»»
      if isQuoted, own.contains(.gent), !tree.isIn(.gent, word) { return nil }
    }
    guard !isQuoted, !own.contains(.LATN), own.intersects(.cases) else { return top }
    // «советника Путина»: a genitive that depends on the noun is no apposition.
    if tree.relation(of: top) == .nmod, own.contains(.gent) { return nil }
    return next == word + 1 && own.intersection(.cases).intersects(tree.grammemes(of: word))
      ? top : nil
  }

  /// Whether a record stands on a word that does not cover another word too, as a list of both does.
  private func hasName(_ word: Int, apartFrom other: Int) -> Bool {
    var place = firstCovering[word]
    while place >= 0 {
      let (record, next) = covering[Int(place)]
      if !record.tokens.contains(other + tree.tokens.lowerBound) { return true }
      place = next
    }
    return false
  }

  private func isQuote(_ token: Int) -> Bool {
    TokenClass.isQuote(matcher.buffer[token].word, matcher.buffer.words)
  }

  private func hasRecord(_ word: Int, _ kinds: [Int32]) -> Bool {
    var place = firstCovering[word]
    while place >= 0 {
      if kinds.contains(Int32(covering[Int(place)].record.kind)) { return true }
      place = covering[Int(place)].next
    }
    return false
  }

  // MARK: Paths

  /// The words at the end of a path.
  private func walk(_ path: CompiledFrame.Path, _ reading: FrameReading) -> [Int] {
    var ends = [reading.word]
    for step in path.steps {
      var next: [Int] = step.least == 0 ? ends : []
      var last = ends
      for _ in 0..<step.most where !last.isEmpty {
        last = last.flatMap { take(step, from: $0, reading) }.filter { !next.contains($0) }
        next += last
      }
      // Where a step may be left out, those who took it come first.
      if step.least == 0 { next = Array(next.dropFirst(ends.count)) + ends }
      ends = next
      if ends.isEmpty { break }
    }
    return ends
  }

  private func take(_ step: CompiledFrame.Step, from word: Int, _ reading: FrameReading) -> [Int] {
    step.ways.flatMap { way in
      move(way, from: word, reading).compactMap { end in
        let meant = tree.isRelativePronoun(end) ? antecedent(of: end) ?? end : end
        if passes(way.tests, meant, form: end), passes(step.tests, meant, form: end) { return meant }
        // «Японская корпорация»: in a longer name the last word stands for the captured one.
        guard let first = start(ofCapture: way, reading), first != end else { return nil }
        return passes(way.tests, first, form: first) && passes(step.tests, first, form: first)
          ? meant : nil
      }
    }
  }

  private func move(_ step: CompiledFrame.Way, from word: Int, _ reading: FrameReading) -> [Int] {
    switch step.move {
    case .subject: tree.subjects(of: word)
    case .object: tree.objects(of: word)
    case .outerSubject: tree.outerSubjects(of: word)
    case .bearer: tree.bearers(of: word) { self.words.isLink($0, self) }
    case .topic: tree.lacksSubject(word) ? [word] : []
    case .dependent(let relation):
      tree.children(of: word).filter { tree.relation(of: $0) == relation }
    case .governor(let relation):
      tree.head(of: word) >= 0 && (relation == nil || tree.relation(of: word) == relation)
        ? [tree.head(of: word)] : []
    case .bare(let grammemes): tree.bare(grammemes, of: word)
    case .preposition:
      tree.children(of: word).filter { child in
        tree.preposition(of: child).map { isPreposition($0, step) } ?? false
      }
    case .near:
      tree.clause(around: word).sorted { abs($0 - word) < abs($1 - word) }
    case .inside: tree.phrase(of: word)
    case .head: [word]
    case .capture:
      reading.head.range(ofCapture: Int(step.capture)).flatMap { range in
        // A record may reach out of its sentence.
        tree.tokens.lowerBound <= range.lowerBound && range.upperBound <= tree.tokens.upperBound
          ? [headWord(of: range)] : nil
      } ?? []
    }
  }

  /// The noun that a relative clause tells of: the one that the clause hangs on, if it agrees, or else
  /// the nearest before its comma that does; where none does, the first, since names need not.
  private func antecedent(of pronoun: Int) -> Int? {
    let governor = tree.antecedent(of: pronoun)
    if let governor, tree.isMeant(governor, by: pronoun) { return governor }
    let start = tree.tokens.lowerBound
    var word = pronoun - 1
    while word >= max(0, pronoun - 6), matcher.buffer[word + start].kind != .punctuation { word -= 1 }
    word -= 1
    if word >= 0, isQuote(word + start) { word -= 1 }
    guard word >= 0 else { return governor }
    return (max(0, word - 12)...word).last { noun in
      tree.top(of: noun) == noun && tree.isMeant(noun, by: pronoun)
        && tree.grammemes(of: noun).intersects(Grammemes.NOUN.union(.LATN))
    } ?? governor
  }

  private func isPreposition(_ word: Int, _ step: CompiledFrame.Way) -> Bool {
    let token = word + tree.tokens.lowerBound
    if step.list >= 0 {
      let list = rules.lexicons[Int(step.list)]
      return matcher.entry(of: list, at: token, before: tree.tokens.upperBound) != nil
    }
    return stands(step.form, at: token)
  }

  private func stands(_ forms: [[UInt8]], at token: Int) -> Bool {
    let buffer = matcher.buffer
    guard token + forms.count <= tree.tokens.upperBound else { return false }
    return forms.enumerated().allSatisfy { place, form in
      buffer.words.normalForm(of: buffer[token + place].word).elementsEqual(form)
    }
  }

  // MARK: Conditions

  /// - Parameters:
  ///   - form: The word whose form counts; a pronoun's is its own.
  ///   - unknownCase: What a test of the case gives for a word that shows none, such as a Latin name.
  func passes(
    _ tests: [CompiledFrame.Test], _ word: Int, form: Int, unknownCase: Bool = true
  ) -> Bool {
    tests.allSatisfy { test in
      let token = word + tree.tokens.lowerBound
      let holds: Bool
      switch test.what {
      case .list(let number): holds = isEntry(ofList: rules.lexicons[Int(number)], token)
      case .grammemes(let grammemes) where grammemes.intersects(.cases):
        if !tree.grammemes(of: form).intersects(.cases) { return unknownCase }
        holds = tree.isIn(grammemes, form)
      case .grammemes(let grammemes): holds = tree.grammemes(of: form).contains(grammemes)
      case .form(let forms): holds = stands(forms, at: token)
      case .lemma(let lemma): holds = hasLemma(lemma, token)
      case .record(let kind): holds = hasRecord(word, [kind])
      case .anyOf(let tests):
        holds = tests.contains { passes([$0], word, form: form, unknownCase: unknownCase) }
      }
      return holds != test.isNegated
    }
  }

  func isEntry(ofList list: CompiledLexicon, _ token: Int) -> Bool {
    matcher.entry(of: list, at: token, before: tree.tokens.upperBound) != nil
  }

  private func hasLemma(_ lemma: [UInt8], _ token: Int) -> Bool {
    let word = matcher.buffer[token].word
    return matcher.morphology.analyses(of: word).contains {
      matcher.morphology.lemma(of: $0).elementsEqual(lemma)
    }
  }

  /// The candidates that the conditions on their slot leave.
  private func picked(
    _ found: [FrameBinding], slot: Int, _ reading: FrameReading
  ) -> Result<[FrameBinding], FrameFailure> {
    var kept = found
    // What must hold of a `let` word does not hold of none.
    if found.isEmpty, reading.frame.slots[slot].argument < 0,
      reading.frame.conditions.contains(where: { $0.slot == slot && $0.reason.isEmpty })
    {
      return .failure(.dropped(reason: "a 'where' line"))
    }
    for condition in reading.frame.conditions where condition.slot == slot && !kept.isEmpty {
      kept.removeAll { holds(condition, $0) != condition.reason.isEmpty }
      if kept.isEmpty {
        return .failure(
          .dropped(reason: condition.reason.isEmpty ? "a 'where' line" : condition.reason))
      }
    }
    return .success(kept)
  }

  private func holds(_ condition: CompiledFrame.Condition, _ binding: FrameBinding) -> Bool {
    let result =
      switch condition.what {
      case .word(_, let tests):
        passes(tests, binding.word, form: binding.word, unknownCase: condition.unknownCase)
      case .field(_, let field): field.holds(self.field(field.field, of: binding))
      case .path: false
      }
    return result != condition.isNegated
  }

  private func field(_ name: String, of binding: FrameBinding) -> String? {
    guard case .record(let record) = binding.value else { return nil }
    return matcher.recordField(record, name)
  }

  /// Does a condition on the whole frame hold?
  private func holds(_ condition: CompiledFrame.Condition, _ reading: FrameReading) -> Bool {
    let result =
      switch condition.what {
      case .word(_, let tests):
        passes(tests, reading.word, form: reading.word, unknownCase: condition.unknownCase)
      case .field(_, let field): field.holds(reading.head.column(field.field, of: "head"))
      case .path(let path):
        path.isInside
          ? walk(path, reading).contains { end in
            tree.phrase(of: end).contains { path.record < 0 || hasRecord($0, [path.record]) }
          } : !walk(path, reading).isEmpty
      }
    return result != condition.isNegated
  }

  private func constants(_ reading: FrameReading, count: Int) -> [String?] {
    var constants: [String?] = Array(repeating: nil, count: count)
    for assignment in reading.frame.assignments {
      if let condition = assignment.condition, !holds(anywhere: condition, reading) { continue }
      let text: String? =
        switch (assignment.value, assignment.slot) {
        case (.constant(let text), _): text
        case (.member(_, let name), -1): reading.head.column(name, of: "head")
        case (.member(_, let name), let slot) where slot <= -3:
          reading.head.member(name, ofCapture: Int(-3 - slot))
        case (.member(_, let name), let slot):
          reading.bindings[Int(slot)].first.flatMap { field(name, of: $0) }
        default: nil
        }
      if let text { constants[Int(assignment.argument)] = text }
    }
    return constants
  }

  private func holds(anywhere condition: CompiledFrame.Condition, _ reading: FrameReading) -> Bool {
    guard let slot = condition.slot else { return holds(condition, reading) }
    return reading.bindings[slot].contains { holds(condition, $0) }
  }
}

extension FrameMatcher {
  /// Is the word of the sentence an entry of a list?
  func isEntry(ofList list: CompiledLexicon?, word: Int) -> Bool {
    list.map { isEntry(ofList: $0, word + tree.tokens.lowerBound) } ?? false
  }
}
