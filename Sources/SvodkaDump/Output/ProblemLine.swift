import Svodka

/// What was no document, as JSON Lines.
///
///     {"source":"news.jsonl","line":17,"offset":20412,"reason":"the field 'text' is missing"}
enum ProblemLine {
  static func lines(of problems: [InputProblem]) -> [UInt8] {
    var json = JSONBytes()
    for problem in problems {
      json.openObject()
      json.field("source", problem.file)
      if let line = problem.line { json.field("line", line) }
      if let offset = problem.offset { json.field("offset", offset) }
      json.field("reason", problem.reason)
      json.closeObject()
      json.bytes.append(UInt8(ascii: "\n"))
    }
    return json.bytes
  }
}
