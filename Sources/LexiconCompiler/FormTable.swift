import RussianMorphology

/// Every form of every lexeme in codes, sorted; several analyses may share a form.
struct FormTable {
  struct Analysis {
    var paradigm: UInt16
    var form: UInt8
    var yoMask: UInt8
    var lexeme: Int32
  }

  private struct Row {
    /// The first eight codes, first highest: most comparisons end here.
    var head: UInt64
    var start: UInt32
    var count: UInt32
    var analysis: Analysis
  }

  private var codes: [UInt8] = []
  private var rows: [Row] = []

  init(_ dictionary: SourceDictionary, yoMask: (String) -> Int) {
    let endings = dictionary.paradigms.map { paradigm in
      paradigm.map { (Alphabet.encode($0.prefix), Alphabet.encode($0.suffix)) }
    }
    codes.reserveCapacity(64 << 20)
    rows.reserveCapacity(5_300_000)
    for (number, lexeme) in dictionary.lexemes.enumerated() {
      let stem = Alphabet.encode(lexeme.stem)
      let mask = UInt8(yoMask(lexeme.stem))
      for (index, (prefix, suffix)) in endings[lexeme.paradigm].enumerated() {
        let start = codes.count
        codes += prefix
        codes += stem
        codes += suffix
        let head = (0..<8).reduce(UInt64(0)) {
          $0 << 8 | (start + $1 < codes.count ? UInt64(codes[start + $1]) : 0)
        }
        rows.append(
          Row(
            head: head, start: UInt32(start), count: UInt32(codes.count - start),
            analysis: Analysis(
              paradigm: UInt16(lexeme.paradigm), form: UInt8(index), yoMask: mask,
              lexeme: Int32(number))))
      }
    }
    let all = codes
    all.withUnsafeBufferPointer { codes in
      rows.sort { Self.isLess($0, $1, codes) }
    }
  }

  private static func isLess(_ a: Row, _ b: Row, _ codes: UnsafeBufferPointer<UInt8>) -> Bool {
    if a.head != b.head { return a.head < b.head }
    var place: UInt32 = 8
    while place < a.count, place < b.count {
      let (x, y) = (codes[Int(a.start + place)], codes[Int(b.start + place)])
      if x != y { return x < y }
      place += 1
    }
    if a.count != b.count { return a.count < b.count }
    if a.analysis.paradigm != b.analysis.paradigm {
      return a.analysis.paradigm < b.analysis.paradigm
    }
    if a.analysis.form != b.analysis.form { return a.analysis.form < b.analysis.form }
    return a.analysis.yoMask < b.analysis.yoMask
  }

  /// Calls `body` with each distinct form, rising, and its analyses.
  func forEachForm(_ body: (UnsafeBufferPointer<UInt8>, [Analysis]) -> Void) {
    codes.withUnsafeBufferPointer { codes in
      func key(_ row: Row) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: codes[Int(row.start)..<Int(row.start + row.count)])
      }
      var first = 0
      while first < rows.count {
        var end = first + 1
        let form = key(rows[first])
        while end < rows.count, rows[end].head == rows[first].head,
          key(rows[end]).elementsEqual(form)
        {
          end += 1
        }
        body(form, rows[first..<end].map(\.analysis))
        first = end
      }
    }
  }
}
