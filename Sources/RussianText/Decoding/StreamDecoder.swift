private import CICU

/// Makes UTF-8 of a stream in another encoding, piece by piece.
///
///     let decoder = try StreamDecoder(encoding: "UTF-16")
///     decoder.decode(block, isLast: false, into: &utf8)
///
/// What stands for no character becomes U+FFFD. A byte order mark at the start is left out.
public final class StreamDecoder {
  private let converter: OpaquePointer
  private var units = [UInt16](repeating: 0, count: 1 << 14)
  /// The first half of a pair whose second half is still to come.
  private var lead: UInt16?
  private var isAtStart = true

  /// - Throws: ``UnknownEncodingError`` if ICU knows no such encoding.
  public init(encoding: String) throws(UnknownEncodingError) {
    var status = U_ZERO_ERROR
    guard let converter = cicu_ucnv_open(encoding, &status), status.rawValue <= 0 else {
      throw UnknownEncodingError(name: encoding)
    }
    self.converter = converter
  }

  deinit { cicu_ucnv_close(converter) }

  /// Appends the text of the next bytes to `utf8`.
  ///
  /// - Parameter isLast: No bytes follow, so that a character cut at the end is broken.
  public func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into utf8: inout [UInt8]
  ) {
    let none: [UInt8] = [0]
    none.withUnsafeBufferPointer { none in
      let bytes = bytes.baseAddress == nil ? UnsafeBufferPointer(rebasing: none[..<0]) : bytes
      bytes.withMemoryRebound(to: CChar.self) { bytes in
        var source: UnsafePointer<CChar>? = bytes.baseAddress
        let end = bytes.baseAddress! + bytes.count
        while step(&source, end, isLast, &utf8) {}
      }
    }
    if isLast, lead != nil {
      lead = nil
      transcode([0xFFFD], to: &utf8)
    }
  }

  /// Converts as much as there is room for; true if more is to come.
  private func step(
    _ source: inout UnsafePointer<CChar>?, _ end: UnsafePointer<CChar>, _ isLast: Bool,
    _ utf8: inout [UInt8]
  ) -> Bool {
    var status = U_ZERO_ERROR
    let count = units.withUnsafeMutableBufferPointer { units in
      var target = units.baseAddress
      cicu_ucnv_toUnicode(
        converter, &target, units.baseAddress! + units.count, &source, end, isLast ? 1 : 0,
        &status)
      return target! - units.baseAddress!
    }
    append(units[..<count], to: &utf8)
    return status == U_BUFFER_OVERFLOW_ERROR
  }

  private func append(_ units: ArraySlice<UInt16>, to utf8: inout [UInt8]) {
    var units = units
    guard let first = units.first, let last = units.last else { return }
    if isAtStart {
      isAtStart = false
      if first == 0xFEFF { units.removeFirst() }
    }
    let held = lead.map { [$0] } ?? []
    lead = 0xD800...0xDBFF ~= last && !units.isEmpty ? last : nil
    transcode(held + (lead == nil ? units : units.dropLast()), to: &utf8)
  }
}
