/// OpenCorpora's grammemes as the features of Universal Dependencies.
enum UniversalFeatures {
  private static let names: [(Grammemes, String)] = [
    (.Abbr, "Abbr=Yes"), (.anim, "Animacy=Anim"), (.inan, "Animacy=Inan"),
    (.impf, "Aspect=Imp"), (.perf, "Aspect=Perf"), (.nomn, "Case=Nom"), (.voct, "Case=Voc"),
    (.gent, "Case=Gen"), (.gen1, "Case=Gen"), (.gen2, "Case=Par"), (.datv, "Case=Dat"),
    (.accs, "Case=Acc"), (.acc2, "Case=Acc"), (.ablt, "Case=Ins"), (.loct, "Case=Loc"),
    (.loc1, "Case=Loc"), (.loc2, "Case=Loc"), (.COMP, "Degree=Cmp"), (.Supr, "Degree=Sup"),
    (.masc, "Gender=Masc"), (.femn, "Gender=Fem"), (.neut, "Gender=Neut"), (.indc, "Mood=Ind"),
    (.impr, "Mood=Imp"), (.sing, "Number=Sing"), (.plur, "Number=Plur"), (.per1, "Person=1"),
    (.per2, "Person=2"), (.per3, "Person=3"), (.past, "Tense=Past"), (.pres, "Tense=Pres"),
    (.futr, "Tense=Fut"), (.ADJS, "Variant=Short"), (.PRTS, "Variant=Short"),
    (.GRND, "VerbForm=Conv"), (.VERB, "VerbForm=Fin"), (.INFN, "VerbForm=Inf"),
    (.PRTF, "VerbForm=Part"), (.PRTS, "VerbForm=Part"), (.actv, "Voice=Act"),
    (.pssv, "Voice=Pass"),
  ]

  /// The features in the order of their names, joined by bars.
  static func features(of grammemes: Grammemes, partOfSpeech: String) -> String {
    var found: [String] = []
    for (grammeme, feature) in names where grammemes.contains(grammeme) {
      let name = feature.prefix { $0 != "=" }
      if !found.contains(where: { $0.hasPrefix(name + "=") }) { found.append(feature) }
    }
    let isVerb = grammemes.intersects([.VERB, .INFN, .GRND])
    if isVerb, !found.contains(where: { $0.hasPrefix("Voice") }) { found.append("Voice=Act") }
    if partOfSpeech == "ADJ", !found.contains(where: { $0.hasPrefix("Degree") }) {
      found.append("Degree=Pos")
    }
    return found.sorted().joined(separator: "|")
  }
}
