import Foundation
import Synchronization

/// Ctrl-C and `kill`: the first lets the run make a checkpoint, the second ends it at once.
enum InterruptSignal {
  private static let isCaught = Atomic<Bool>(false)

  /// Was the program asked to stop?
  static var wasSent: Bool { isCaught.load(ordering: .relaxed) }

  static func watch() {
    // Made here, since a signal handler must not: globals are made when they are first used.
    _ = wasSent
    // FileSource polls this flag while it waits for input.
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        InterruptSignal.isCaught.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }
}
