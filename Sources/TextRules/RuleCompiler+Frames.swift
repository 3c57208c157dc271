import RussianMorphology
import RussianSyntax

// Facts and frames, checked against what there is.
extension RuleCompiler {
  /// Takes a declaration.
  mutating func add(_ fact: FactSyntax, layer: Int) throws {
    if let known = kindNumbers[fact.kind], kindLayers[known] < layer || factNumbers[fact.kind] != nil {
      throw error(.builtInKind(fact.kind), fact.place)
    }
    for argument in fact.arguments { try check(argument.types, layer: layer) }
    _ = kind(fact.kind, layer: layer)
    factNumbers[fact.kind] = facts.count
    facts.append(FactDeclaration(kind: fact.kind, arguments: fact.arguments.map(\.argument)))
  }

  private func check(_ types: [(name: String, place: SourcePlace)], layer: Int) throws {
    for type in types where type.name != "text" && FactArgument.groups[type.name] == nil {
      if let kind = kindNumbers[type.name], kindLayers[kind] < layer, factNumbers[type.name] == nil {
        continue
      }
      let known = kinds.filter { factNumbers[$0] == nil } + ["text", "entity", "measure"]
      throw error(.unknownType(type.name, suggestion: type.name.closest(among: known)), type.place)
    }
  }

  /// Compiles a frame; its head becomes a rule, which finds where the frame may hold.
  mutating func add(_ frame: FrameSyntax, layer: Int) throws {
    guard let number = factNumbers[frame.kind] else {
      throw error(.undeclaredFact(frame.kind), frame.place)
    }
    let fact = facts[number]
    var head = frame.head
    head.match = .capture(head.match, "head", frame.place)
    // The heads of frames do not compete: no match of the group holds its words.
    try add(head, layer: layer, group: -1 - layer)
    var builder = FrameBuilder(
      fact: fact, frame: frame, layer: layer, captures: rules[rules.count - 1].captures)
    for slot in frame.slots { try add(slot, to: &builder) }
    let conditions = try frame.conditions.map { try condition($0, builder) }
    let assignments = try frame.sets.map { try assignment($0, builder) }
    for (index, argument) in fact.arguments.enumerated()
    where !argument.isOptional && !assignments.contains(where: { $0.argument == Int32(index) }) {
      guard builder.slots.contains(where: { $0.argument == Int32(index) }) else {
        throw error(.argumentNeverSet(argument.name), frame.place)
      }
    }
    var compiled = CompiledFrame(
      rule: Int32(rules.count - 1), kind: Int32(kindNumbers[frame.kind]!), fact: Int32(number),
      slots: builder.slots, conditions: conditions, assignments: assignments)
    compiled.deriveNeeds()
    frames.append(compiled)
  }

  /// What is known of a frame while it is compiled.
  private struct FrameBuilder {
    let fact: FactDeclaration
    let frame: FrameSyntax
    let layer: Int
    let captures: [String]
    var slots: [CompiledFrame.Slot] = []
  }

  // MARK: Slots

  private func add(_ slot: FrameSyntax.Slot, to builder: inout FrameBuilder) throws {
    let argument = try argument(of: slot, builder)
    let paths = try slot.paths.map { path in
      let compiled = try self.path(path, builder)
      if let record = path.record, !argument.kinds.isEmpty, !argument.kinds.contains(record) {
        throw error(.cannotBeType(slot.name, type: record), path.place)
      }
      return compiled
    }
    if slot.types != nil, slot.name == "head" || builder.fact.argument(slot.name) != nil {
      throw error(.duplicateName(slot.name), slot.place)
    }
    if let known = builder.slots.firstIndex(where: { $0.name == slot.name }) {
      guard slot.types == nil else { throw error(.duplicateName(slot.name), slot.place) }
      builder.slots[known].lines.append(paths)
      return
    }
    builder.slots.append(
      CompiledFrame.Slot(
        name: slot.name,
        argument: slot.types == nil
          ? Int32(builder.fact.arguments.firstIndex { $0.name == slot.name }!) : -1,
        kinds: argument.kinds.compactMap { kindNumbers[$0].map { Int32($0) } },
        allowsText: argument.allowsText, isOptional: argument.isOptional, isList: argument.isList,
        lines: [paths]))
  }

  private func argument(of slot: FrameSyntax.Slot, _ builder: FrameBuilder) throws -> FactArgument {
    if let types = slot.types {
      try check(types, layer: builder.layer)
      return FactArgument(
        name: slot.name, kinds: FactArgument.kinds(of: types.map(\.name)),
        allowsText: types.contains { $0.name == "text" }, isOptional: true)
    }
    guard let argument = builder.fact.argument(slot.name) else {
      throw unknownName(slot.name, slot.place, builder)
    }
    if !argument.words.isEmpty {
      throw error(.argumentOfWords(slot.name, words: argument.words), slot.place)
    }
    return argument
  }

  /// A name that is neither an argument nor a word of the language.
  private func unknownName(_ name: String, _ place: SourcePlace, _ builder: FrameBuilder)
    -> RuleFileError
  {
    let known = builder.fact.arguments.map(\.name)
    if let word = name.closest(among: RuleParser.frameWords), name.closest(among: known) == nil {
      return error(.unknownFrameLine(name, suggestion: word), place)
    }
    return error(
      .unknownArgument(name, suggestion: name.closest(among: known), known: known), place)
  }

  // MARK: Paths

  private func path(_ path: FrameSyntax.Path, _ builder: FrameBuilder) throws -> CompiledFrame.Path {
    var list: Int32 = -1
    var column: Int32 = -1
    if let name = path.column {
      guard case .list(let number)? = path.steps.last?.tests.first(where: \.isList)?.what else {
        throw error(.badPath(path.text), path.place)
      }
      guard let found = lexicons[number].column(name) else {
        throw error(.unknownColumn(name, columns: lexicons[number].columns), path.place)
      }
      (list, column) = (Int32(number), Int32(found))
    }
    return CompiledFrame.Path(
      steps: try path.steps.map { try step($0, builder) },
      record: try path.record.map { try kindNumber($0, path.place, builder) } ?? -1,
      isInside: path.isInside, list: list, column: column, text: path.text)
  }

  private func step(_ step: FrameSyntax.Step, _ builder: FrameBuilder) throws -> CompiledFrame.Step {
    try checkGrammemes(of: step)
    return CompiledFrame.Step(
      ways: try step.ways.map { try way($0, step.place, builder) },
      tests: try tests(step.tests, builder), least: Int32(step.least), most: Int32(step.most))
  }

  private func way(
    _ way: FrameSyntax.Way, _ place: SourcePlace, _ builder: FrameBuilder
  ) throws -> CompiledFrame.Way {
    var capture: Int32 = -1
    if let name = way.capture {
      guard let number = builder.captures.firstIndex(of: name) else {
        throw error(
          .unknownCapture(name, suggestion: name.closest(among: builder.captures)), place)
      }
      capture = Int32(number)
    }
    return CompiledFrame.Way(
      move: way.move, form: way.form, list: way.list.map { Int32($0) } ?? -1, capture: capture,
      tests: try tests(way.tests, builder))
  }

  /// Refuses a step to a word that cannot be: `genitive[datv]`, `"в"[nomn]`.
  private func checkGrammemes(of step: FrameSyntax.Step) throws {
    var required = Grammemes()
    var excluded = Grammemes()
    for case (.grammemes(let grammemes), let isNegated) in step.tests.map({ ($0.what, $0.isNegated) }) {
      if isNegated { excluded.formUnion(grammemes) } else { required.formUnion(grammemes) }
    }
    guard !required.isEmpty else { return }
    let leadsNowhere = step.ways.allSatisfy { way in
      if way.move == .preposition, required.contains(.nomn) { return true }
      guard case .bare(let own) = way.move else {
        return !words.exists(required, without: excluded)
      }
      return !words.exists(required.union(own), without: excluded)
    }
    guard leadsNowhere else { return }
    throw error(.impossiblePath("\(required)"), step.tests[0].place)
  }

  private func tests(_ tests: [FrameSyntax.Test], _ builder: FrameBuilder) throws
    -> [CompiledFrame.Test]
  {
    try tests.map { test in
      let what: CompiledFrame.Test.What =
        switch test.what {
        case .list(let number): .list(Int32(number))
        case .grammemes(let grammemes): .grammemes(grammemes)
        case .form(let words): .form(words)
        case .lemma(let lemma): .lemma(lemma)
        case .record(let name): .record(try kindNumber(name, test.place, builder))
        case .anyOf(let tests): .anyOf(try self.tests(tests, builder))
        }
      return CompiledFrame.Test(what: what, isNegated: test.isNegated)
    }
  }

  private func kindNumber(_ name: String, _ place: SourcePlace, _ builder: FrameBuilder) throws
    -> Int32
  {
    guard let kind = kindNumbers[name], kindLayers[kind] < builder.layer else {
      throw error(.unknownType(name, suggestion: name.closest(among: kinds)), place)
    }
    return Int32(kind)
  }

  // MARK: Conditions

  private func condition(_ condition: FrameSyntax.Condition, _ builder: FrameBuilder) throws
    -> CompiledFrame.Condition
  {
    let what: CompiledFrame.Condition.What =
      switch condition.what {
      case .word(let name, let tests):
        .word(
          slot: try slot(name, condition.place, builder), tests: try self.tests(tests, builder))
      case .field(let name, let field):
        .field(slot: try fieldSlot(name, field, condition.place, builder), field)
      case .path(let path): .path(try self.path(path, builder))
      }
    return CompiledFrame.Condition(
      what: what, isNegated: condition.isNegated, reason: condition.reason ?? "")
  }

  private func fieldSlot(
    _ name: String, _ field: FieldCondition, _ place: SourcePlace, _ builder: FrameBuilder
  ) throws -> Int32 {
    let slot = try slot(name, place, builder)
    if slot == -1 { try checkColumn(field.field, ofHead: builder.frame, place) }
    return slot
  }

  /// The number of a slot; −1 for the head.
  private func slot(_ name: String, _ place: SourcePlace, _ builder: FrameBuilder) throws -> Int32 {
    if name == "head" { return -1 }
    if let slot = builder.slots.firstIndex(where: { $0.name == name }) { return Int32(slot) }
    let known = ["head"] + builder.slots.map(\.name)
    throw error(.unknownArgument(name, suggestion: name.closest(among: known), known: known), place)
  }

  private func assignment(
    _ set: (
      name: String, value: FieldExpression, condition: FrameSyntax.Condition?, place: SourcePlace
    ), _ builder: FrameBuilder
  ) throws -> CompiledFrame.Assignment {
    guard let number = builder.fact.arguments.firstIndex(where: { $0.name == set.name }) else {
      throw unknownName(set.name, set.place, builder)
    }
    let argument = builder.fact.arguments[number]
    var slot: Int32 = -2
    switch set.value {
    case .member(let name, let column):
      if let capture = builder.captures.firstIndex(of: name), name != "head" {
        slot = -3 - Int32(capture)
        break
      }
      slot = try self.slot(name, set.place, builder)
      if slot == -1 { try checkColumn(column, ofHead: builder.frame, set.place) }
    case .constant(let word):
      if !argument.words.isEmpty, !argument.words.contains(word) {
        throw error(.unknownWord(word, words: argument.words), set.place)
      }
      if argument.form == .entity || argument.form == .period {
        throw error(.cannotBeType(set.name, type: "word"), set.place)
      }
    default: break
    }
    return CompiledFrame.Assignment(
      argument: Int32(number), value: set.value, slot: slot,
      condition: try set.condition.map { try condition($0, builder) })
  }

  /// Some list of the head's pattern must have the column.
  private func checkColumn(_ name: String, ofHead frame: FrameSyntax, _ place: SourcePlace) throws {
    let lists = frame.head.match.lists.map { lexicons[$0] }
    guard !lists.contains(where: { $0.column(name) != nil }) else { return }
    throw error(.unknownColumn(name, columns: lists.flatMap(\.columns)), place)
  }
}

extension FrameSyntax.Test {
  fileprivate var isList: Bool {
    if case .list = what { return !isNegated }
    return false
  }
}

extension Pattern {
  /// The word lists that it names.
  fileprivate var lists: [Int] {
    switch self {
    case .atom(let atom):
      if case .lexicon(let number) = atom.test { [number] } else { [] }
    case .sequence(let parts), .choice(let parts): parts.flatMap(\.lists)
    case .repeated(let inner, _, _, _), .capture(let inner, _, _): inner.lists
    case .gap: []
    }
  }
}
