import Svodka

extension Sample {
  /// What is wrong if there is no such record; nil if there is one.
  func unmet(_ expected: Expected, near phrase: String?, within distance: Int)
    -> UnmetExpectation?
  {
    let all = Candidate.all(of: document, text: text)
    let places = phrase.map { text.utf8Ranges(of: $0) }
    let sameKind = all.filter { $0.isOfKind(expected) }
    let right = sameKind.filter { $0.problems(with: expected).isEmpty }
    if right.contains(where: { isNear($0, places, distance) }) { return nil }
    var lines = ["expected  \(expected.summary)" + (phrase.map { " near «\($0)»" } ?? "")]
    if let phrase, places == [] {
      lines.append("          the text has no «\(phrase)»")
      lines += section("text", marked(right))
      return UnmetExpectation(description: lines.joined(separator: "\n"))
    }
    let nearest = closest(sameKind, to: expected, places, distance)
    if nearest.isEmpty {
      lines.append("found     no \(expected.kind)" + (phrase == nil ? "" : " there"))
    }
    for (index, candidate) in nearest.enumerated() {
      lines.append((index == 0 ? "found     " : "          ") + candidate.summary)
      var problems = candidate.problems(with: expected)
      if problems.isEmpty { problems = ["it is further than \(distance) characters from there"] }
      lines += problems.map { "            \($0)" }
    }
    let others = all.filter { other in
      !other.isOfKind(expected) && other.sharesFigure(with: expected)
    }
    for (index, candidate) in others.prefix(3).enumerated() {
      lines.append((index == 0 ? "instead   " : "          ") + candidate.summary)
    }
    lines += section("text", marked(nearest + others.prefix(3), at: places ?? []))
    lines += section("rules", nearMisses(of: expected, nearest, others, places, distance))
    return UnmetExpectation(description: lines.joined(separator: "\n"))
  }

  /// What is wrong if there is such a record; nil if there is none.
  func unwelcome(_ unwanted: Expected, near phrase: String?, within distance: Int)
    -> UnmetExpectation?
  {
    let places = phrase.map { text.utf8Ranges(of: $0) }
    let found = Candidate.all(of: document, text: text).filter {
      $0.isOfKind(unwanted) && $0.problems(with: unwanted).isEmpty && isNear($0, places, distance)
    }
    guard !found.isEmpty else { return nil }
    var lines = ["expected  no \(unwanted.summary)" + (phrase.map { " near «\($0)»" } ?? "")]
    for (index, candidate) in found.enumerated() {
      lines.append((index == 0 ? "found     " : "          ") + candidate.summary)
    }
    lines += section("text", marked(found, at: places ?? []))
    let rules = extractor.explain(text, published: document.published).records
      .filter { record in found.contains { $0.range == record.mention.utf8Range } }
      .flatMap { record in
        record.captures.map { capture in
          "\(record.mention.rule): \(capture.name) = «\(capture.text)»"
            + (capture.source.map { " (\($0))" } ?? "")
        }
      }
    lines += section("rules", Array(rules.prefix(6)))
    return UnmetExpectation(description: lines.joined(separator: "\n"))
  }

  /// What is missing of these records, and which others of their kinds are there.
  func problems(withOnly expected: [Expected]) -> [String] {
    var problems = expected.compactMap { unmet($0, near: nil, within: 0)?.description }
    let others = Candidate.all(of: document, text: text).filter { candidate in
      expected.contains { candidate.isOfKind($0) }
        && !expected.contains {
          candidate.isOfKind($0) && candidate.problems(with: $0).isEmpty
        }
    }
    if !others.isEmpty {
      problems += ["expected  no others of these kinds"]
      problems += others.map { "found     \($0.summary)" } + section("text", marked(others))
    }
    return problems
  }

  private func section(_ name: String, _ lines: [String]) -> [String] {
    lines.enumerated().map { index, line in
      (index == 0 ? name + String(repeating: " ", count: 10 - name.count) : "          ") + line
    }
  }

  /// Does the record stand beside the phrase, or contain it?
  private func isNear(_ candidate: Candidate, _ places: [Range<Int>]?, _ distance: Int) -> Bool {
    guard let places else { return true }
    return places.contains { place in
      let gap =
        candidate.range.upperBound <= place.lowerBound
        ? candidate.range.upperBound..<place.lowerBound
        : place.upperBound <= candidate.range.lowerBound
          ? place.upperBound..<candidate.range.lowerBound : 0..<0
      let between = String(decoding: Array(text.utf8)[gap], as: UTF8.self)
      return between.count <= distance && !between.contains(where: \.isNewline)
    }
  }

  /// The records of the kind that are least wrong; those near the phrase alone, if there are any.
  private func closest(
    _ candidates: [Candidate], to expected: Expected, _ places: [Range<Int>]?, _ distance: Int
  ) -> [Candidate] {
    let rated = candidates.enumerated().map { index, candidate in
      (
        candidate, isNear(candidate, places, distance) ? 0 : 1,
        candidate.problems(with: expected).count, index
      )
    }
    let sorted = rated.sorted { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }
    return sorted.prefix { $0.1 == sorted[0].1 }.prefix(3).map(\.0)
  }

  /// How far the rules of the kind came where the record should be.
  private func nearMisses(
    of expected: Expected, _ nearest: [Candidate], _ others: [Candidate], _ places: [Range<Int>]?,
    _ distance: Int
  ) -> [String] {
    // Where the record stands and says something else, the rules are not to blame.
    if places != nil, let first = nearest.first, isNear(first, places, distance) { return [] }
    guard extractor.kindNames.contains(expected.ruleKind) else { return [] }
    var phrases: [String] = []
    for condition in expected.conditions {
      switch condition.test {
      case .text(let surface), .name(let surface), .words(let surface):
        if text.contains(surface) { phrases.append(surface) }
      default: break
      }
    }
    phrases += others.prefix(1).map(\.text)
    if let place = places?.first {
      phrases.append(String(text.clipped(place, by: distance)))
    } else if expected.isFact, phrases.isEmpty, let first = nearest.first {
      phrases.append(first.text)
    }
    guard let phrase = phrases.first else { return [] }
    return extractor.whyNot(phrase, kind: expected.ruleKind, in: text)
      .filter { !$0.matched.isEmpty }.prefix(3).map(\.description)
  }

  /// The paragraphs with records, each record in brackets with its kind.
  private func marked(_ candidates: some Sequence<Candidate>, at places: [Range<Int>] = [])
    -> [String]
  {
    MarkedText(text).lines(
      Array(candidates).filter { $0.kind != "entity" }.map { ($0.range, $0.kind) }, around: places)
  }
}

extension Candidate {
  /// Has this record one of the numbers that are expected of another kind?
  fileprivate func sharesFigure(with expected: Expected) -> Bool {
    guard !expected.isFact, value != nil else { return false }
    return expected.conditions.contains { condition in
      guard case .figure(let value, let tolerance) = condition.test else { return false }
      return ["value", "amount", "low"].contains {
        Figure.isMet(value, tolerance, by: fields[$0]?.number)
      }
    }
  }
}

extension String {
  /// Where the phrase stands, in bytes of UTF-8.
  fileprivate func utf8Ranges(of phrase: String) -> [Range<Int>] {
    ranges(of: phrase).map { range in
      let start = utf8.distance(from: startIndex, to: range.lowerBound)
      return start..<(start + utf8.distance(from: range.lowerBound, to: range.upperBound))
    }
  }

  /// The stretch and so many characters on both sides, as far as its paragraph goes.
  fileprivate func clipped(_ range: Range<Int>, by distance: Int) -> Substring {
    var lower = utf8.index(startIndex, offsetBy: range.lowerBound)
    var upper = utf8.index(startIndex, offsetBy: range.upperBound)
    for _ in 0..<distance {
      if lower > startIndex, case let before = index(before: lower), !self[before].isNewline {
        lower = before
      }
      if upper < endIndex, !self[upper].isNewline { upper = index(after: upper) }
    }
    return self[lower..<upper]
  }
}
