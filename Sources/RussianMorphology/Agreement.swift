/// Whether words agree, by their grammemes alone.
public enum Agreement {
  /// Whether an adjective, participle or ordinal agrees with a noun in case, number, gender and,
  /// in the accusative, animacy.
  public static func agree(_ adjective: Grammemes, _ noun: Grammemes) -> Bool {
    guard adjective.intersects(.attributive), sameCase(adjective, noun) else { return false }
    guard adjective.intersection(.numbers).intersects(noun) else { return false }
    if adjective.contains(.sing), !sameGender(adjective, noun) { return false }
    if adjective.contains(.accs), noun.contains(.accs) {
      let animacy = adjective.intersection(.animacies)
      return animacy.isEmpty || noun.intersection(.animacies).isEmpty || animacy.intersects(noun)
    }
    return true
  }

  /// Whether two words share a case; the second forms of a case count as the case.
  public static func sameCase(_ a: Grammemes, _ b: Grammemes) -> Bool {
    mainCases(a).intersects(mainCases(b))
  }

  /// The six cases, each for its variants too.
  public static func mainCases(_ grammemes: Grammemes) -> Grammemes {
    var cases = grammemes.intersection(.cases)
    if cases.intersects(.gen1.union(.gen2)) { cases.formUnion(.gent) }
    if cases.intersects(.loc1.union(.loc2)) { cases.formUnion(.loct) }
    if cases.contains(.acc2) { cases.formUnion(.accs) }
    if cases.contains(.voct) { cases.formUnion(.nomn) }
    return cases
  }

  /// Whether two singular words share a gender, or one of them shows none.
  public static func sameGender(_ a: Grammemes, _ b: Grammemes) -> Bool {
    let (first, second) = (a.intersection(.genders), b.intersection(.genders))
    if first.isEmpty || second.isEmpty || b.contains(.Ms_f) || b.contains(.ms_f) { return true }
    return first.intersects(second)
  }
}
