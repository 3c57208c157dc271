extension Document {
  /// The same document with its offsets in another unit.
  ///
  ///     let line = try JSONDecoder().decode(Document.self, from: data)   // of svodka extract
  ///     let document = line.counting(.utf8, in: text)
  ///
  /// - Parameter text: The text that the records were found in.
  /// - Returns: `nil` if some offset lies outside `text`, or inside a character: it is another text.
  /// - Complexity: O(*n*) in the length of the text.
  public func counting(_ unit: OffsetUnit, in text: String) -> Document? {
    if unit == offsets { return self }
    let utf8 = Array(text.utf8)
    let byteOf = offsets.utf8Offsets(in: utf8)
    var map = OffsetMap(unit: unit)
    return utf8.withUnsafeBufferPointer { utf8 in
      map.load(utf8)
      return moved { range in
        guard range.lowerBound >= 0, range.upperBound < byteOf.count else { return nil }
        let (start, end) = (byteOf[range.lowerBound], byteOf[range.upperBound])
        guard start >= 0, end >= start else { return nil }
        return map.offset(ofByte: start, in: utf8)..<map.offset(ofByte: end, in: utf8)
      }?.named(unit)
    }
  }

  /// The document with its ranges moved; `nil` if one of them cannot be.
  private func moved(_ move: (Range<Int>) -> Range<Int>?) -> Document? {
    var document = self
    for index in mentions.indices {
      guard let range = move(mentions[index].utf8Range) else { return nil }
      document.mentions[index].utf8Range = range
    }
    for index in facts.indices {
      guard let range = move(facts[index].utf8Range) else { return nil }
      document.facts[index].utf8Range = range
    }
    return document
  }

  private func named(_ unit: OffsetUnit) -> Document {
    var document = self
    document.setUnit(unit)
    return document
  }

  /// Says in what unit the offsets are.
  package mutating func setUnit(_ unit: OffsetUnit) {
    offsets = unit
    for index in mentions.indices { mentions[index].offsets = unit }
    for index in facts.indices { facts[index].offsets = unit }
  }
}

extension OffsetUnit {
  /// Where in the UTF-8 each unit of a text begins, and the end; -1 for what begins no character.
  package func utf8Offsets(in utf8: [UInt8]) -> [Int] {
    if self == .utf8 {
      return utf8.indices.map { utf8[$0] & 0xC0 == 0x80 ? -1 : $0 } + [utf8.count]
    }
    var offsets: [Int] = []
    offsets.reserveCapacity(utf8.count)
    for (offset, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
      offsets.append(offset)
      // Four bytes are two units of UTF-16.
      if self == .utf16, byte >= 0xF0 { offsets.append(-1) }
    }
    return offsets + [utf8.count]
  }
}

extension String {
  /// The same stretch as indices, where the range counts `unit`; empty at the end where the text is
  /// too short.
  func range(_ range: Range<Int>, in unit: OffsetUnit) -> Range<Index> {
    func bounds<View: BidirectionalCollection>(_ view: View) -> Range<Index>
    where View.Index == Index {
      let lower = view.index(startIndex, offsetBy: range.lowerBound, limitedBy: endIndex) ?? endIndex
      let upper = view.index(lower, offsetBy: range.count, limitedBy: endIndex) ?? endIndex
      return lower..<upper
    }
    return switch unit {
    case .utf8: bounds(utf8)
    case .scalars: bounds(unicodeScalars)
    case .utf16: bounds(utf16)
    }
  }
}
