import Foundation
import Svodka

/// What a program found in a text, as its JSON line says it.
public struct PredictedDocument: Sendable {
  /// A record that was found.
  public struct Mention: Sendable, Hashable {
    public var kind: MentionKind
    /// Where it stands, in Unicode scalars.
    public var range: Range<Int>
    public var text: String
    public var value: [String: JSONValue]
    public var rule: String
  }

  public var id: String
  public var mentions: [Mention]
  /// Each fact as its JSON object.
  public var facts: [JSONValue]
  /// Names and aliases by the entity's id.
  var names: [String: [String]]

  /// Takes the records that were extracted from `text`.
  public init(_ document: Document, text: String) {
    var writer = JSONLineWriter(offsets: .scalars)
    writer.append(document, text: text)
    // The library's own lines are JSON objects with an id.
    self = (try? JSONValue(writer.bytes)).flatMap { PredictedDocument($0) }!
  }

  /// Takes a line in the form of `svodka extract`; nil if it has no id. Fields that are not
  /// understood are passed over.
  public init?(_ line: JSONValue) {
    switch line["id"] {
    case .text(let text)?: id = text
    case .number(let number)?: id = number.shortest
    default: return nil
    }
    mentions = (line["mentions"]?.list ?? []).compactMap { Mention($0) }
    facts = line["facts"]?.list ?? []
    names = [:]
    for entity in line["entities"]?.list ?? [] {
      guard let id = entity["id"]?.text else { continue }
      let aliases = (entity["aliases"]?.list ?? []).compactMap(\.text)
      names[id] = [entity["name"]?.text ?? ""] + aliases
    }
  }

  /// Reads JSON Lines in the form of `svodka extract`, offsets in scalars.
  ///
  /// - Throws: ``GoldError`` with file, line and remedy if a line is no document.
  public static func read(contentsOf path: String) throws -> [PredictedDocument] {
    guard let content = FileManager.default.contents(atPath: path) else {
      throw GoldError(file: path, reason: "the file cannot be read")
    }
    var documents: [PredictedDocument] = []
    for (index, line) in content.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated() where line.contains(where: { $0 > 0x20 })
    {
      guard let value = try? JSONValue(line), let document = PredictedDocument(value) else {
        throw GoldError(
          file: path, line: index + 1, reason: "the line is no JSON object with an id")
      }
      if let unit = value["offsets"]?.text, unit != "scalars" {
        throw GoldError(
          file: path, line: index + 1,
          reason: "the offsets count \(unit), and gold counts scalars; extract with --offsets scalars")
      }
      documents.append(document)
    }
    return documents
  }
}

extension PredictedDocument.Mention {
  fileprivate init?(_ value: JSONValue) {
    guard let kind = value["kind"]?.text, let start = value["start"]?.number,
      let end = value["end"]?.number, let first = Int(exactly: start), let last = Int(exactly: end),
      first >= 0, first <= last
    else { return nil }
    self.kind = MentionKind(rawValue: kind)
    range = first..<last
    text = value["text"]?.text ?? ""
    self.value = value["value"]?.object ?? [:]
    rule = value["rule"]?.text ?? ""
  }
}
