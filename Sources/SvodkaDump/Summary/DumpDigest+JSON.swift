import Svodka

extension DumpDigest {
  /// The summary as one JSON object, with a line feed.
  public var json: [UInt8] {
    var json = JSONBytes()
    json.openObject()
    json.field("documents", documents)
    json.field("unread", unread)
    json.field("entities", entities)
    json.counts("mentions", mentions)
    json.counts("facts", facts)
    for sort in Sort.allCases {
      json.name(escaping: sort.rawValue)
      json.openList()
      for row in list(sort).rows {
        json.separate()
        json.openObject()
        json.field("name", row.name)
        json.field("documents", row.documents)
        json.field("mentions", row.mentions)
        json.closeObject()
      }
      json.closeList()
    }
    json.changes("largestRises", largestRises)
    json.changes("largestFalls", largestFalls)
    // By how many documents the counts of a list may be too low; exact lists are not named.
    json.counts(
      "error",
      Dictionary(uniqueKeysWithValues: Sort.allCases.map { ($0.rawValue, list($0).error) })
        .filter { $0.value > 0 })
    json.closeObject()
    json.bytes.append(UInt8(ascii: "\n"))
    return json.bytes
  }
}

extension JSONBytes {
  fileprivate mutating func counts(_ name: StaticString, _ counts: [String: Int]) {
    self.name(name)
    openObject()
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) {
      self.name(escaping: name)
      integer(count)
    }
    closeObject()
  }

  fileprivate mutating func changes(_ name: StaticString, _ changes: [LargeChange]) {
    self.name(name)
    openList()
    for change in changes {
      separate()
      openObject()
      field("indicator", change.indicator)
      field("by", change.amount)
      optional("organization", change.organization)
      optional("place", change.place)
      field("document", change.document)
      closeObject()
    }
    closeList()
  }
}
