import RussianMorphology

extension CompiledRules {
  /// The step that takes a token first on the way from `pc`, where a split prefers it.
  func takingStep(from pc: Int) -> Instruction {
    var pc = pc
    while true {
      switch program[pc].operation {
      case .open, .close: pc += 1
      case .jump, .split: pc = Int(program[pc].a)
      case .term, .test, .lexicon, .record, .gap, .border, .accept: return program[pc]
      }
    }
  }

  /// A step as a rule file would write it: `"на"`, `рубль`, `Number`, `NOUN[gent]`.
  func describe(_ step: Instruction) -> String {
    let core =
      switch step.operation {
      case .term: describe(term: step.a)
      case .test: describe(tests[Int(step.a)])
      case .lexicon: lexicons[Int(step.a)].name
      case .record: kinds[Int(step.a)].prefix(1).uppercased() + kinds[Int(step.a)].dropFirst()
      case .gap: "a word of the same clause"
      case .border: "a border of the sentence or paragraph"
      case .split, .jump, .open, .close, .accept: "the end of the pattern"
      }
    return (step.isGlued ? "^" : "") + (step.isNegated ? "!" : "") + core
      + describe(conditions: step)
  }

  private func describe(term: Int32) -> String {
    term & 1 == 0
      ? "\"\(String(decoding: forms.bytes(of: term >> 1), as: UTF8.self))\""
      : String(decoding: lemmas.bytes(of: term >> 1), as: UTF8.self)
  }

  private func describe(_ test: WordTest) -> String {
    var head = ""
    if let form = test.form { head = "\"\(String(decoding: form, as: UTF8.self))\"" }
    if let lemma = test.lemma { head = String(decoding: lemma, as: UTF8.self) }
    var parts = test.classes.map { "@\($0.name)" }
    if !test.required.isEmpty { parts.append("\(test.required)") }
    if !test.excluded.isEmpty { parts.append("!\(test.excluded)") }
    if head.isEmpty, parts.count == 1 { return parts[0] }
    return head + (parts.isEmpty ? "" : "[\(parts.joined(separator: " "))]")
  }

  private func describe(conditions step: Instruction) -> String {
    guard step.operation == .lexicon || step.operation == .record, step.b >= 0 else { return "" }
    let parts = conditions[Int(step.b)].map { "\($0.field) \($0.comparison.sign) \($0.text)" }
    return parts.isEmpty ? "" : "[\(parts.joined(separator: ", "))]"
  }
}

extension Comparison {
  var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

extension TokenClass {
  /// The name after `@`.
  var name: String {
    switch self {
    case .digits(let least, let most): least == most ? "digits(\(least))" : "digits"
    case .yearTail: "year-tail"
    case .ending(let least, let most): least == most ? "ending(\(least))" : "ending"
    default: "\(self)"
    }
  }
}
