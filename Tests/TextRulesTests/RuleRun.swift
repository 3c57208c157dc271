import RussianMorphology
import RussianText
import TextRules

/// What a rule found: its name and the text of the record.
struct Found: Equatable, CustomStringConvertible {
  var rule: String
  var text: String
  var description: String { "\(rule): \(text)" }
}

/// Compiles rule files given as text, each a layer of its own, and runs them over `text`.
func run(
  _ files: KeyValuePairs<String, String>, lists: [String: String] = [:], on text: String
) throws -> [Found] {
  let rules = try compile(files, lists: lists)
  let buffer = try TokenBuffer()
  let tokenizer = try Tokenizer()
  tokenizer.tokenize(text, into: buffer)
  let matcher = RuleMatcher(
    rules: rules, buffer: buffer, morphology: MorphologyCache(words: buffer.words))
  matcher.recordField = { record, name in
    name == "length" ? "\(record.tokens.count)" : nil
  }
  matcher.begin()
  var found: [Found] = []
  for layer in 0..<rules.layerCount {
    matcher.run(layer: layer, sentences: 0..<buffer.sentences.count) { match in
      let start = Int(buffer[match.tokens.lowerBound].start)
      let end = Int(buffer[match.tokens.upperBound - 1].end)
      found.append(
        Found(
          rule: match.ruleName,
          text: String(decoding: buffer.utf8[start..<end], as: UTF8.self)))
      return 0
    }
  }
  return found
}

/// Compiles rule files given as text, each a layer of its own.
func compile(
  _ files: KeyValuePairs<String, String>, lists: [String: String] = [:]
) throws -> CompiledRules {
  try CompiledRules(layers: files.map { RuleLayer(files: [$0.key]) }) { path in
    if let list = lists[path] { return Array(list.utf8) }
    return files.first { $0.key == path }.map { Array($0.value.utf8) }
  }
}

/// The message of the error that compiling gives, or nil.
func message(_ source: String, lists: [String: String] = [:]) -> String? {
  do {
    _ = try compile(["test.rules": source], lists: lists)
    return nil
  } catch {
    return "\(error)"
  }
}
