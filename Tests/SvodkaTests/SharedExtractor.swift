import Svodka

extension Extractor {
  /// One extractor for all tests of the built-in kinds.
  static let shared: Extractor = {
    do {
      return try Extractor()
    } catch {
      fatalError("\(error)")
    }
  }()
}
