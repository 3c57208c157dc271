import RussianMorphology
import RussianText

extension MorphologyCache {
  /// Do two words have analyses that agree in `features`?
  public func agree(_ a: WordID, _ b: WordID, in features: AgreementFeatures) -> Bool {
    for first in analyses(of: a) {
      let one = grammemes(of: first)
      for second in analyses(of: b) where features.hold(one, grammemes(of: second)) {
        return true
      }
    }
    return false
  }
}

extension AgreementFeatures {
  /// Do two analyses agree? What one of them leaves open agrees with anything.
  func hold(_ a: Grammemes, _ b: Grammemes) -> Bool {
    if contains(.grammaticalCase), a.intersection(b).isDisjoint(with: .cases) { return false }
    if contains(.number), Self.differ(a, b, .numbers) { return false }
    if contains(.gender), !a.contains(.plur), !b.contains(.plur), Self.differ(a, b, .genders) {
      return false
    }
    return true
  }

  private static func differ(_ a: Grammemes, _ b: Grammemes, _ mask: Grammemes) -> Bool {
    a.intersects(mask) && b.intersects(mask) && a.intersection(b).isDisjoint(with: mask)
  }
}
