import RussianMorphology
import RussianSyntax

/// The arguments of a kind of facts as they were written.
struct FactSyntax {
  struct Argument {
    var argument: FactArgument
    /// The types as they were written, with their places.
    var types: [(name: String, place: SourcePlace)]
    var place: SourcePlace
  }

  var kind: String
  var arguments: [Argument]
  var place: SourcePlace
}

/// A frame as it was written.
struct FrameSyntax {
  /// An argument, or a word that only conditions and `set` lines speak of.
  struct Slot {
    var name: String
    var place: SourcePlace
    /// The types of a `let` line; nil for an argument, whose fact declares them.
    var types: [(name: String, place: SourcePlace)]?
    /// Alternatives, of which the first that leads somewhere counts.
    var paths: [Path]
  }

  /// How an argument is reached from the head: the steps in the order in which they are taken.
  struct Path {
    var steps: [Step]
    /// The kind of record, where the path names it: `Percent in object`.
    var record: String?
    /// Everything inside the phrase at the end: `in object`.
    var isInside = false
    /// The column of a word list that gives the argument: `amod[nation].name`.
    var column: String?
    var place: SourcePlace
    var text: String
  }

  struct Step {
    /// Ways to take it, all of them.
    var ways: [Way] = []
    var tests: [Test] = []
    var least = 1
    var most = 1
    var place: SourcePlace
  }

  struct Way {
    var move: FrameMove
    /// The form, or the list, of a preposition.
    var form: [[UInt8]] = []
    var list: Int?
    var capture: String?
    var tests: [Test] = []
  }

  /// What a word at the end of a step must be.
  struct Test {
    indirect enum What {
      /// One of several: `[stake | Percent]`.
      case anyOf([Test])
      case list(Int)
      case grammemes(Grammemes)
      case form([[UInt8]])
      case lemma([UInt8])
      case record(String)
    }

    var what: What
    var isNegated: Bool
    var place: SourcePlace
  }

  struct Condition {
    enum What {
      /// The word that the slot, or the head, names.
      case word(slot: String, tests: [Test])
      case field(slot: String, FieldCondition)
      case path(Path)
    }

    var what: What
    var isNegated: Bool
    /// Why the frame finds nothing where the condition holds; nil for a `where` line.
    var reason: String?
    var place: SourcePlace
  }

  var name: String
  var kind: String
  var place: SourcePlace
  /// The pattern of the head with what must stand around it.
  var head: RuleSyntax
  var slots: [Slot] = []
  var conditions: [Condition] = []
  var sets: [(name: String, value: FieldExpression, condition: Condition?, place: SourcePlace)] = []
}

/// One step from a word to others.
enum FrameMove: Sendable, Equatable {
  /// Who does what the word names, and what it is done to, whatever its voice and form.
  case subject, object
  /// Who does what the verb above names: «компания объявила о покупке».
  case outerSubject
  /// The one whom a noun names: «владельцем X стал Иван».
  case bearer
  /// Whom the text before tells of, where the clause of the word has no subject.
  case topic
  case dependent(Relation)
  /// The word above, by any relation or by one: `governor`, `<nmod`.
  case governor(Relation?)
  /// A dependent in a case, without a preposition.
  case bare(Grammemes)
  /// A dependent behind a preposition.
  case preposition
  /// Any word of the clause, and of the phrase.
  case near, inside
  /// The head itself, or a capture of its pattern.
  case head, capture

  /// The moves that have a name.
  static let named: [String: FrameMove] = {
    var moves: [String: FrameMove] = [
      "subject": .subject, "object": .object, "outer-subject": .outerSubject,
      "bearer": .bearer, "topic": .topic, "near": .near,
      "head": .head, "governor": .governor(nil), "nominative": .bare(.nomn),
      "genitive": .bare(.gent), "dative": .bare(.datv), "accusative": .bare(.accs),
      "instrumental": .bare(.ablt), "locative": .bare(.loct),
    ]
    for relation in Relation.allCases where relation != .root && relation != .punct {
      moves[relation.name] = moves[relation.name] ?? .dependent(relation)
    }
    return moves
  }()
}
