import RussianMorphology
import RussianText
import TextRules

/// What the text itself tells between the speeches: who spoke so far, and which words are spoken.
struct Narration {
  /// Who may be meant by a pronoun or a noun.
  enum Wanted {
    case person(Gender?)
    /// One that the noun can stand for; any without.
    case organization(GenericOrganizations.Noun?)
    /// The author of a document that a noun names.
    case author(of: String)
  }

  /// Words of direct speech, by token: those named in them are spoken of, and do not speak.
  private(set) var isSpoken: [Bool]
  /// Who spoke so far and the verb that tells of it, in text order.
  private var tellers: [(verb: Int, speaker: EntityReference)] = []

  /// - Parameter ends: Closing marks behind which the speaker is told.
  init(_ marks: QuotationMarks, ends: Set<Int>, _ context: FactContext) {
    var steps = [Int](repeating: 0, count: context.buffer.count + 1)
    for speech in marks.speeches.values {
      let words = speech.opening + 1..<speech.closing
      guard ends.contains(speech.closing) || words.count > 4 && context.hasVerb(in: words) else {
        continue
      }
      steps[speech.opening] += 1
      steps[speech.closing] -= 1
    }
    var depth = 0
    isSpoken = steps.map { step in
      depth += step
      return depth > 0
    }
  }

  mutating func add(_ speaker: EntityReference, verb: Int) {
    tellers.append((verb, speaker))
  }

  /// Marks the words of a speech without quotation marks.
  mutating func addSpeech(_ tokens: Range<Int>) {
    for token in tokens { isSpoken[token] = true }
  }

  /// Who spoke in a range of the text, the last first.
  func speakers(in range: Range<Int>) -> [EntityReference] {
    var found: [EntityReference] = []
    for teller in tellers.reversed() {
      if teller.verb < range.lowerBound { break }
      if range.contains(teller.verb) { found.append(teller.speaker) }
    }
    return found
  }

  /// Is all of the range spoken?
  func isAllSpoken(_ range: Range<Int>) -> Bool { range.allSatisfy { isSpoken[$0] } }
}
