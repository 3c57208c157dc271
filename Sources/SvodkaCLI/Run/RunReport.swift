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
  /// How often each reason was met, whatever numbers it has, and those that were met often.
  private var reasons: [String: Int] = [:]
  private var order: [(key: String, reason: String)] = []
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
    if options.errors != nil, problem.line != nil || problem.offset != nil { return }
    var key = Self.key(of: problem.reason)
    let isOther = reasons[key] == nil && reasons.count >= Self.kinds
    if isOther { key = "others" }
    let count = reasons[key, default: 0]
    reasons[key] = count + 1
    if count == Self.repetitions { order.append((key, isOther ? key : problem.reason)) }
    guard count < Self.repetitions else { return }
    clear()
    StandardError.write("svodka: \(problem)\n")
  }

  /// A reason is told so often with its place, and then by its number at the end.
  private static let repetitions = 3
  /// So many reasons are told apart.
  private static let kinds = 100

  /// The reason with an N for each of its numbers: «byte 17 of the line».
  private static func key(of reason: String) -> String {
    var key = ""
    for character in reason {
      let isDigit = character.isNumber
      if !isDigit { key.append(character) } else if key.last != "N" { key.append("N") }
    }
    return key
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

  /// Says which fields no document had, or not all.
  func missing(_ notes: [String]) {
    if notes.isEmpty { return }
    clear()
    for note in notes { StandardError.write("svodka: \(note)\n") }
  }

  /// Says what was done, and where it lies.
  func end(_ summary: DumpRun.Summary) {
    clear()
    for (key, reason) in order {
      let more = ProgressLine.grouped(reasons[key, default: 0] - Self.repetitions)
      let place = options.errors == nil ? "; --errors FILE lists them" : ""
      StandardError.write("svodka: \(more) more like it: \(reason)\(place)\n")
    }
    if summary.problems > 0, let errors = options.errors {
      StandardError.write("svodka: \(summary.problems) broken, listed in \(errors)\n")
    }
    let elapsed = ContinuousClock.now - begin
    guard !options.quiet, options.output != nil || elapsed > Self.lineInterval else { return }
    StandardError.write("svodka: \(closing(summary, elapsed))\n")
  }

  /// `12,345 documents, 123,456 records, 3 errors in 12.3 s: facts.jsonl`
  private func closing(_ summary: DumpRun.Summary, _ elapsed: Duration) -> String {
    func counted(_ number: Int, _ noun: String) -> String {
      "\(ProgressLine.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
    var parts = [
      counted(summary.documents, "document"), counted(summary.records, "record"),
      counted(summary.problems, "error"),
    ]
    if summary.limited > 0 { parts.append("\(ProgressLine.grouped(summary.limited)) over a limit") }
    let seconds = Double(Int(elapsed / .seconds(1) * 10)) / 10
    let place = options.output.map { ": \($0)" } ?? ""
    return parts.joined(separator: ", ") + " in \(seconds) s" + place
  }
}
