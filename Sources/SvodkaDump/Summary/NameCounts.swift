/// How often names occur, in bounded memory: the commonest names of a dump of any size.
///
/// Up to ``capacity`` names are counted exactly. When there are more, the rarer half is dropped:
/// the count of the commonest name that goes is taken off every count that stays, and added to
/// ``error`` (the algorithm of Misra and Gries, in batches). A name's true count lies between what
/// is stored and that plus ``error``, and no name that occurs more often than ``error`` is missing.
struct NameCounts: Sendable {
  struct Count: Sendable, Hashable {
    var documents = 0
    var mentions = 0
  }

  let capacity: Int
  private(set) var counts: [String: Count] = [:]
  /// By how many documents a count may be too low; 0 while all counts are exact.
  private(set) var error = 0

  init(capacity: Int) { self.capacity = max(capacity, 2) }

  mutating func add(_ name: String, documents: Int = 1, mentions: Int) {
    counts[name, default: Count()].documents += documents
    counts[name]!.mentions += mentions
  }

  /// Adds the counts of one more batch; the result depends on the batches and their order alone.
  mutating func add(_ batch: NameCounts) {
    for (name, count) in batch.counts {
      add(name, documents: count.documents, mentions: count.mentions)
    }
    error += batch.error
    if counts.count > capacity { dropRarest() }
  }

  private mutating func dropRarest() {
    let sorted = counts.values.map(\.documents).sorted(by: >)
    let threshold = sorted[capacity / 2]
    error += threshold
    counts = counts.compactMapValues { count in
      guard count.documents > threshold else { return nil }
      return Count(documents: count.documents - threshold, mentions: count.mentions)
    }
  }

  /// The `limit` commonest names: by documents, then by mentions, then by name.
  func commonest(_ limit: Int) -> [(name: String, count: Count)] {
    // Names that tie are put into order too, so that the same dump gives the same list.
    let all = counts.sorted { left, right in
      if left.value.documents != right.value.documents {
        return left.value.documents > right.value.documents
      }
      if left.value.mentions != right.value.mentions {
        return left.value.mentions > right.value.mentions
      }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    return all.prefix(limit).map { ($0.key, $0.value) }
  }
}
