import RussianText

extension MorphologyCache {
  /// Number of the form of the same lemma that has `wanted` and else differs least; `nil` if the
  /// paradigm has none.
  ///
  /// Part of speech stays; of the rest, what `wanted` says nothing about is kept where possible.
  func formNumber(of analysis: Analysis, as wanted: Grammemes) -> Int? {
    guard analysis.paradigm != Analysis.noParadigm else { return nil }
    let paradigm = Int(analysis.paradigm)
    let current = grammemes(of: analysis)
    let partOfSpeech = current.intersection(.partsOfSpeech)
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
