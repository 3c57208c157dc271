/// A page as it is being written: every text and every attribute is escaped on its way in.
///
/// Tags and names of attributes are literals of the source, so nothing that stands in a document
/// can become markup.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// Writes markup that stands in the source.
  mutating func markup(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Writes a style sheet or script that is part of the program.
  mutating func asset(_ asset: Asset) { bytes.append(contentsOf: asset.bytes) }

  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      if let name = scalar.nameOfControl {
        markup("<span class=\"control\">")
        bytes.append(contentsOf: name.utf8)
        markup("</span>")
      } else {
        append(scalar)
      }
    }
  }

  /// Writes a start tag; an attribute whose value is `nil` is left out.
  mutating func open(_ tag: StaticString, _ attributes: Attributes = [:]) {
    markup("<")
    markup(tag)
    for (name, value) in attributes {
      guard let value else { continue }
      markup(" ")
      markup(name)
      markup("=\"")
      for scalar in value.unicodeScalars {
        if let name = scalar.nameOfControl {
          bytes.append(contentsOf: "[\(name)]".utf8)
        } else {
          append(scalar)
        }
      }
      markup("\"")
    }
    markup(">")
  }

  mutating func close(_ tag: StaticString) {
    markup("</")
    markup(tag)
    markup(">")
  }

  /// Writes an element with what `content` writes inside.
  mutating func element(
    _ tag: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  mutating func element(_ tag: StaticString, _ attributes: Attributes = [:], text: String) {
    element(tag, attributes) { $0.text(text) }
  }

  /// Starts a line of the page's source, so that it can be read there.
  mutating func newLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": markup("&amp;")
    case "<": markup("&lt;")
    case ">": markup("&gt;")
    case "\"": markup("&quot;")
    case "'": markup("&#39;")
    default: bytes.append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}

extension Unicode.Scalar {
  /// `U+202E`, for a character that a page must not obey: one that turns the direction of text,
  /// and one that HTML does not allow.
  fileprivate var nameOfControl: String? {
    switch value {
    case 0x09, 0x0A, 0x0D: return nil
    case ..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: break
    // No characters: the last two of every plane.
    case let value where value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value): break
    default: return nil
    }
    let hex = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - hex.utf8.count, 0)) + hex
  }
}
