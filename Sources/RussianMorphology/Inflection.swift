import RussianText

extension MorphologyCache {
  /// Number of the form of the same lemma that has `wanted` and else differs least; `nil` if the
  /// paradigm has none.
  ///
  /// Part of speech stays, unless `wanted` names another: a verb's participles are forms of its
  /// lemma. Of the rest, what `wanted` says nothing about is kept where possible.
  func formNumber(of analysis: Analysis, as wanted: Grammemes) -> Int? {
    guard analysis.paradigm != Analysis.noParadigm else { return nil }
    let paradigm = Int(analysis.paradigm)
    let current = grammemes(of: analysis)
    let partOfSpeech =
      wanted.intersects(.partsOfSpeech) ? Grammemes() : current.intersection(.partsOfSpeech)
    var best = -1
    var bestDistance = Int.max
    for number in 0..<lexicon.formCount(ofParadigm: paradigm) {
      let tag = lexicon.form(number, ofParadigm: paradigm).tag
      let grammemes = lexicon.grammemes(of: TagID(tag))
      guard grammemes.contains(wanted), grammemes.contains(partOfSpeech) else { continue }
      let difference = grammemes.symmetricDifference(current)
      let distance = difference.low.nonzeroBitCount + difference.high.nonzeroBitCount
      if distance < bestDistance {
        best = number
        bestDistance = distance
      }
    }
    return best >= 0 ? best : nil
  }

  /// Of the lemma's forms that have `wanted`, the one that shares most letters with `form`;
  /// of equals the first.
  func variant(
    of analysis: Analysis, as wanted: Grammemes, like form: UnsafeBufferPointer<UInt8>
  ) -> String? {
    guard let stem = stem(of: analysis) else { return nil }
    let paradigm = Int(analysis.paradigm)
    var best: [UInt8] = []
    var mostShared = -1
    for number in 0..<lexicon.formCount(ofParadigm: paradigm) {
      let tag = TagID(lexicon.form(number, ofParadigm: paradigm).tag)
      guard lexicon.grammemes(of: tag).contains(wanted) else { continue }
      var folded: [UInt8] = []
      lexicon.appendForm(number, ofParadigm: paradigm, stem: stem, to: &folded)
      let shared = zip(folded, form).prefix { $0 == $1 }.count
      guard shared > mostShared else { continue }
      mostShared = shared
      best.removeAll()
      lexicon.appendSpelledForm(
        number, ofParadigm: paradigm, stem: stem, yoMask: Int(analysis.yoMask), to: &best)
    }
    return mostShared >= 0 ? String(decoding: best, as: UTF8.self) : nil
  }

  /// Appends the form of the analysis' lemma that has `wanted`, in small letters and with ё.
  /// False, and nothing appended, if there is none.
  public func appendForm(
    of analysis: Analysis, as wanted: Grammemes, to output: inout [UInt8]
  ) -> Bool {
    guard let number = formNumber(of: analysis, as: wanted), let stem = stem(of: analysis) else {
      return false
    }
    lexicon.appendSpelledForm(
      number, ofParadigm: Int(analysis.paradigm), stem: stem, yoMask: Int(analysis.yoMask),
      to: &output)
    return true
  }
}
