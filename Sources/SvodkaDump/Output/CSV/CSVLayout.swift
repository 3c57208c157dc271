import Svodka
import TextRules

/// Which files a folder of CSV has, and which columns they have.
///
/// `documents.csv`, `entities.csv`, `mention-money.csv` and so on for each kind of mention,
/// `fact-role.csv` and so on for each kind of fact. All begin with the document's id.
public struct CSVLayout: Sendable {
  public let style: CSVStyle
  /// `documents.csv` has the text of each document.
  public let keepsText: Bool
  /// There are files for the records of a user's own rules.
  public let hasCustomKinds: Bool

  let documentColumns: [Column<DocumentRows>]
  let entityColumns = Column<Entity>.entity
  let factColumns = Column<FactRow>.fact
  private let mentionTables: [String: MentionFile]
  private let factTables: [String: FactFile]

  struct MentionFile: Sendable {
    let number: Int
    let shared: [Column<MentionRow>]
    let own: [Column<MentionValue>]
  }

  struct FactFile: Sendable {
    let number: Int
    let own: [Column<Statement>]
  }

  let documents = 0
  let entities = 1

  /// The names of the files, without the folder.
  public let fileNames: [String]
  /// The first line of each file.
  let headers: [[UInt8]]

  /// - Parameter facts: The kinds of facts that rule files declare; each has a file of its own.
  public init(
    style: CSVStyle = CSVStyle(), keepsText: Bool = false, hasCustomKinds: Bool = false,
    facts: [FactDeclaration] = []
  ) {
    self.style = style
    self.keepsText = keepsText
    self.hasCustomKinds = hasCustomKinds
    documentColumns = Column<DocumentRows>.document.filter { keepsText || $0.name != "text" }
    var files: [(name: String, columns: [String])] = [
      ("documents", documentColumns.map(\.name)),
      ("entities", ["entity"] + entityColumns.map(\.name)),
    ]
    // CSV has one number a cell; what is a second form of it is for databases.
    var mentionTables: [String: MentionFile] = [:]
    for table in MentionTable.all where table.kind != "custom" || hasCustomKinds {
      let shared = Column<MentionRow>.mention.filter { $0.type != .entity || table.hasEntities }
      let own = table.columns.filter { $0.type != .real }
      mentionTables[table.kind] = MentionFile(number: files.count, shared: shared, own: own)
      files.append(("mention-\(table.kind)", shared.map(\.name) + own.map(\.name)))
    }
    var factTables: [String: FactFile] = [:]
    for table in FactTable.all(facts) where table.kind != "custom" || hasCustomKinds {
      let own = table.columns.filter { $0.type != .real }
      factTables[table.kind] = FactFile(number: files.count, own: own)
      files.append(("fact-\(table.kind)", factColumns.map(\.name) + own.map(\.name)))
    }
    self.mentionTables = mentionTables
    self.factTables = factTables
    fileNames = files.map { "\($0.name).csv" }
    headers = files.map { file in
      var row = CSVRow(style)
      var bytes: [UInt8] = style.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
      for name in ["document"] + file.columns { row.append(.text(name), to: &bytes) }
      row.end(&bytes)
      return bytes
    }
  }

  var emptyFiles: [[UInt8]] { Array(repeating: [], count: fileNames.count) }

  /// The file of the mentions of a kind; `nil` if they are not kept.
  func file(of kind: MentionKind) -> MentionFile? {
    mentionTables[kind.rawValue] ?? mentionTables["custom"]
  }

  func file(of kind: FactKind) -> FactFile? {
    factTables[kind.rawValue] ?? factTables["custom"]
  }
}
