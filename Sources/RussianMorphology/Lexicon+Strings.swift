extension Lexicon {
  /// The readings of a word form, best first; none if the dictionary lacks it.
  ///
  ///     Lexicon.embedded.analyses(of: "тенге").first?.lemma  // "тенге"
  ///
  /// Takes any mix of capitals, ё or е. Makes strings: for users and tests, not for long texts,
  /// where a ``MorphologyCache`` belongs.
  public func analyses(of form: String) -> [WordAnalysis] {
    var normal: [UInt8] = []
    var form = form
    guard form.withUTF8({ appendNormal($0, to: &normal) }) else { return [] }
    return normal.withUnsafeBufferPointer { normal in
      var found: [WordAnalysis] = []
      var place = firstEntry(ofForm: normal)
      guard place >= 0 else { return [] }
      while true {
        let entry = entry(at: place)
        found.append(analysis(of: normal, as: entry))
        if entry.isLast { return found }
        place += 1
      }
    }
  }

  private func analysis(
    of normal: UnsafeBufferPointer<UInt8>, as entry: LexiconLayout.Entry
  ) -> WordAnalysis {
    let form = form(entry.form, ofParadigm: entry.paradigm)
    let stem = UnsafeBufferPointer(rebasing: normal[stemRange(of: normal, as: form)])
    var lemma: [UInt8] = []
    appendSpelledForm(
      0, ofParadigm: entry.paradigm, stem: stem, yoMask: entry.yoMask, to: &lemma)
    return WordAnalysis(
      lemma: String(decoding: lemma, as: UTF8.self),
      grammemes: grammemes(of: TagID(form.tag)), probability: Double(entry.weight) / 63,
      isKnown: true)
  }
}
