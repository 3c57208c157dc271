import CText

/// The words of `openers.tsv`, read once a process.
struct Openers: Sendable {
  static let shared = Openers()
  /// Longest form in bytes.
  static let longest = 32

  private let forms: Set<[UInt8]>

  private init() {
    let rows = UnsafeBufferPointer(start: svodka_openers_bytes(), count: svodka_openers_count())
    forms = Set(
      rows.split(separator: 0x0A).filter { $0.first != 0x23 }
        .map { Array($0.prefix { $0 != 0x09 }) })
  }

  func contains(_ form: UnsafeBufferPointer<UInt8>) -> Bool { forms.contains(Array(form)) }
}
