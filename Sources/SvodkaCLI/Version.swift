import RussianMorphology

/// What `svodka --version` says.
enum Version {
  static let number = "0.1.0"

  /// The program's version; verbosely also the dictionary's source, version and licence.
  static func text(verbose: Bool) -> String {
    guard verbose else { return number }
    let about = Lexicon.embedded.about.split(separator: "\n")
    return ([Substring("svodka \(number)")] + about.map { "dictionary: \($0)" })
      .joined(separator: "\n")
  }
}
