import CICUBaseline

/// `memchr` for a byte that does not come: how fast memory can be read at all.
public struct ByteSearch: Workload {
  public static let name = "memchr"
  private let documents: [[UInt8]]
  private let byteCount: Int
  private var passed = 0

  public init(text: NewsText) {
    documents = text.documents.map { Array($0.utf8) }
    byteCount = text.byteCount
  }

  public mutating func run() {
    passed = 0
    for document in documents {
      document.withUnsafeBytes { bytes in
        if baseline_holds(bytes.baseAddress!, 0xFF, bytes.count) == 0 { passed += bytes.count }
      }
    }
  }

  public func check() throws {
    if passed != byteCount {
      throw WrongAnswer(Self.name, "passed \(passed) of \(byteCount) bytes")
    }
  }
}

/// ICU's own word iteration over the text in UTF-16, as a C program would do it.
public struct ICUWords: Workload {
  public static let name = "ICU words, UTF-16"
  private let documents: [[UInt16]]
  private var units = 0
  private var boundaries = 0

  public init(text: NewsText) { documents = text.documents.map { Array($0.utf16) } }

  public mutating func run() {
    units = 0
    boundaries = 0
    for document in documents {
      document.withUnsafeBufferPointer { text in
        var status = U_ZERO_ERROR
        let iterator = baseline_ubrk_open("ru", text.baseAddress, Int32(text.count), &status)
        defer { baseline_ubrk_close(iterator) }
        var last: Int32 = 0
        while case let next = baseline_ubrk_next(iterator), next != UBRK_DONE {
          last = next
          boundaries += 1
        }
        units += Int(last)
      }
    }
  }

  /// Independent of the run: letters beside letters never part, spaces always do.
  public func check() throws {
    let expected = documents.reduce(0) { $0 + $1.count }
    let spaces = documents.reduce(0) { $0 + $1.count { $0 == 0x20 } }
    if units != expected || boundaries < 2 * spaces {
      throw WrongAnswer(Self.name, "\(boundaries) boundaries up to \(units) of \(expected) units")
    }
  }
}
