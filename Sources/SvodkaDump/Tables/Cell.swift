import Svodka

/// What stands in one cell of a flat table.
enum Cell: Sendable, Hashable {
  case null
  case text(String)
  case integer(Int)
  /// An exact number.
  case decimal(DecimalNumber)
  /// The same number, near enough for sums and sorting.
  case real(Double)
  case flag(Bool)
  case day(CalendarDay)
  /// An entity of the same document, by its ``Entity/id``.
  case entity(String)
  /// A mention of the same document, by its index.
  case mention(Int)
}

/// What the cells of a column hold, where they hold anything.
enum CellType: Sendable, Hashable {
  case text, integer, decimal, real, flag, day, entity, mention
}

/// A column of a flat table: its name, its type and where a record keeps the value.
struct Column<Record>: Sendable {
  let name: String
  let type: CellType
  let cell: @Sendable (Record) -> Cell

  init(_ name: String, _ type: CellType, _ cell: @escaping @Sendable (Record) -> Cell) {
    self.name = name
    self.type = type
    self.cell = cell
  }

  /// The same column of a record that this one is a part of; no part, no value.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Record?) -> Column<Whole> {
    Column<Whole>(name, type) { [cell] whole in part(whole).map(cell) ?? .null }
  }

  /// The same column under `prefix_name`.
  func prefixed(_ prefix: String) -> Column {
    prefix.isEmpty ? self : Column("\(prefix)_\(name)", type, cell)
  }
}

extension Column {
  static func text(
    _ name: String, _ value: @escaping @Sendable (Record) -> String?
  ) -> Column {
    Column(name, .text) { value($0).map(Cell.text) ?? .null }
  }

  static func integer(
    _ name: String, _ value: @escaping @Sendable (Record) -> Int?
  ) -> Column {
    Column(name, .integer) { value($0).map(Cell.integer) ?? .null }
  }

  static func decimal(
    _ name: String, _ value: @escaping @Sendable (Record) -> DecimalNumber?
  ) -> Column {
    Column(name, .decimal) { value($0).map(Cell.decimal) ?? .null }
  }

  static func flag(
    _ name: String, _ value: @escaping @Sendable (Record) -> Bool?
  ) -> Column {
    Column(name, .flag) { value($0).map(Cell.flag) ?? .null }
  }

  static func day(
    _ name: String, _ value: @escaping @Sendable (Record) -> CalendarDay?
  ) -> Column {
    Column(name, .day) { value($0).map(Cell.day) ?? .null }
  }

  static func entity(
    _ name: String, _ value: @escaping @Sendable (Record) -> String?
  ) -> Column {
    Column(name, .entity) { value($0).map(Cell.entity) ?? .null }
  }

  static func mention(
    _ name: String, _ value: @escaping @Sendable (Record) -> Int?
  ) -> Column {
    Column(name, .mention) { value($0).map(Cell.mention) ?? .null }
  }
}

extension [Cell] {
  /// True if nothing is in any of the cells.
  var isBlank: Bool { allSatisfy { $0 == .null } }
}
