import Foundation
import Svodka

extension Sample {
  /// What this way of writing changes in the records, a difference a line; empty if nothing.
  ///
  /// Spans are mapped back to this text. Texts and names are compared without quotation marks, ё,
  /// stress and invisible characters.
  ///
  /// - Parameter worker: The extractor's worker, if many samples are read; otherwise it makes one.
  public func changes(
    by variant: TextVariant, with worker: ExtractionWorker? = nil
  ) -> [String] {
    let written = variant.written(text)
    let worker = worker ?? extractor.makeWorker()
    var bytes = written.text
    let other = bytes.withUTF8 {
      worker.extract(utf8: $0, id: document.id, published: document.published)
    }
    let before = Candidate.all(of: document, text: text).map { Line($0, range: $0.range) }
    let after = Candidate.all(of: other, text: written.text)
      .map { Line($0, range: $0.kind == "entity" ? $0.range : written.origin(of: $0.range)) }
    var left = Dictionary(grouping: after, by: \.key)
    var changes: [String] = []
    for line in before where left[line.key]?.popLast() == nil {
      changes.append("lost  \(line.summary)")
    }
    left = Dictionary(grouping: before, by: \.key)
    for line in after where left[line.key]?.popLast() == nil {
      changes.append("new   \(line.summary)")
    }
    return changes
  }

  /// Checks that this way of writing changes no record.
  ///
  /// - Throws: ``UnmetExpectation`` with the records that are lost and new.
  public func requireUnchanged(by variant: TextVariant) throws {
    let changes = changes(by: variant)
    guard !changes.isEmpty else { return }
    throw UnmetExpectation(
      description: (["\(document.id): \(variant) must change no record"] + changes)
        .joined(separator: "\n  "))
  }

  /// A record in a form that no way of writing changes.
  private struct Line {
    let key: String
    let summary: String

    init(_ candidate: Candidate, range: Range<Int>) {
      // An entity has no place of its own.
      let place = candidate.kind == "entity" ? "" : "\(range.lowerBound)..<\(range.upperBound)"
      let fields = candidate.fields.sorted { $0.key < $1.key }
        .map { "\($0.key)=\(Line.plain($0.value))" }
      key = "\(candidate.kind) \(place) \(fields.joined(separator: " "))"
      summary = candidate.summary
    }

    private static func plain(_ value: JSONValue) -> String {
      let invisible: Set<Unicode.Scalar> = ["\u{AD}", "\u{2060}", "\u{200B}", "\u{301}", "\u{FEFF}"]
      var text = String.UnicodeScalarView()
      for scalar in "\(value.text ?? "\(value)")".unicodeScalars where !invisible.contains(scalar) {
        text.append(scalar)
      }
      // Composed, so that й is one letter.
      return ComparedText(String(text).precomposedStringWithCanonicalMapping).words
    }
  }
}
