/// Mends the links of a sentence that agreement and case speak against, once all links are known: the
/// links are set one after the other, and an early one may leave a later one no place.
struct LinkMender {
  /// For each verb its bare subjects and objects, the first two of each; −1 for none.
  private struct Arguments: BitwiseCopyable {
    var subject: Int32 = -1
    var otherSubject: Int32 = -1
    var object: Int32 = -1
    var otherObject: Int32 = -1
  }

  private var arguments: UnsafeMutablePointer<Arguments> = .allocate(capacity: 256)
  private var capacity = 256

  func deallocate() { arguments.deallocate() }

  mutating func mend(_ nodes: Nodes) {
    if capacity < nodes.count {
      arguments.deallocate()
      capacity = nodes.count * 2
      arguments = .allocate(capacity: capacity)
    }
    for node in 0..<nodes.count { raisePredicate(node, nodes) }
    for node in 0..<nodes.count { leaveBrackets(node, nodes) }
    for node in 0..<nodes.count { joinList(node, nodes) }
    collectArguments(nodes)
    for node in 0..<nodes.count where nodes.storage[node].wordClass.takesSubject {
      settleSubject(of: node, nodes)
    }
  }

  // MARK: Predicates under nouns

  /// «Меморандум … подписан»: a predicate that was made an attribute of the sentence's topmost noun has
  /// it as its subject or object.
  private func raisePredicate(_ node: Int, _ nodes: Nodes) {
    let all = nodes.storage
    let head = Int(all[node].head)
    guard head >= 0, all[node].wordClass.takesSubject, all[head].wordClass.isNominal,
      all[head].head < 0, Self.ofNouns >> UInt64(all[node].relation) & 1 == 1
    else { return }
    all[node].head = -1
    all[node].relation = Relation.root.rawValue
    all[head].head = Int32(node)
    let relation: Relation =
      all[head].preposition != 0 ? .obl
      : all[head].canBe(WordClass.nominative) && !SubjectAgreement.fails(all[head], all[node])
        ? .nsubj : all[head].canBe(WordClass.accusative) ? .obj : .obl
    all[head].relation = relation.rawValue
  }

  /// The relations of a noun's attributes, which no finite verb is.
  private static let ofNouns: UInt64 = [
    Relation.nmod, .appos, .amod, .nummod, .flat, .det, .compound,
  ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

  // MARK: Brackets

  /// What stands behind brackets does not hang on a word in them.
  private func leaveBrackets(_ node: Int, _ nodes: Nodes) {
    let all = nodes.storage
    var head = Int(all[node].head)
    guard head >= 0, all[node].relation != Relation.case.rawValue else { return }
    let depth = all[node].bracketDepth
    guard all[head].bracketDepth > depth else { return }
    while head >= 0, all[head].bracketDepth > depth { head = Int(all[head].head) }
    if head >= 0 { all[node].head = Int32(head) }
  }

  // MARK: Lists

  /// «Сбербанк и «Рахат» подписали»: a noun is no second predicate of a verb, but joins the noun before
  /// it that hangs on the verb too.
  private func joinList(_ node: Int, _ nodes: Nodes) {
    let all = nodes.storage
    let head = Int(all[node].head)
    guard head >= 0, all[node].relation == Relation.conj.rawValue, all[node].wordClass.isNominal,
      all[head].wordClass.isVerbal, all[node].dependents & Self.ofPredicates == 0
    else { return }
    var place = node - 1
    while place >= 0, place > node - 12 {
      if Int(all[place].head) == head, Self.ofVerbs >> UInt64(all[place].relation) & 1 == 1 {
        if Self.areAlike(all[place], all[node]) { all[node].head = Int32(place) }
        return
      }
      if place == head { return }
      place -= 1
    }
  }

  /// Whether two nouns can stand side by side in a list, by case and preposition.
  private static func areAlike(_ one: Nodes.Node, _ other: Nodes.Node) -> Bool {
    guard one.wordClass.isNominal,
      other.preposition == 0 || other.preposition == one.preposition
    else { return false }
    let (mine, its) = (one.wordClass.caseNumber, other.wordClass.caseNumber)
    return mine == 0 || its == 0 || mine == its || other.canBe(mine)
  }

  /// What hangs on a word that is a predicate, or stands for one.
  private static let ofPredicates: UInt64 = [
    Relation.nsubj, .obj, .obl, .cop, .advmod, .orphan, .mark,
  ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

  private static let ofVerbs: UInt64 = [
    Relation.nsubj, .obj, .iobj, .obl,
  ].reduce(0) { $0 | 1 << UInt64($1.rawValue) }

  // MARK: Subjects and objects

  private func collectArguments(_ nodes: Nodes) {
    for node in 0..<nodes.count { arguments[node] = Arguments() }
    for node in 0..<nodes.count {
      let word = nodes.storage[node]
      guard word.head >= 0, word.preposition == 0 else { continue }
      let verb = arguments + Int(word.head)
      switch Relation(rawValue: word.relation) {
      case .nsubj:
        if verb.pointee.subject < 0 {
          verb.pointee.subject = Int32(node)
        } else {
          verb.pointee.otherSubject = Int32(node)
        }
      case .obj:
        if verb.pointee.object < 0 {
          verb.pointee.object = Int32(node)
        } else {
          verb.pointee.otherObject = Int32(node)
        }
      default: break
      }
    }
  }

  private func settleSubject(of verb: Int, _ nodes: Nodes) {
    let found = arguments[verb]
    if found.otherSubject >= 0 {
      guard found.object < 0 else { return }
      settle(Int(found.subject), Int(found.otherSubject), of: verb, nodes)
    } else if found.subject >= 0 {
      let (subject, object) = (Int(found.subject), Int(found.object))
      // «Сбербанк купил банк»: of two that look alike the one before the verb is the subject.
      if object >= 0, object < verb, verb < subject, isNominativeAlone(nodes.storage[object]),
        canBeSubject(object, of: verb, nodes), nodes.storage[subject].canBe(WordClass.accusative)
      {
        set(subject, .obj, nodes)
        set(object, .nsubj, nodes)
        return
      }
      let fails = SubjectAgreement.fails(nodes.storage[subject], nodes.storage[verb])
      if fails, object >= 0, !canBeSubject(subject, of: verb, nodes), nodes.storage[subject].canBe(WordClass.accusative),
        nodes.storage[object].hasSureGender, canBeSubject(object, of: verb, nodes)
      {
        set(subject, .obj, nodes)
        set(object, .nsubj, nodes)
      }
    } else if found.object >= 0 {
      findSubject(Int(found.object), Int(found.otherObject), of: verb, nodes)
    }
  }

  /// Of two subjects one is the object: the one that does not agree, or else the one behind the verb.
  private func settle(_ one: Int, _ other: Int, of verb: Int, _ nodes: Nodes) {
    let all = nodes.storage
    let (first, second) = (canBeSubject(one, of: verb, nodes), canBeSubject(other, of: verb, nodes))
    if first != second {
      let object = first ? other : one
      // «у берегов Латвии … был владелец»
      if object > 0, all[object].marksBefore == 0, all[object - 1].wordClass.isNominal,
        all[object].canBe(WordClass.genitive), all[object].wordClass.caseNumber != 0,
        !isBelow(object - 1, object, nodes)
      {
        all[object].head = Int32(object - 1)
        set(object, .nmod, nodes)
      } else if all[object].canBe(WordClass.accusative), all[verb].wordClass.isTransitive {
        set(object, .obj, nodes)
      }
    } else if first, one < verb, verb < other {
      // «Иван Орлов стал врио губернатора»
      if !all[verb].wordClass.isTransitive {
        set(other, .xcomp, nodes)
      } else if all[other].canBe(WordClass.accusative) {
        set(other, .obj, nodes)
      }
    }
  }

  /// A verb without a subject has one among its objects where one cannot be an object, or where there
  /// are two.
  private func findSubject(_ one: Int, _ other: Int, of verb: Int, _ nodes: Nodes) {
    let all = nodes.storage
    func mustBeSubject(_ node: Int) -> Bool {
      !all[node].canBe(WordClass.accusative) && !all[node].canBe(WordClass.genitive)
        && canBeSubject(node, of: verb, nodes)
    }
    if mustBeSubject(one) {
      set(one, .nsubj, nodes)
    } else if other >= 0, mustBeSubject(other) {
      set(other, .nsubj, nodes)
    } else if other >= 0, one < verb, verb < other, canBeSubject(one, of: verb, nodes),
      all[one].wordClass.caseNumber != WordClass.accusative
    {
      set(one, .nsubj, nodes)
    }
  }

  /// Whether a noun was read as a nominative in the singular: what a verb governs is none.
  private func isNominativeAlone(_ word: Nodes.Node) -> Bool {
    word.wordClass.caseNumber == WordClass.nominative && word.wordClass.number == 1
      && word.wordClass.part != .pronoun
  }

  private func canBeSubject(_ node: Int, of verb: Int, _ nodes: Nodes) -> Bool {
    var word = nodes.storage[node]
    guard word.canBe(WordClass.nominative), word.wordClass.part != .pronoun else { return false }
    // «Инициативы» may have been read as a genitive; any nominative that agrees will do.
    guard let readings = word.knowledge.readings else { return true }
    return (0..<Int(word.knowledge.count)).contains { place in
      word.wordClass = readings[place].wordClass
      let isSubject = word.wordClass.caseNumber < WordClass.genitive && word.wordClass.isNominal
      return isSubject && !SubjectAgreement.fails(word, nodes.storage[verb])
    }
  }

  /// Whether a word hangs on another, however far below.
  private func isBelow(_ node: Int, _ other: Int, _ nodes: Nodes) -> Bool {
    var node = node
    while node >= 0, node != other { node = Int(nodes.storage[node].head) }
    return node == other
  }

  private func set(_ node: Int, _ relation: Relation, _ nodes: Nodes) {
    nodes.storage[node].relation = relation.rawValue
  }
}

extension Nodes.Node {
  /// Whether number and gender of the word are those of the dictionary: «ФСБ возбудило» and «Раймондо
  /// выразила» are said, whatever it guesses.
  var hasSureGender: Bool { knowledge.isKnown && wordClass.bits & WordClass.abbreviated == 0 }

  /// Whether some reading of the form has the case, or it shows none.
  func canBe(_ caseNumber: UInt32) -> Bool {
    knowledge.cases >> UInt8(caseNumber) & 1 == 1 || knowledge.cases & ~1 == 0
  }
}
