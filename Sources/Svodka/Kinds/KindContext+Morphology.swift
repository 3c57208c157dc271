import RussianMorphology
import RussianText

extension KindContext {
  /// Has the token at `index` an analysis with all of these grammemes?
  func hasAnalysis(_ index: Int, _ grammemes: Grammemes) -> Bool {
    morphology.analyses(of: buffer[index].word).contains {
      morphology.grammemes(of: $0).contains(grammemes)
    }
  }
}
