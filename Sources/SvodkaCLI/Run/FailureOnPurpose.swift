#if DEBUG
  import Foundation

  /// Failures that tests ask for by the environment: nothing of this is in a release.
  enum FailureOnPurpose {
    private static let trapWord = ProcessInfo.processInfo.environment["SVODKA_TRAP_ON"]
    private static let endlessWord = ProcessInfo.processInfo.environment["SVODKA_HANG_ON"]

    /// Traps, or never comes to an end, where the text has the word.
    static func occur(at text: String) {
      if let trapWord, text.contains(trapWord) { fatalError("asked for") }
      while let endlessWord, text.contains(endlessWord) { usleep(1000) }
    }
  }
#endif
