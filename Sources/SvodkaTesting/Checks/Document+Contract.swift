import Svodka

extension Document {
  /// What the document breaks of that which holds of every document, in words; empty if nothing.
  ///
  ///     #expect(extractor.extract(text).brokenPromises(in: text).isEmpty)
  ///
  /// Mentions stand in text order, those of one kind do not overlap, each has the text at its place;
  /// entities and facts name only what is there.
  ///
  /// - Parameter text: What the document was extracted from.
  public func brokenPromises(in text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return brokenOrder + mentions.flatMap { broken(by: $0, in: utf8) } + brokenEntities
      + brokenFacts(in: utf8)
  }

  private var brokenOrder: [String] {
    var broken: [String] = []
    var ends: [MentionKind: Int] = [:]
    var last = 0
    for mention in mentions {
      if mention.utf8Range.lowerBound < last {
        broken.append("'\(mention.text)' stands before the mention that is listed before it")
      }
      last = mention.utf8Range.lowerBound
      if mention.utf8Range.lowerBound < ends[mention.kind, default: 0] {
        broken.append("'\(mention.text)' overlaps another \(mention.kind.rawValue)")
      }
      ends[mention.kind] = mention.utf8Range.upperBound
    }
    return broken
  }

  private func broken(by mention: Mention, in utf8: [UInt8]) -> [String] {
    let name = "the \(mention.kind.rawValue) '\(mention.text)'"
    guard Self.isStretch(mention.utf8Range, of: utf8) else {
      return ["\(name) stands at \(mention.utf8Range), which is no stretch of the text"]
    }
    var broken: [String] = []
    if !utf8[mention.utf8Range].elementsEqual(mention.text.utf8) {
      broken.append("\(name) is not what stands at \(mention.utf8Range)")
    }
    if case .duration(let length) = mention.value,
      (length.iso == nil) != (length.low != nil && length.high != nil)
        || (length.low == nil) != (length.high == nil)
    {
      broken.append("\(name) has neither one length nor two ends")
    }
    if let id = mention.entity, !entities.contains(where: { $0.id == id }) {
      broken.append("\(name) names the entity \(id), which is not there")
    }
    return broken
  }

  private var brokenEntities: [String] {
    var broken: [String] = []
    if Set(entities.map(\.id)).count < entities.count { broken.append("two entities share an id") }
    for entity in entities {
      var last = -1
      for index in entity.mentions {
        if index <= last { broken.append("the mentions of \(entity.id) do not rise") }
        last = index
        guard mentions.indices.contains(index) else {
          broken.append("\(entity.id) has a mention \(index), which is not there")
          continue
        }
        if mentions[index].entity != entity.id || mentions[index].kind != entity.kind {
          broken.append("the mention '\(mentions[index].text)' is not that of \(entity.id)")
        }
      }
      if entity.mentions.isEmpty { broken.append("\(entity.id) is mentioned nowhere") }
      if entity.name.isEmpty { broken.append("\(entity.id) has no name") }
    }
    return broken
  }

  private func brokenFacts(in utf8: [UInt8]) -> [String] {
    var broken: [String] = []
    var last = 0
    let names = Dictionary(entities.map { ($0.id, $0.name) }) { first, _ in first }
    for fact in facts {
      let name = "the \(fact.kind.rawValue) of \(fact.rule)"
      if !Self.isStretch(fact.utf8Range, of: utf8) {
        broken.append("\(name) stands at \(fact.utf8Range), which is no stretch of the text")
      }
      if fact.utf8Range.lowerBound < last { broken.append("\(name) is out of order") }
      last = fact.utf8Range.lowerBound
      fact.visitReferences { index in
        if !mentions.indices.contains(index) {
          broken.append("\(name) has a mention \(index), which is not there")
        }
      } entity: { reference in
        guard let id = reference.entity else { return }
        if names[id] != reference.name {
          broken.append("\(name) calls \(id) '\(reference.name)', which is no name of it")
        }
      }
    }
    return broken
  }

  /// Does the range begin and end at characters of the text, and hold some?
  private static func isStretch(_ range: Range<Int>, of utf8: [UInt8]) -> Bool {
    func isBorder(_ offset: Int) -> Bool {
      offset == utf8.count || offset < utf8.count && utf8[offset] & 0xC0 != 0x80
    }
    return range.lowerBound >= 0 && !range.isEmpty && isBorder(range.lowerBound)
      && isBorder(range.upperBound)
  }
}
