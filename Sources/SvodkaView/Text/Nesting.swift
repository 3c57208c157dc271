/// Stretches of text as elements that lie properly in one another, as HTML wants them.
///
/// Where two stretches cross, the one that begins later is cut in two at the end of the other:
/// `a [b (c] d)` becomes `a [b (c)](d)`.
struct Nesting {
  enum Step: Equatable {
    case text(Range<Int>)
    /// A piece of the stretch with that index begins; `height` stretches lie in one another below.
    case open(Int, piece: Range<Int>, height: Int)
    case close(Int)
  }

  private(set) var steps: [Step] = []
  /// The stretches that are open, innermost last, each with the step that opened it.
  private var open: [(index: Int, end: Int, step: Int, counts: Bool)] = []
  private var position: Int

  /// Nests what lies inside `whole`; empty stretches are left out.
  ///
  /// - Parameter counted: Whether a stretch counts for the height of those around it.
  /// - Complexity: O(*n* log *n*) in the number of pieces.
  init(_ stretches: [Range<Int>], in whole: Range<Int>, counted: (Int) -> Bool = { _ in true }) {
    position = whole.lowerBound
    var pieces = stretches.enumerated().map { (index: $0, range: $1.clamped(to: whole)) }
      .filter { !$0.range.isEmpty }
    // Taken from the end.
    pieces.sort { Nesting.stands($1, before: $0) }
    while let piece = pieces.popLast() {
      closeAll(endingAt: piece.range.lowerBound)
      var range = piece.range
      if let parent = open.last, parent.end < range.upperBound {
        let rest = (index: piece.index, range: parent.end..<range.upperBound)
        range = range.lowerBound..<parent.end
        let place = pieces.lastIndex { Nesting.stands(rest, before: $0) }
        pieces.insert(rest, at: place.map { $0 + 1 } ?? 0)
      }
      appendText(to: range.lowerBound)
      open.append((piece.index, range.upperBound, steps.count, counted(piece.index)))
      steps.append(.open(piece.index, piece: range, height: 0))
    }
    closeAll(endingAt: whole.upperBound)
    appendText(to: whole.upperBound)
  }

  /// The order in which pieces open: the earlier first, of two that begin together the longer.
  private static func stands(
    _ left: (index: Int, range: Range<Int>), before right: (index: Int, range: Range<Int>)
  ) -> Bool {
    (left.range.lowerBound, -left.range.upperBound, left.index)
      < (right.range.lowerBound, -right.range.upperBound, right.index)
  }

  private mutating func closeAll(endingAt bound: Int) {
    while let last = open.last, last.end <= bound {
      appendText(to: last.end)
      steps.append(.close(last.index))
      open.removeLast()
      raise(from: last.step, by: last.counts ? 1 : 0)
    }
  }

  /// Tells the stretch around the one that was just closed how high this was.
  private mutating func raise(from step: Int, by own: Int) {
    guard case .open(_, _, let height) = steps[step], let parent = open.last else { return }
    if case .open(let index, let piece, let known) = steps[parent.step] {
      steps[parent.step] = .open(index, piece: piece, height: max(known, height + own))
    }
  }

  private mutating func appendText(to end: Int) {
    if position < end { steps.append(.text(position..<end)) }
    position = max(position, end)
  }
}
