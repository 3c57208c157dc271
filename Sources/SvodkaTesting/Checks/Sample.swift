import Foundation
import Svodka

/// A text under test, with what an extractor finds in it.
///
///     let release = try Sample("За девять месяцев завод выпустил продукции на 61,5 млрд тенге.")
///     #expect(release.has(.money(61_500_000_000, .kzt), near: "продукции"))
///     #expect(release.lacks(.person("Абай")))
///     try release.require(.percent(18.4))          // throws what is wrong; for XCTest too
///
/// A check that fails tells what was expected, what stands there instead, the text with its marks,
/// and how far the rules came.
public struct Sample: Sendable {
  public let text: String
  public let document: Document
  public let extractor: Extractor

  /// Extracts the records of `text`.
  ///
  /// - Parameters:
  ///   - published: The publication date, against which «в прошлом году» is resolved.
  ///   - extractor: One with rules of your own; without it, the library's.
  /// - Throws: What `Extractor/init(rules:gazetteers:ruleSets:builtIn:findsReferences:)` throws.
  public init(
    _ text: String, id: String = "", published: CalendarDay? = nil,
    with extractor: Extractor? = nil
  ) throws {
    self.text = text
    self.extractor = try extractor ?? Sample.builtIn.get()
    document = self.extractor.extract(text, id: id, published: published)
  }

  /// Extracts the records of a text file in UTF-8, whose name without its ending is the id.
  public init(
    contentsOf file: URL, published: CalendarDay? = nil, with extractor: Extractor? = nil
  ) throws {
    try self.init(
      String(contentsOf: file, encoding: .utf8),
      id: file.deletingPathExtension().lastPathComponent, published: published, with: extractor)
  }

  /// Built once, for all samples without an extractor of their own.
  private static let builtIn = Result { try Extractor() }

  /// Is there such a record?
  ///
  /// - Parameters:
  ///   - phrase: Words of the text that stand beside the record: in its paragraph, with no more
  ///     than `distance` characters between. A fact may also contain them.
  ///   - distance: In characters.
  public func has(_ expected: Expected, near phrase: String? = nil, within distance: Int = 80)
    -> Bool
  {
    let unmet = unmet(expected, near: phrase, within: distance)
    expected.outcome.keep(unmet?.description)
    return unmet == nil
  }

  /// Are these all the records of their kinds, each of them there?
  ///
  ///     #expect(release.has(only: .money(61_500_000_000, .kzt), .money(.billions(28), .kzt)))
  public func has(only expected: Expected...) -> Bool {
    let problems = problems(withOnly: expected)
    for (index, want) in expected.enumerated() {
      want.outcome.keep(index == 0 && !problems.isEmpty ? problems.joined(separator: "\n") : nil)
    }
    return problems.isEmpty
  }

  /// Is there no such record?
  public func lacks(_ unwanted: Expected, near phrase: String? = nil, within distance: Int = 80)
    -> Bool
  {
    let unmet = unwelcome(unwanted, near: phrase, within: distance)
    unwanted.outcome.keep(unmet?.description)
    return unmet == nil
  }

  /// Checks that there is such a record; like ``has(_:near:within:)``, for tests that throw.
  ///
  /// - Throws: ``UnmetExpectation``, which tells what is wrong.
  public func require(
    _ expected: Expected, near phrase: String? = nil, within distance: Int = 80
  ) throws {
    if let unmet = unmet(expected, near: phrase, within: distance) { throw unmet }
  }

  /// Checks that there is no such record; like ``lacks(_:near:within:)``, for tests that throw.
  ///
  /// - Throws: ``UnmetExpectation``, which tells what is wrong.
  public func requireLack(
    of unwanted: Expected, near phrase: String? = nil, within distance: Int = 80
  ) throws {
    if let unmet = unwelcome(unwanted, near: phrase, within: distance) { throw unmet }
  }

  /// The values of a type, in text order.
  ///
  ///     release.all(Money.self).map(\.currency)   // ["KZT", "USD"]
  public func all<Value: MentionPayload>(_ type: Value.Type) -> [Value] {
    document.mentions.compactMap { Value($0.value) }
  }

  /// The facts of a type, in the order of the document.
  ///
  ///     release.facts(Role.self).map(\.person.name)   // ["Айгуль Сатпаева"]
  public func facts<Value: StatementPayload>(_ type: Value.Type) -> [Value] {
    document.facts.compactMap { Value($0.statement) }
  }

  /// Why a phrase of the text gives no record of a kind: how far each rule came in it.
  public func whyNot(_ phrase: String, _ kind: String) -> [NearMiss] {
    extractor.whyNot(phrase, kind: kind, in: text)
  }
}

extension Sample: CustomStringConvertible {
  /// One line: the id or the first words of the text, and how much was found.
  public var description: String {
    let name = document.id.isEmpty ? "«\(text.prefix(24))…»" : document.id
    return "\(name): \(document.mentions.count) mentions, \(document.entities.count) entities, "
      + "\(document.facts.count) facts"
  }
}

/// A check that failed. Its description tells what was expected and what was found.
public struct UnmetExpectation: Error, Sendable, CustomStringConvertible {
  public let description: String
}
