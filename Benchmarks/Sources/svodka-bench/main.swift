import Foundation
import Workloads

// svodka-bench [--smoke]
//
// Runs every workload in turn, round after round, so that all of them meet the same weather, and
// prints the median speed of each with its ratio to the baselines.

let smoke = CommandLine.arguments.contains("--smoke")
let text = benchmarkText(smoke: smoke)
let rounds = smoke ? 2 : 9

/// A workload with the times of its rounds.
struct Measured {
  let name: String
  var workload: any Workload
  var seconds: [Double] = []
  /// Why its time means nothing.
  var failure: String?

  mutating func runOnce() {
    guard failure == nil else { return }
    let clock = ContinuousClock()
    let duration = clock.measure { workload.run() }
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
  print(padded("workload") + "        MB/s   of memchr      of ICU")
  for (index, workload) in measured.enumerated() {
    print(
      padded(workload.name) + cell(speeds[index], 1) + cell(ratio(index, to: 0), 5)
        + cell(ratio(index, to: 1), 3))
  }
  let failures = measured.compactMap(\.failure)
  for failure in failures { print(failure) }
  return failures.isEmpty
}

do {
  var measured = try allWorkloads.map {
    Measured(name: $0.name, workload: try $0.init(text: text))
  }
  for _ in 0..<rounds {
    for index in measured.indices { measured[index].runOnce() }
  }
  exit(report(measured) ? 0 : 1)
} catch {
  FileHandle.standardError.write(Data("svodka-bench: \(error)\n".utf8))
  exit(1)
}
