import Foundation
import Logging
import SvodkaDump

/// Tells on standard error how a run is doing: a bar on a terminal, a line now and then elsewhere.
final class RunReport {
  private let options: RunOptions
  private let total: Int?
  private let begin = ContinuousClock.now
  private var nextNews: ContinuousClock.Instant
  private var hasBar = false
  private var unprinted = 0
  /// What runs before this one had done.
  private var earlier = DumpRun.Summary()
  private let logger: Logger

  /// A bar on a terminal, unless the output itself goes there.
  private let showsBar: Bool

  private static let barInterval = Duration.milliseconds(200)
  private static let lineInterval = Duration.seconds(10)

  init(_ options: RunOptions, files: [InputFile]) {
    self.options = options
    total = RunReport.size(of: files)
    showsBar =
      !options.quiet && StandardError.isTerminal && !(options.output == nil && Terminal.isOutput)
    nextNews = begin + (showsBar ? Self.barInterval : Self.lineInterval)
    logger = Logger(label: "svodka") { StreamLogHandler.standardError(label: $0) }
  }

  /// The size of all files on disk; `nil` if one has none.
  private static func size(of files: [InputFile]) -> Int? {
    var sum = 0
    for file in files {
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: PathText(file.path).followingLinks)
      guard !file.isStandardInput, let size = attributes?[.size] as? Int else { return nil }
      sum += size
    }
    return sum
  }

  var observer: DumpJob.Observer {
    var observer = DumpJob.Observer()
    observer.problem = problem
    observer.progress = progress
    observer.resumed = resumed
    observer.shouldStop = { InterruptSignal.wasSent }
    return observer
  }

  /// A line or file that is no document: told here unless it goes to the errors file.
  func problem(_ problem: InputProblem) {
    // A file that could not be looked for is in no run and so in no errors file.
    if options.errors != nil, problem.line != nil || problem.offset != nil { return unprinted += 1 }
    clear()
    StandardError.write("svodka: \(problem)\n")
  }

  private func resumed(_ earlier: DumpRun.Summary?) {
    self.earlier = earlier ?? DumpRun.Summary()
    guard !options.quiet else { return }
    if let earlier {
      StandardError.write("svodka: going on after \(earlier.documents) documents\n")
    } else {
      StandardError.write("svodka: no checkpoint to go on from: starting at the beginning\n")
    }
  }

  private func progress(_ progress: DumpJob.Progress) {
    guard !options.quiet, ContinuousClock.now >= nextNews else { return }
    nextNews = .now + (showsBar ? Self.barInterval : Self.lineInterval)
    let share = total.flatMap { $0 > 0 ? min(Double(progress.bytesRead) / Double($0), 1) : nil }
    let line = ProgressLine(
      progress.summary, after: progress.earlier, share: share, elapsed: .now - begin)
    if showsBar {
      StandardError.write("\r" + line.bar(width: Terminal.width(of: STDERR_FILENO)) + "\u{1B}[K")
      hasBar = true
    } else {
      logger.info("\(line.text)")
    }
  }

  /// Removes the bar.
  func clear() {
    if hasBar { StandardError.write("\r\u{1B}[K") }
    hasBar = false
  }

  /// Says what was done, after a run that was long enough to have told of itself.
  func end(_ summary: DumpRun.Summary) {
    clear()
    if unprinted > 0, let errors = options.errors {
      StandardError.write("svodka: \(unprinted) broken, listed in \(errors)\n")
    }
    let elapsed = ContinuousClock.now - begin
    guard !options.quiet, elapsed > Self.lineInterval else { return }
    let text = ProgressLine(summary, after: earlier, share: nil, elapsed: elapsed).text
    if showsBar {
      StandardError.write("svodka: done: \(text)\n")
    } else {
      logger.info("done: \(text)")
    }
  }
}
