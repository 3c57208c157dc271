import RussianMorphology
import RussianSyntax

// Who does what, whatever the voice and the form of the word that names the event.
extension HeadTree {
  /// How far chains of heads are followed.
  private static let reach = 8

  private func isFinite(_ word: Int) -> Bool { readings(word).contains(.VERB) }
  private func isParticiple(_ word: Int) -> Bool { readings(word).contains(.PRTF) }
  private func readings(_ word: Int) -> Grammemes { grammemes(of: word) }

  /// Is what it is done to its grammatical subject?
  private func isPassive(_ word: Int) -> Bool {
    readings(word).contains(.PRTS) || readings(word).contains([.PRTF, .pssv])
  }

  func isVerbal(_ word: Int) -> Bool {
    let forms: Grammemes = Grammemes.VERB.union(.INFN).union(.GRND).union(.PRTF).union(.PRTS)
    return readings(word).intersects(forms)
  }

  /// The noun that a participle belongs to.
  private func noun(ofParticiple word: Int) -> Int? {
    var word = word
    for _ in 0..<Self.reach {
      let head = head(of: word)
      guard head >= 0 else { return nil }
      switch relation(of: word) {
      case .amod, .acl: return head
      case .conj: word = head
      default: return nil
      }
    }
    return nil
  }

  /// Those who do what the word names.
  func subjects(of word: Int) -> [Int] {
    if isPassive(word) { return agents(of: word) }
    if isVerbal(word) { return grammaticalSubjects(of: word) }
    // «Покупка акций компанией»; «компания — покупатель».
    let agents = agents(of: word)
    return agents.isEmpty ? children(of: word).filter { relation(of: $0) == .nsubj } : agents
  }

  /// What the event is done to.
  func objects(of word: Int) -> [Int] {
    if isPassive(word) {
      if isParticiple(word), let noun = noun(ofParticiple: word) { return [noun] }
      return grammaticalSubjects(of: word)
    }
    if isVerbal(word) {
      let own = children(of: word).filter { relation(of: $0) == .obj }
      if !own.isEmpty { return own }
      let subjects = children(of: word).filter { relation(of: $0) == .nsubj }
      if let object = hiddenObject(of: word, among: subjects) { return [object] }
      // «владеет 24 %»: a figure shows no case.
      let measured = bare(.accs, of: word)
      if !measured.isEmpty { return measured }
      // «купила и продала завод»: the object behind the last is that of both.
      guard let next = children(of: word).first(where: { relation(of: $0) == .conj && isVerbal($0) }),
        !children(of: word).contains(where: { relation(of: $0) == .obl && $0 < next })
      else { return [] }
      return children(of: next).filter { relation(of: $0) == .obj }
    }
    return bare(.gent, of: word)
  }

  /// Which of two subjects around a verb is its object: «Иван основал фонд», «завод купила компания».
  /// An accusative that looks like a nominative is read as a second subject.
  private func hiddenObject(of verb: Int, among subjects: [Int]) -> Int? {
    guard subjects.count == 2, isFinite(verb), subjects[0] < verb, verb < subjects[1] else {
      return nil
    }
    let own = readings(verb)
    let candidates = subjects.filter { noun in
      let grammemes = readings(noun)
      return grammemes.contains([.NOUN, .inan]) && preposition(of: noun) == nil
        && (grammemes.contains(.plur) || !grammemes.contains(.femn))
    }
    if own.contains([.past, .sing]) {
      let disagreeing = candidates.filter { !Agreement.sameGender(own, readings($0)) }
      if disagreeing.count == 1 { return disagreeing[0] }
    }
    return candidates.contains(subjects[1]) ? subjects[1] : nil
  }

  /// Dependents in a case without a preposition.
  func bare(_ wanted: Grammemes, of word: Int) -> [Int] {
    children(of: word).filter { child in
      // «Ромашке» may be read as a prepositional; the relation knows better.
      if wanted == .datv, relation(of: child) == .iobj { return preposition(of: child) == nil }
      if wanted == .gent, relation(of: child) == .nmod, !readings(child).intersects(.cases) {
        return preposition(of: child) == nil
      }
      return isBare(child) && isIn(wanted, child)
        && (relation(of: child) != .nsubj || wanted == .nomn)
    }
  }

  private func agents(of word: Int) -> [Int] {
    children(of: word).filter {
      switch relation(of: $0) {
      case .obl, .nmod, .iobj: isIn(.ablt, $0) && preposition(of: $0) == nil
      // «контролируемый Иваном»: a participle has no appositions.
      case .appos: isParticiple(word) && isIn(.ablt, $0)
      default: false
      }
    }
  }

  /// The subject of a verb: its own, or that of the verb with which it is coordinated or on which it
  /// hangs; of a participle the noun that it belongs to.
  func grammaticalSubjects(of word: Int) -> [Int] {
    let isOfSeveral = readings(word).contains([.VERB, .plur])
    let verb = word
    var word = word
    for _ in 0..<Self.reach {
      var own = children(of: word).filter { relation(of: $0) == .nsubj }
      if let object = hiddenObject(of: word, among: own) { own.removeAll { $0 == object } }
      // «которую организовали совет и фонд», «директор ушёл, а завод закрыли»: one alone is no subject
      // of several.
      if own.count == 1, isOfSeveral, isOne(own[0], besides: word == verb ? [.appos, .nmod] : []) { return [] }
      if !own.isEmpty { return own }
      if isParticiple(word) { return noun(ofParticiple: word).map { [$0] } ?? [] }
      let head = head(of: word)
      guard head >= 0 else { return [] }
      switch relation(of: word) {
      case .conj where isVerbal(head) || child(of: head, .nsubj) != nil: word = head
      case .advcl where readings(word).contains(.GRND): word = head
      case .xcomp: word = head
      // «компания, выросшая вдвое и купившая завод»
      case .acl where !isFinite(word): return [head]
      default: return []
      }
    }
    return []
  }

  /// Does the word name one, with nothing beside it that makes several of it?
  ///
  /// - Parameter relations: What may make several of it besides its coordination: «большинство депутатов».
  private func isOne(_ word: Int, besides relations: [Relation]) -> Bool {
    let own = readings(word)
    guard own.contains([.NOUN, .sing, .nomn]), !own.contains(.plur) else { return false }
    return !children(of: word).contains {
      switch relation(of: $0) {
      case .conj, .nummod: true
      case .appos, .nmod: relations.contains(relation(of: $0))
      // «3 человека» is one record.
      case .flat: !readings($0).contains(.NOUN)
      default: false
      }
    }
  }

  /// The subject of the verb above a noun: «компания объявила о покупке».
  func outerSubjects(of word: Int) -> [Int] {
    var word = word
    for _ in 0..<Self.reach {
      let head = head(of: word)
      guard head >= 0 else { return [] }
      if isVerbal(head) {
        return isPassive(head) ? agents(of: head) : grammaticalSubjects(of: head)
      }
      word = head
    }
    return []
  }

  /// Is the word a predicate in the singular with no subject that its sentence names: «Работал
  /// послом.»? What is told of a noun has one.
  func lacksSubject(_ word: Int) -> Bool {
    let own = readings(word)
    guard own.contains(.VERB) || own.contains(.PRTS) || own.contains(.NOUN),
      !own.contains(.impr), !own.intersects(Grammemes.per1.union(.per2)),
      own.contains(.NOUN) || !own.contains(.plur), grammaticalSubjects(of: word).isEmpty
    else { return false }
    var word = word
    for _ in 0..<Self.reach {
      switch relation(of: word) {
      case .root: return true
      case .conj, .parataxis: word = head(of: word)
      default: return false
      }
      if word < 0 { return false }
      if children(of: word).contains(where: { relation(of: $0) == .nsubj }) { return false }
    }
    return false
  }

  /// Those whom a noun such as «владелец» names: «Иван, владелец X», «владелец X Иван», «Иван —
  /// владелец X», «владельцем X стал Иван».
  ///
  /// - Parameter isLink: Whether a verb only links its subject with a noun: «стать», «являться».
  func bearers(of word: Int, isLink: (Int) -> Bool) -> [Int] {
    var word = word
    var isOneOf = false
    for _ in 0..<Self.reach {
      var found = children(of: word).filter { relation(of: $0) == .nsubj }
      let head = head(of: word)
      // «Иван, один из владельцев»
      if preposition(of: word) != nil, head >= 0, !readings(head).contains(.NOUN),
        readings(head).intersects(Grammemes.Apro.union(.NUMR))
      {
        isOneOf = true
        word = head
        continue
      }
      if isOneOf, head >= 0 {
        // «Одним из владельцев стал Иван»
        let own = children(of: head).filter { $0 != word && relation(of: $0) == .nsubj }
        if !own.isEmpty, isLink(head) || readings(word).contains(.ablt) { return own }
        switch relation(of: word) {
        case .conj, .nummod, .appos, .parataxis: return [head]
        default: break
        }
      }
      if found.isEmpty, head >= 0 {
        switch relation(of: word) {
        case .appos, .parataxis: found = [head]
        case .nsubj where !isVerbal(head): found = [head]
        // «Основной акционер A Кравчук вышел»: two nominatives before one verb name one person.
        case .nsubj where !isLink(head) && word < head:
          found = children(of: head).filter { other in
            word < other && other < head && relation(of: other) == .nsubj && isIn(.nomn, other)
              && !(word..<other).contains { relation(of: $0) == .punct }
          }
        case .nsubj, .obl, .xcomp, .obj, .iobj, .nmod:
          if isLink(head) {
            let other = children(of: head).filter {
              $0 != word && (relation(of: $0) == .nsubj || isIn(.ablt, $0) && isBare($0))
            }
            found = other.isEmpty && relation(of: word) != .nsubj
              ? grammaticalSubjects(of: head) : other
          }
        default: break
        }
      }
      if found.isEmpty {
        found = names(behind: word)
      }
      if !found.isEmpty || relation(of: word) != .conj || head < 0 { return found }
      word = head
    }
    return []
  }

  /// The appositions of a noun. What stands behind another title, as in «основатель A Иван и глава B
  /// Олег», is that one's.
  private func names(behind word: Int) -> [Int] {
    let own = readings(word)
    let found = children(of: word).filter { child in
      guard relation(of: child) == .appos || relation(of: child) == .flat else { return false }
      // «встречу с основателем Иван пропустил»: an object and a subject.
      return !readings(child).contains(.nomn) || !own.intersects(.cases) || own.contains(.nomn)
        || !readings(child).contains(.anim)
    }
    guard let first = found.first, !readings(word).contains(.plur),
      let other = children(of: word).first(where: { relation(of: $0) == .conj && $0 > first })
    else { return found }
    return found.filter { $0 < other }
  }

  // MARK: Relative clauses

  /// Does the word stand for the noun that its clause tells of?
  func isRelativePronoun(_ word: Int) -> Bool {
    readings(word).contains([.Anph, .Subx])
  }

  /// The noun on which the relative clause around a word hangs.
  func antecedent(of word: Int) -> Int? {
    var word = word
    for _ in 0..<(4 * Self.reach) {
      let head = head(of: word)
      guard head >= 0 else { return nil }
      if relation(of: word) == .acl { return head }
      // A clause that hangs elsewhere is no clause about a noun above.
      if opensClause(word) { return nil }
      word = head
    }
    return nil
  }

  /// Do a noun and a relative pronoun agree in number and gender? A name that shows neither does.
  func isMeant(_ noun: Int, by pronoun: Int) -> Bool {
    let own = readings(noun)
    var wanted = readings(pronoun)
    guard own.contains(.NOUN) else { return true }
    if wanted.contains(.plur) {
      return own.contains(.plur)
        || children(of: noun).contains {
          relation(of: $0) == .conj || relation(of: $0) == .nummod || relation(of: $0) == .appos
        }
    }
    guard wanted.contains(.sing) else { return true }
    if own.contains(.plur), !own.contains(.sing) { return false }
    // «которого», «которому» are of both.
    let shared = Grammemes.masc.union(.neut)
    if !wanted.contains(.nomn), wanted.intersects(shared) { wanted.formUnion(shared) }
    return Agreement.sameGender(wanted, own)
  }

  // MARK: Clauses

  /// Does a clause of its own begin with the word?
  func opensClause(_ word: Int) -> Bool {
    switch relation(of: word) {
    case .root, .acl, .advcl, .ccomp, .csubj, .parataxis: true
    case .conj: isVerbal(word) || child(of: word, .nsubj) != nil
    default: false
    }
  }

  /// The words of the clause around a word, at most 200.
  func clause(around word: Int) -> [Int] {
    var top = word
    for _ in 0..<60 {
      guard !opensClause(top), head(of: top) >= 0 else { break }
      top = head(of: top)
    }
    return phrase(of: top) { !opensClause($0) }
  }
}
