import TextRules

/// The word lists that a maker reads, by name, looked up once: a list that no rule file names is an
/// error when the rules compile, none when a text needs it.
///
///     enum List: Int, CaseIterable { case kin, placeAdjective }
///     let words = try WordLists<List>(rules, of: "role", "event")
///     context.has(words[.placeAdjective], in: tokens)   // the list «place-adjective»
struct WordLists<List: CaseIterable & RawRepresentable<Int> & Sendable>: Sendable {
  /// By the numbers of `List`.
  private let lists: [CompiledLexicon]

  /// - Parameter kinds: The rule files that may name a list; the first that does counts.
  /// - Throws: ``MissingWordList`` with the first file and the list's name.
  init(_ rules: CompiledRules, of kinds: String...) throws {
    lists = try List.allCases.map { list in
      let name = Self.name(of: list)
      guard let found = kinds.lazy.compactMap({ rules.lexicon($0, name) }).first else {
        throw MissingWordList(kind: kinds.first ?? "", name: name)
      }
      return found
    }
  }

  subscript(_ list: List) -> CompiledLexicon { lists[list.rawValue] }

  /// A row of the list for each of its entries.
  func rows<Row>(_ list: List, _ make: (_ cell: (String) -> String) -> Row) -> [Row] {
    let list = self[list]
    return (0..<list.count).map { entry in
      make { name in list.column(name).map { list.text(entry: entry, column: $0) } ?? "" }
    }
  }

  /// The entries of the list as the text has them.
  func forms(_ list: List) -> [String] {
    let list = self[list]
    return (0..<list.count).map { list.text(entry: $0, column: 0).filter { $0 != "\"" } }
  }

  /// As rule files write it: `placeAdjective` is «place-adjective».
  private static func name(of list: List) -> String {
    "\(list)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
  }
}
