/// The records of a document so far, found by the token at which they start.
struct RecordTable {
  struct Record: BitwiseCopyable {
    var kind: Int32
    var start: Int32
    var end: Int32
    var payload: Int32
    var next: Int32
  }

  private(set) var records = RawList<Record>()
  private var first = RawList<Int32>()
  /// The kinds of the records that start at each token, see ``StepMask/kind(_:)``.
  private var kinds = RawList<UInt64>()

  mutating func reset(tokens: Int) {
    records.removeAll()
    first.removeAll()
    first.append(repeating: -1, count: tokens)
    kinds.removeAll()
    kinds.append(repeating: 0, count: tokens)
  }

  mutating func add(kind: Int, tokens: Range<Int>, payload: Int) {
    records.append(
      Record(
        kind: Int32(kind), start: Int32(tokens.lowerBound), end: Int32(tokens.upperBound),
        payload: Int32(payload), next: first[tokens.lowerBound]))
    first[tokens.lowerBound] = Int32(records.count - 1)
    kinds[tokens.lowerBound] |= StepMask.kind(Int32(kind))
  }

  /// Takes a record back: no pattern and no look-up finds it any more.
  mutating func withdraw(_ record: Int) { records[record].kind = -1 }

  @inline(__always)
  func firstRecord(at token: Int) -> Int32 { first[token] }

  /// The kinds of the records that start at `token`, and perhaps of some taken back.
  @inline(__always)
  func kinds(at token: Int) -> UInt64 { kinds[token] }

  /// The record of `kind` that starts at `token`, or −1.
  @inline(__always)
  func record(kind: Int32, at token: Int) -> Int32 {
    var record = first[token]
    while record >= 0, records[Int(record)].kind != kind { record = records[Int(record)].next }
    return record
  }

  /// The longest record that starts at `token` and is of one of the kinds, see
  /// ``CompiledRules/kindSet(_:)``, or −1; of two as long the one that was made first.
  func longestRecord(at token: Int, of wanted: UInt64) -> Int32 {
    guard kinds[token] & wanted != 0 else { return -1 }
    var (longest, end): (Int32, Int32) = (-1, 0)
    var place = first[token]
    while place >= 0 {
      let record = records[Int(place)]
      if record.kind >= 0, StepMask.kind(record.kind) & wanted != 0, record.end >= end {
        (longest, end) = (place, record.end)
      }
      place = record.next
    }
    return longest
  }

  /// The record of `kind` that starts at `token`, or else nearest before it from `first` on, or −1.
  func record(kind: Int32, from first: Int, through token: Int) -> Int32 {
    let wanted = StepMask.kind(kind)
    var start = token
    while start >= first {
      if kinds[start] & wanted != 0 {
        let record = record(kind: kind, at: start)
        if record >= 0 { return record }
      }
      start -= 1
    }
    return -1
  }

  func deallocate() {
    records.deallocate()
    first.deallocate()
    kinds.deallocate()
  }
}
