import Foundation
import RussianSyntax
import Testing

/// A sentence with its tree, one line of a `.cases` file:
///
///     Фонд купил акции. => купил root; Фонд nsubj купил; акции obj купил
///
/// `слово/2` is the second such word of the sentence. `obl|nmod` allows either relation, and
/// `obl купил or nmod акции` either link. A line that begins with `~ ` is a known miss.
struct TreeCase: Sendable, CustomTestStringConvertible {
  /// A word of the sentence: its form, and which of several such words, from 1.
  struct Word: Sendable, Hashable, CustomStringConvertible {
    var form: String
    var occurrence = 1

    init(_ text: Substring) {
      let parts = text.split(separator: "/")
      form = String(parts.first ?? text)
      if parts.count == 2, let number = Int(parts[1]) { occurrence = number }
    }

    init(form: String, occurrence: Int) {
      (self.form, self.occurrence) = (form, occurrence)
    }

    var description: String { occurrence == 1 ? form : "\(form)/\(occurrence)" }
  }

  /// One way in which a word may hang: the relations that are right, and the head, `nil` at the root.
  struct Choice: Sendable, Hashable, CustomStringConvertible {
    var relations: [Relation]
    var head: Word?

    var description: String {
      relations.map(\.name).joined(separator: "|") + (head.map { " of \($0)" } ?? "")
    }
  }

  struct Link: Sendable {
    var dependent: Word
    var choices: [Choice]
  }

  let file: String
  let line: Int
  let isKnownMiss: Bool
  let sentence: String
  let links: [Link]

  var testDescription: String { "\(file):\(line): \(sentence)" }

  init(_ row: String, file: String, line: Int) throws {
    self.file = file
    self.line = line
    isKnownMiss = row.hasPrefix("~ ")
    let halves = row.dropFirst(isKnownMiss ? 2 : 0).components(separatedBy: " => ")
    guard halves.count == 2 else {
      throw TreeCaseError(file: file, line: line, reason: "one ' => ' expected")
    }
    sentence = halves[0].trimmingCharacters(in: .whitespaces)
    links = try halves[1].components(separatedBy: "; ").map {
      guard let link = Self.link($0) else {
        throw TreeCaseError(file: file, line: line, reason: "«\($0)» is no link")
      }
      return link
    }
  }

  private static func link(_ text: String) -> Link? {
    let alternatives = text.components(separatedBy: " or ").map { $0.split(separator: " ") }
    guard let first = alternatives.first, first.count == 2 || first.count == 3 else { return nil }
    let choices = ([Array(first.dropFirst())] + alternatives.dropFirst()).map(choice)
    guard !choices.contains(where: { $0 == nil }) else { return nil }
    return Link(dependent: Word(first[0]), choices: choices.compactMap(\.self))
  }

  /// `nsubj купил`, or `root` alone.
  private static func choice(_ words: [Substring]) -> Choice? {
    let relations = words[0].split(separator: "|").map { Relation(name: $0) }
    guard !relations.contains(nil), (words == ["root"]) == (words.count == 1) else { return nil }
    return Choice(
      relations: relations.compactMap(\.self), head: words.count == 2 ? Word(words[1]) : nil)
  }
}

extension TreeCase {
  /// The `.cases` files that lie in `Cases`, by name.
  static func load(beside caller: StaticString = #filePath) throws -> [TreeCase] {
    let folder = URL(fileURLWithPath: "\(caller)").deletingLastPathComponent()
      .appending(path: "Cases")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".cases") }.sorted()
      .flatMap { try load(contentsOf: folder.appending(path: $0)) }
  }

  private static func load(contentsOf url: URL) throws -> [TreeCase] {
    let rows = try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return try rows.enumerated().compactMap { index, row in
      guard !row.isEmpty, !row.hasPrefix("#") else { return nil }
      return try TreeCase(String(row), file: url.lastPathComponent, line: index + 1)
    }
  }

  /// What keeps the links from being one tree over the words they name; empty if nothing does.
  var faults: [String] {
    var heads: [Word: Word] = [:]
    var roots: [Word] = []
    var faults: [String] = []
    for link in links {
      if heads[link.dependent] != nil || roots.contains(link.dependent) {
        faults.append("\(link.dependent) hangs twice")
      }
      if let head = link.choices[0].head {
        heads[link.dependent] = head
      } else {
        roots.append(link.dependent)
      }
    }
    if roots.count != 1 { faults.append("\(roots.count) roots") }
    let named = Set(heads.keys).union(roots)
    for head in links.flatMap(\.choices).compactMap(\.head) where !named.contains(head) {
      faults.append("\(head) hangs on nothing")
    }
    for word in heads.keys where !leadsUp(word, heads) { faults.append("\(word) is in a circle") }
    return faults
  }

  private func leadsUp(_ word: Word, _ heads: [Word: Word]) -> Bool {
    var up = word
    for _ in 0...heads.count {
      guard let next = heads[up] else { return true }
      up = next
    }
    return false
  }
}

struct TreeCaseError: Error, CustomStringConvertible {
  var file: String
  var line: Int
  var reason: String
  var description: String { "\(file):\(line): \(reason)" }
}
