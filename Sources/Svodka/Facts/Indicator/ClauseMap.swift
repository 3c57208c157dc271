import RussianMorphology
import TextRules

/// Which clause of its sentence each chunk stands in.
///
/// A date, a place or a word such as «план» tells of a value only from the value's own clause: «в
/// мае министр заявил, что завод выпустит 5 тысяч машин» does not say when the cars are made.
///
/// - Complexity: O(*n*) in the number of chunks.
struct ClauseMap {
  enum Kind: String {
    case main
    /// «…, что завод выпустит»
    case complement
    /// «если цена составит»
    case condition
    /// «где площадь не превышает»
    case locality
    /// «когда», «хотя», «чтобы»
    case other
    case relative, participial
    /// In brackets.
    case aside
  }

  /// The clause of each chunk.
  private(set) var numbers: [Int] = []
  private(set) var kinds: [Kind] = []

  private struct Open {
    var number: Int
    var kind: Kind
    var hasVerb = false
  }

  private let chunks: [Chunk]
  private let words: IndicatorWords
  private let context: KindContext
  private var open: [Open] = []

  init(_ chunks: [Chunk], _ words: IndicatorWords, in context: KindContext) {
    self.chunks = chunks
    self.words = words
    self.context = context
    numbers.reserveCapacity(chunks.count)
    begin(.main)
    if !chunks.isEmpty, let kind = opener(at: 0) { begin(kind) }
    for index in chunks.indices { add(index) }
    open = []
  }

  /// The kind of the clause that a chunk stands in.
  func kind(of chunk: Int) -> Kind { kinds[numbers[chunk]] }

  /// The kind of the clause that a token stands in.
  func kind(ofChunkAt token: Int, in chunks: [Chunk]) -> Kind? {
    chunks.firstIndex { $0.tokens.contains(token) }.map(kind(of:))
  }

  private mutating func add(_ index: Int) {
    switch chunks[index].kind {
    case .opening: begin(.aside)
    case .stop where open[open.count - 1].hasVerb: restart()
    case .finite: open[open.count - 1].hasVerb = true
    default: break
    }
    numbers.append(open[open.count - 1].number)
    switch chunks[index].kind {
    case .closing: closeAside()
    case .comma: follow(comma: index)
    default: break
    }
  }

  private mutating func begin(_ kind: Kind) {
    kinds.append(kind)
    open.append(Open(number: kinds.count - 1, kind: kind))
  }

  private mutating func close() { if open.count > 1 { open.removeLast() } }

  private mutating func closeAside() {
    guard let place = open.lastIndex(where: { $0.kind == .aside }) else { return }
    open.removeSubrange(place...)
  }

  /// A new clause beside the one that ends.
  private mutating func replace() {
    let kind = open[open.count - 1].kind
    open.removeLast()
    begin(kind)
  }

  private mutating func restart() {
    while open.count > 1, open[open.count - 1].kind != .aside { close() }
    replace()
  }

  private mutating func follow(comma: Int) {
    let next = comma + 1
    guard next < chunks.count else { return }
    if let kind = opener(at: next) {
      closeComplete()
      if open[open.count - 1].kind == kind { close() }
      return begin(kind)
    }
    if opensRelative(next) {
      closeComplete()
      return begin(.relative)
    }
    if opensParticipial(next) || isSource(next) {
      if isSource(next) { closeComplete() }
      return begin(.participial)
    }
    closeComplete()
    let top = open[open.count - 1]
    guard top.hasVerb, hasVerb(from: next) else { return }
    switch top.kind {
    case .condition, .other, .locality:
      close()
      if open[open.count - 1].hasVerb { replace() }
    default: replace()
    }
  }

  /// Ends the attributes that have said what they have to say.
  private mutating func closeComplete() {
    let top = open[open.count - 1]
    if top.kind == .participial || top.kind == .relative && top.hasVerb { close() }
  }

  private func opener(at index: Int) -> Kind? {
    let start = chunks[index].tokens.lowerBound
    var kind: Kind?
    context.forEachEntry(of: words[.opener], in: start..<min(start + 4, context.buffer.count)) {
      tokens, entry in
      if tokens.lowerBound == start { kind = words.openerKinds[entry] }
    }
    return kind
  }

  /// «который», «в котором», «цена которого»
  private func opensRelative(_ index: Int) -> Bool {
    for chunk in chunks[index..<min(index + 3, chunks.count)] {
      switch chunk.kind {
      case .relative: return true
      case .comma, .finite, .stop: return false
      default: continue
      }
    }
    return false
  }

  /// «…, выпущенных заводом»
  private func opensParticipial(_ index: Int) -> Bool {
    let token = chunks[index].tokens.lowerBound
    guard let best = context.morphology.analyses(of: context.buffer[token].word).first else {
      return false
    }
    let grammemes = context.morphology.grammemes(of: best)
    // «…, верной на 1 мая», but not «…, верная цена»
    return grammemes.contains(.PRTF) || grammemes.contains(.ADJF) && chunks[index].phrase == nil
  }

  /// «…, по оценке, верной на 1 мая, …»: the date is the estimate's.
  private func isSource(_ index: Int) -> Bool {
    guard let phrase = chunks[index].phrase, phrase.preposition != nil else { return false }
    return words.has(.source, in: phrase.tokens.lowerBound..<phrase.head + 1, context)
  }

  /// Does a finite verb stand before the next sign?
  private func hasVerb(from index: Int) -> Bool {
    for chunk in chunks[index...] {
      switch chunk.kind {
      case .finite: return true
      case .comma, .stop, .opening, .closing: return false
      default: continue
      }
    }
    return false
  }
}
