import CAllocations
import Foundation
import RussianMorphology
import Workloads

// svodka-bench [--smoke] [--check]
//
// Runs every workload in turn, round after round, so that all of them meet the same weather, and
// prints the median speed of each with its ratio to the baselines.

// With --check the exit status also says whether every layer is as fast as it must be.

// Before anything else has touched the dictionary.
let load = ContinuousClock().measure { _ = Lexicon.embedded.analyses(of: "завод") }

let smoke = CommandLine.arguments.contains("--smoke")
let text = benchmarkText(smoke: smoke)
let rounds = smoke ? 2 : 9

/// A workload with the times of its rounds.
struct Measured {
  let name: String
  var workload: any Workload
  var seconds: [Double] = []
  /// Requests for memory in the last round.
  var allocations: Int64 = 0
  /// Why its time means nothing.
  var failure: String?

  mutating func runOnce() {
    guard failure == nil else { return }
    let clock = ContinuousClock()
    let before = svodka_allocations()
    let duration = clock.measure { workload.run() }
    allocations = svodka_allocations() - before
    seconds.append(duration / .seconds(1))
    do { try workload.check() } catch { failure = "\(error)" }
  }

  /// Megabytes of UTF-8 a second; the first round warms up and does not count.
  func speed(_ bytes: Int) -> Double? {
    guard failure == nil else { return nil }
    let sorted = seconds.dropFirst().sorted()
    return Double(bytes) / sorted[sorted.count / 2] / 1e6
  }
}

func cell(_ value: Double?, _ digits: Int) -> String {
  value.map { String(format: "%12.\(digits)f", $0) } ?? "           –"
}

/// Prints the table; `false` if some answer was wrong.
func report(_ measured: [Measured]) -> Bool {
  func padded(_ text: String) -> String {
    text.padding(toLength: 24, withPad: " ", startingAt: 0)
  }
  let speeds = measured.map { $0.speed(text.byteCount) }
  func ratio(_ index: Int, to base: Int) -> Double? {
    if let speed = speeds[index], let base = speeds[base] { speed / base } else { nil }
  }
  print("\(text.documents.count) documents, \(text.byteCount) bytes of UTF-8, one thread")
  print(padded("workload") + "        MB/s   of memchr      of ICU    at least allocations")
  for (index, workload) in measured.enumerated() {
    print(
      padded(workload.name) + cell(speeds[index], 1) + cell(ratio(index, to: 0), 5)
        + cell(ratio(index, to: 1), 3) + cell(type(of: workload.workload).leastOfICU, 1)
        + cell(Double(workload.allocations), 0))
  }
  for (index, workload) in measured.enumerated() {
    if let least = type(of: workload.workload).leastOfICU, let found = ratio(index, to: 1),
      found < least
    {
      tooSlow.append("\(workload.name): \(found) of ICU's speed, not \(least)")
    }
  }
  let failures = measured.compactMap(\.failure)
  for failure in failures { print(failure) }
  return failures.isEmpty
}

/// What is slower than it must be.
nonisolated(unsafe) var tooSlow: [String] = []

/// Seconds of the fastest of a few runs.
func fastest(_ runs: Int, _ body: () -> Void) -> Double {
  (0..<runs).map { _ in ContinuousClock().measure(body) / .seconds(1) }.min() ?? 0
}

func reportLookups() throws {
  var lookups = try Lookups(text: text)
  let seconds = fastest(rounds) { lookups.run() }
  try lookups.check()
  let millions = Double(lookups.count) / seconds / 1e6
  print(String(format: "dictionary look-ups: %.1f million a second (at least 10)", millions))
  if millions < 10 { tooSlow.append("dictionary look-ups: \(millions) million a second") }
}

func reportLoad() {
  let milliseconds = load / .milliseconds(1)
  print(String(format: "dictionary and first look-up: %.3f ms (at most 1)", milliseconds))
  if milliseconds > 1 { tooSlow.append("loading the dictionary: \(milliseconds) ms") }
}

/// The piece of text that slows the tokenizer down most, beside ICU's own speed on it.
func reportAdversarial() throws {
  var ratios: [(ratio: Double, piece: String)] = []
  for piece in Adversarial.pieces {
    let text = try Adversarial(piece: piece, byteCount: smoke ? 10_000 : 200_000)
    var answers = (0, 0)
    let icu = fastest(5) { answers.0 = text.runICU() }
    let own = fastest(5) { answers.1 = text.run() }
    precondition(answers.0 > 0, "ICU found no boundary")
    ratios.append((icu / own, piece))
  }
  ratios.sort { $0.ratio < $1.ratio }
  print("adversarial text, whole tokenizer, of ICU's speed (at least 0.33), the slowest:")
  for (ratio, piece) in ratios.prefix(5) {
    print(String(format: "  %.2f  ", ratio) + piece.debugDescription)
    if ratio < 1.0 / 3 { tooSlow.append("\(piece.debugDescription): \(ratio) of ICU's speed") }
  }
}

do {
  var measured = try allWorkloads.map {
    Measured(name: $0.name, workload: try $0.init(text: text))
  }
  for _ in 0..<rounds {
    for index in measured.indices { measured[index].runOnce() }
  }
  let isRight = report(measured)
  try reportLookups()
  reportLoad()
  try reportAdversarial()
  for line in tooSlow where !smoke { print("too slow: \(line)") }
  let isFast = tooSlow.isEmpty || !CommandLine.arguments.contains("--check")
  exit(isRight && isFast ? 0 : 1)
} catch {
  FileHandle.standardError.write(Data("svodka-bench: \(error)\n".utf8))
  exit(1)
}
