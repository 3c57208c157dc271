import RussianMorphology
import RussianText
import TextRules

// Whether something came about, or was only meant to.
extension FactContext {
  /// Tells the verb of the future, of wishes and of what may be from the verb of what is or was.
  ///
  /// An infinitive tells of something real only behind a word of `managed`: «удалось подписать».
  func isReal(
    _ verb: Range<Int>, unreal: CompiledLexicon, managed: CompiledLexicon
  ) -> Bool {
    let before = wordsBefore(verb.lowerBound)
    if has(unreal, in: before.lowerBound..<verb.upperBound) { return false }
    guard let best = kinds.morphology.analyses(of: buffer[verb.lowerBound].word).first else {
      return true
    }
    let grammemes = kinds.morphology.grammemes(of: best)
    if grammemes.contains(.INFN) { return has(managed, in: before) }
    return !grammemes.contains([.VERB, .futr])
  }

  /// Up to six words in front of a token, back to the sign that ends the clause before.
  func wordsBefore(_ token: Int) -> Range<Int> {
    let lowest = max(sentence(of: token).lowerBound, token - 6)
    var start = token
    while start > lowest, buffer[start - 1].kind != .punctuation || kinds.isQuote(start - 1) {
      start -= 1
    }
    return start..<token
  }
}
