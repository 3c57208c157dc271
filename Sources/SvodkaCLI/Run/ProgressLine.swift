import SvodkaDump

/// How far a run is, in one line.
struct ProgressLine {
  private let summary: DumpRun.Summary
  /// Bytes of this run alone, not of those before it.
  private let bytes: Int
  /// The share of the input's files that was read, 0 to 1; `nil` if their size is not known.
  private let share: Double?
  private let seconds: Double

  init(
    _ summary: DumpRun.Summary, after earlier: DumpRun.Summary, share: Double?, elapsed: Duration
  ) {
    self.summary = summary
    self.share = share
    bytes = summary.bytes - earlier.bytes
    seconds = max(elapsed / .seconds(1), 0.001)
  }

  /// `12,345 documents · 3.2 MB/s · 123,456 records · 3 errors · 00:42 left`
  var text: String {
    let rate = Double(bytes) / seconds / 1e6
    var parts = [
      "\(Self.grouped(summary.documents)) documents",
      "\(Double(Int(rate * 10)) / 10) MB/s",
      "\(Self.grouped(summary.records)) records",
      "\(Self.grouped(summary.problems)) errors",
    ]
    if summary.limited > 0 { parts.append("\(Self.grouped(summary.limited)) over a limit") }
    if let left { parts.append("\(Self.clock(left)) left") }
    return parts.joined(separator: " · ")
  }

  /// The text after a bar, as wide as there is room for.
  func bar(width: Int) -> String {
    let text = text
    guard let share else { return String(text.prefix(width - 1)) }
    let percent = "\(Int(share * 100))%"
    let room = min(width - text.count - percent.count - 6, 30)
    guard room >= 5 else { return String("\(percent) \(text)".prefix(width - 1)) }
    let filled = Int(share * Double(room))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
    return "\(bar) \(percent) \(text)"
  }

  /// Seconds to the end, at the pace so far.
  private var left: Double? {
    guard let share, share > 0.01, share < 1 else { return nil }
    return seconds / share * (1 - share)
  }

  /// `1234567` as `1,234,567`.
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var end = digits.count - 3
    while end > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
      end -= 3
    }
    return digits
  }

  /// `75` as `01:15`, hours before it if there are some.
  static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(whole / 60 % 60)):\(two(whole % 60))"
    return whole < 3600 ? minutes : "\(whole / 3600):\(minutes)"
  }
}
