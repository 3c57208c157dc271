/// How well a reading goes with what stands before it, in hundredths of a natural logarithm.
///
/// Hand-set: agreement, government, genitive chains, subject and verb. Everything is a sum of two
/// words' worth of evidence, so that a sentence is one pass.
struct ContextWeights {
  let classes: ContextClasses

  /// - Parameter joined: A conjunction or a comma stands between.
  func weight(_ before: UInt16, joined: Bool, _ after: UInt16) -> Int {
    let a = classes.keys[Int(before)]
    let b = classes.keys[Int(after)]
    guard b.role == .grammemes else { return a.grammemes.contains(.PREP) ? afterPreposition(b) : 0 }
    let next = b.grammemes
    if joined { return joinedWeight(a, next) }
    switch a.role {
    case .grammemes: break
    case .stops, .opens: return afterStop(next)
    case .one, .few, .many, .fraction, .year: return afterFigures(a.role, next)
    case .any: return shortAdjective(next)
    case .joins, .comma, .passes: return 0
    }
    let previous = a.grammemes
    if previous.contains(.PREP) { return afterPreposition(previous, next) }
    if previous.intersects(.attributive) { return afterAdjective(previous, next) }
    if previous.contains(.NUMR) { return afterNumeral(previous, next) }
    if previous.intersects([.NOUN, .NPRO]) { return afterNoun(previous, next) }
    if previous.intersects([.VERB, .INFN, .GRND, .ADJS, .PRTS]) { return afterVerb(previous, next) }
    if previous.contains(.PRED) { return next.contains(.INFN) ? 60 : alone(next) }
    if previous.contains(.COMP) { return next.intersects(.gent) ? 40 : alone(next) }
    return alone(next)
  }

  private func isNominal(_ word: Grammemes) -> Bool {
    word.intersects([.NOUN, .NPRO, .NUMR, .ADJF, .PRTF])
  }

  /// A prepositional needs its preposition.
  private func alone(_ next: Grammemes) -> Int {
    next.contains(.loct) ? -400 : shortAdjective(next)
  }

  private func afterStop(_ next: Grammemes) -> Int {
    guard isNominal(next) else { return shortAdjective(next) }
    if next.contains(.nomn) { return 60 }
    if next.contains(.loct) { return -400 }
    return next.intersects([.gent, .datv, .ablt]) ? -40 : -20
  }

  private func afterPreposition(_ next: ContextClasses.Key) -> Int {
    switch next.role {
    case .joins, .comma, .opens, .stops: -250
    default: 0
    }
  }

  private func afterPreposition(_ previous: Grammemes, _ next: Grammemes) -> Int {
    guard isNominal(next) else {
      return next.intersects([.COMP]) ? -50 : -400
    }
    guard next.intersects(previous.intersection(.cases)) else { return -500 }
    // Of two cases, the more usual one.
    return next.contains(.loct) ? 180 : 150
  }

  private func afterAdjective(_ previous: Grammemes, _ next: Grammemes) -> Int {
    if next.contains(.NOUN) {
      if Agreement.agree(previous, next) { return 250 }
      return previous.contains(.PRTF) && next.intersects([.ablt, .accs]) ? -20 : -150 + alone(next)
    }
    if next.intersects(.attributive) {
      let same =
        Agreement.sameCase(previous, next)
        && previous.intersection(.numbers).intersects(next) && Agreement.sameGender(previous, next)
      return same ? 120 : -120 + alone(next)
    }
    if next.intersects([.NUMR]) { return Agreement.sameCase(previous, next) ? 60 : -60 }
    if next.contains(.NPRO) { return -60 + alone(next) }
    if next.contains(.VERB) { return previous.contains(.nomn) ? -40 : -80 }
    return (previous.contains(.PRTF) || next.contains(.PREP) ? 0 : -40) + shortAdjective(next)
  }

  private func afterNumeral(_ previous: Grammemes, _ next: Grammemes) -> Int {
    guard isNominal(next) else { return 0 }
    if previous.intersects([.nomn, .accs]) {
      if next.contains(.gent) { return 150 }
      return Agreement.sameCase(previous, next) ? 40 : -150 + alone(next)
    }
    return Agreement.sameCase(previous, next) ? 200 : -100 + alone(next)
  }

  private func afterFigures(_ role: ContextClasses.Role, _ next: Grammemes) -> Int {
    guard isNominal(next) else { return 0 }
    switch role {
    case .one: return next.contains(.sing) ? 40 : -40
    case .few:
      if next.contains(.NOUN) { return next.contains([.gent, .sing]) ? 150 : -40 }
      return next.contains([.gent, .plur]) ? 80 : 0
    case .many: return next.contains([.gent, .plur]) ? 150 : next.contains(.gent) ? 0 : -60
    case .fraction: return next.contains(.gent) ? 80 : 0
    default: return next.contains(.sing) ? 20 : 0
    }
  }

  private func afterNoun(_ previous: Grammemes, _ next: Grammemes) -> Int {
    if next.contains(.VERB) || next.intersects([.ADJS, .PRTS]) {
      return subject(previous, next)
    }
    if next.contains(.INFN) { return 0 }
    guard isNominal(next) else { return 0 }
    let names: Grammemes = [.Name, .Surn, .Patr]
    if next.intersects(names) {
      if previous.intersects(names) { return nameAfterName(previous, next) }
      if previous.contains(.anim), Agreement.sameCase(previous, next) {
        return previous.intersection(.numbers).intersects(next) ? 150 : 0
      }
    }
    if next.contains(.NOUN) {
      if next.contains(.gent) { return previous.contains(.NPRO) ? -40 : 150 }
      if next.contains(.Geox), Agreement.sameCase(previous, next) { return 40 }
      if next.contains(.loct) { return -400 }
      if next.contains(.nomn) { return previous.contains(.nomn) ? -20 : -30 }
      return next.contains(.accs) ? -50 : -30
    }
    if next.intersects(.attributive) {
      if next.contains(.gent) { return 80 }
      if next.contains(.loct) { return -400 }
      return next.contains(.PRTF) && Agreement.agree(next, previous) ? 60 : -30
    }
    return alone(next)
  }

  private func nameAfterName(_ previous: Grammemes, _ next: Grammemes) -> Int {
    let same =
      Agreement.sameCase(previous, next) && previous.intersection(.numbers).intersects(next)
      && Agreement.sameGender(previous, next)
    return same ? 250 : -150
  }

  private func subject(_ noun: Grammemes, _ verb: Grammemes) -> Int {
    guard noun.contains(.nomn) else { return shortAdjective(verb) }
    if verb.contains(.impr) { return -60 }
    return agrees(noun, verb) ? 120 : -200
  }

  /// What looks like a short neuter adjective is mostly an adverb.
  private func shortAdjective(_ next: Grammemes) -> Int {
    next.contains([.ADJS, .neut]) ? -250 : 0
  }

  private func agrees(_ noun: Grammemes, _ verb: Grammemes) -> Bool {
    let numbers = noun.intersection(.numbers)
    guard numbers.isEmpty || numbers.intersects(verb) else { return false }
    if verb.contains(.sing), !noun.contains(.plur), verb.intersects(.genders) {
      return Agreement.sameGender(verb, noun)
    }
    return true
  }

  private func afterVerb(_ previous: Grammemes, _ next: Grammemes) -> Int {
    if next.contains(.INFN) { return 40 }
    if next.contains(.VERB) { return -150 }
    guard isNominal(next) else { return shortAdjective(next) }
    if next.contains(.loct) { return -400 }
    if next.contains(.accs) { return previous.contains(.tran) ? 120 : -60 }
    if next.contains(.nomn) {
      guard previous.intersects([.VERB, .ADJS, .PRTS]) else { return -80 }
      guard agrees(next, previous) else { return -120 }
      return next.intersects(.attributive) ? 0 : 40
    }
    return next.contains(.gent) ? -30 : 0
  }

  private func joinedWeight(_ before: ContextClasses.Key, _ next: Grammemes) -> Int {
    guard before.role == .grammemes else {
      return before.role == .stops ? afterStop(next) : 0
    }
    let previous = before.grammemes
    if isNominal(previous), isNominal(next) {
      if Agreement.sameCase(previous, next) {
        let isSameKind = previous.intersects(.attributive) == next.intersects(.attributive)
        return isSameKind ? 100 : 30
      }
      if next.contains(.nomn) { return 0 }
      return next.contains(.loct) ? -300 : -30
    }
    if previous.contains(.VERB), next.contains(.VERB) {
      return previous.intersection(.numbers).intersects(next) ? 40 : 0
    }
    if previous.contains(.INFN), next.contains(.INFN) { return 40 }
    return alone(next)
  }
}
