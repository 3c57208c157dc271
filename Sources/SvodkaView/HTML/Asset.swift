import CView

/// A style sheet, script or table that is part of the program; see `Assets`.
struct Asset: Sendable {
  let bytes: [UInt8]

  static let style = Asset(svodka_view_style())
  static let script = Asset(svodka_view_script())
  static let phrases = Asset(svodka_view_phrases())

  private init(_ asset: svodka_asset) {
    bytes = Array(UnsafeBufferPointer(start: asset.bytes, count: asset.count))
  }
}
