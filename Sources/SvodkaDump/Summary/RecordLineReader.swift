import Svodka

/// Reads a line that `svodka extract` wrote, as far as a summary needs it.
///
/// Order of fields does not matter, and fields that are not known are passed over.
struct RecordLineReader {
  /// The line is none of svodka's.
  struct Failure: Error {}

  private var json: JSONCursor

  private init(_ line: UnsafeBufferPointer<UInt8>) { json = JSONCursor(line) }

  /// Counts the document in `line`; `false`, and nothing counted, if it is no line of records.
  static func count(_ line: UnsafeBufferPointer<UInt8>, into tally: inout DocumentTally) -> Bool {
    var reader = RecordLineReader(line)
    guard let document = try? reader.document() else { return false }
    document.add(to: &tally)
    return true
  }

  /// What a line says, before it is known to be whole.
  private struct Line {
    var id = ""
    var mentions: [(kind: String, currency: String?)]?
    var entities: [(kind: String, name: String, type: String?, mentions: Int)] = []
    var facts: [Fact] = []
    var warnings: [String] = []

    func add(to tally: inout DocumentTally) {
      tally.begin()
      for mention in mentions ?? [] { tally.mention(mention.kind, currency: mention.currency) }
      for entity in entities {
        tally.entity(entity.kind, entity.name, type: entity.type, mentions: entity.mentions)
      }
      for fact in facts {
        tally.fact(fact.kind, indicator: fact.indicator)
        if let (change, direction) = fact.largeChange(in: id) { tally.change(change, direction) }
      }
      for code in warnings { tally.warning(code) }
      tally.end()
    }
  }

  private struct Fact {
    var kind = ""
    var indicator: String?
    var organization: String?
    var place: String?
    var negated = false
    var direction: ChangeDirection?
    var consistent = true
    /// Of `by`: its kind (`percent`), value or times, and whether it speaks of points.
    var by = Measure()

    func largeChange(in document: String) -> (LargeChange, ChangeDirection)? {
      guard let indicator, let direction, !negated, consistent else { return nil }
      var change = LargeChange(
        percent: 0, amount: "", indicator: indicator, organization: organization, place: place,
        document: document)
      if let times = by.times {
        change.percent = LargeChange.percent(times: times.real, direction)
        change.amount = "\(times) times"
      } else if by.kind == "percent", !by.points, let value = by.value {
        change.percent = value.real
        change.amount = "\(value) %"
      } else {
        return nil
      }
      return (change, direction)
    }
  }

  private struct Measure {
    var kind = ""
    var value: DecimalNumber?
    var times: DecimalNumber?
    var points = false
  }

  private mutating func document() throws -> Line {
    var line = Line()
    try json.object { json, name in
      switch name {
      case "id": line.id = try json.string()
      case "mentions":
        var mentions: [(kind: String, currency: String?)] = []
        try json.list { mentions.append(try RecordLineReader.mention(&$0)) }
        line.mentions = mentions
      case "entities":
        try json.list { line.entities.append(try RecordLineReader.entity(&$0)) }
      case "facts": try json.list { line.facts.append(try RecordLineReader.fact(&$0)) }
      case "warnings":
        try json.list {
          try $0.object { json, name in
            if name == "code" { line.warnings.append(try json.string()) } else { try json.skip() }
          }
        }
      default: try json.skip()
      }
    }
    try json.end()
    guard line.mentions != nil else { throw Failure() }
    return line
  }

  private static func mention(
    _ json: inout JSONCursor
  ) throws -> (kind: String, currency: String?) {
    var kind = ""
    var currency: String?
    try json.object { json, name in
      switch name {
      case "kind": kind = try json.string()
      case "value":
        try json.object { json, name in
          if name == "currency" { currency = try json.string() } else { try json.skip() }
        }
      default: try json.skip()
      }
    }
    return (kind, currency)
  }

  private static func entity(
    _ json: inout JSONCursor
  ) throws -> (kind: String, name: String, type: String?, mentions: Int) {
    var entity: (kind: String, name: String, type: String?, mentions: Int) = ("", "", nil, 0)
    try json.object { json, name in
      switch name {
      case "kind": entity.kind = try json.string()
      case "name": entity.name = try json.string()
      case "type": entity.type = try json.stringOrNull()
      case "mentions":
        try json.list {
          try $0.skip()
          entity.mentions += 1
        }
      default: try json.skip()
      }
    }
    return entity
  }

  private static func fact(_ json: inout JSONCursor) throws -> Fact {
    var fact = Fact()
    try json.object { json, name in
      switch name {
      case "kind": fact.kind = try json.string()
      case "indicator": fact.indicator = try json.string()
      case "organization": fact.organization = try RecordLineReader.name(&json)
      case "place": fact.place = try RecordLineReader.name(&json)
      case "negated": fact.negated = try json.flag()
      case "change": try json.object { try RecordLineReader.changeField($1, &$0, &fact) }
      default: try RecordLineReader.changeField(name, &json, &fact)
      }
    }
    return fact
  }

  private static func changeField(
    _ name: String, _ json: inout JSONCursor, _ fact: inout Fact
  ) throws {
    switch name {
    case "direction": fact.direction = ChangeDirection(rawValue: try json.string())
    case "consistent": fact.consistent = try json.flag()
    case "by":
      try json.object { json, name in
        switch name {
        case "kind": fact.by.kind = try json.string()
        case "value": fact.by.value = try json.number()
        case "times": fact.by.times = try json.number()
        case "points": fact.by.points = try json.flag()
        default: try json.skip()
        }
      }
    default: try json.skip()
    }
  }

  private static func name(_ json: inout JSONCursor) throws -> String? {
    var found: String?
    try json.object { json, name in
      if name == "name" { found = try json.string() } else { try json.skip() }
    }
    return found
  }
}
