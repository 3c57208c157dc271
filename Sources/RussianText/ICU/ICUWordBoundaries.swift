private import CICU

/// ICU's own word iterator (UAX #29, locale `ru`) over UTF-8.
///
/// The reference that the fast scanner is proved against, and its fallback for scripts that ICU
/// breaks by dictionary (Chinese, Japanese, Thai, …). One thread at a time.
final class ICUWordBoundaries {
  private let iterator: OpaquePointer
  private var text: UnsafeMutablePointer<UText>?

  init() throws(ICUError) {
    var status = U_ZERO_ERROR
    let opened = cicu_ubrk_open(UBRK_WORD, "ru", nil, 0, &status)
    try status.check("ubrk_open")
    guard let opened else {
      throw ICUError(function: "ubrk_open", name: "no iterator")
    }
    iterator = opened
  }

  deinit {
    if let text { cicu_utext_close(text) }
    cicu_ubrk_close(iterator)
  }

  /// Calls `body` with the end of each segment of `bytes`, rising, until it says no; the last end
  /// is `bytes.count`.
  func forEachBoundary(in bytes: UnsafeBufferPointer<UInt8>, while body: (Int) -> Bool) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    var status = U_ZERO_ERROR
    base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
      text = cicu_utext_openUTF8(text, characters, Int64(bytes.count), &status)
      cicu_ubrk_setUText(iterator, text, &status)
    }
    precondition(status.rawValue <= U_ZERO_ERROR.rawValue, "ICU ran out of memory")
    while case let next = cicu_ubrk_next(iterator), next != UBRK_DONE {
      if !body(Int(next)) { return }
    }
  }
}
