import Svodka

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
  let mentionColumns = Column<MentionRow>.mention
  let factColumns = Column<FactRow>.fact
  private let mentionTables: [String: (file: Int, columns: [Column<MentionValue>])]
  private let factTables: [String: (file: Int, columns: [Column<Statement>])]

  let documents = 0
  let entities = 1

  /// The names of the files, without the folder.
  public let fileNames: [String]
  /// The first line of each file.
  let headers: [[UInt8]]

  public init(style: CSVStyle = CSVStyle(), keepsText: Bool = false, hasCustomKinds: Bool = false) {
    self.style = style
    self.keepsText = keepsText
    self.hasCustomKinds = hasCustomKinds
    documentColumns = Column<DocumentRows>.document.filter { keepsText || $0.name != "text" }
    var files: [(name: String, columns: [String])] = [
      ("documents", documentColumns.map(\.name)),
      ("entities", ["entity"] + entityColumns.map(\.name)),
    ]
    var mentionTables: [String: (file: Int, columns: [Column<MentionValue>])] = [:]
    for table in MentionTable.all where table.kind != "custom" || hasCustomKinds {
      // CSV has one number a cell; what is a second form of it is for databases.
      let columns = table.columns.filter { $0.type != .real }
      mentionTables[table.kind] = (files.count, columns)
      files.append(("mention-\(table.kind)", mentionColumns.map(\.name) + columns.map(\.name)))
    }
    var factTables: [String: (file: Int, columns: [Column<Statement>])] = [:]
    for table in FactTable.all where table.kind != "custom" || hasCustomKinds {
      let columns = table.columns.filter { $0.type != .real }
      factTables[table.kind] = (files.count, columns)
      files.append(("fact-\(table.kind)", factColumns.map(\.name) + columns.map(\.name)))
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

  /// The file of the mentions of a kind and its own columns; `nil` if they are not kept.
  func table(of kind: MentionKind) -> (file: Int, columns: [Column<MentionValue>])? {
    mentionTables[kind.rawValue] ?? mentionTables["custom"]
  }

  func table(of kind: FactKind) -> (file: Int, columns: [Column<Statement>])? {
    factTables[kind.rawValue] ?? factTables["custom"]
  }
}
