import RussianMorphology
import RussianText

extension FrameMatcher {
  /// Whether the sentence of a head has the records and words without which the frame finds nothing.
  ///
  /// Most heads fail here, before the structure of their sentence is read.
  package func mayHold(_ match: borrowing Match, in sentence: Range<Int>) -> Bool {
    let frame = rules.frames[Int(rules.frameNumbers[match.rule])]
    for condition in frame.conditions {
      guard case .field(-1, let field) = condition.what else { continue }
      let cell = match.entry("head") == nil ? nil : match.member(field.field, of: "head")
      let holds = field.holds(cell) != condition.isNegated
      guard holds == condition.reason.isEmpty else { return false }
    }
    let kinds = matcher.recordKinds(in: sentence)
    var wanted: UInt64 = 0
    var least = 0
    for slot in frame.slots where slot.argument >= 0 && !slot.isOptional && !slot.allowsText {
      guard !slot.lines.contains(where: { $0.contains { $0.list >= 0 } }) else { continue }
      let own = slot.kinds.reduce(0) { $0 | StepMask.kind($1) }
      let isSet = frame.assignments.contains { $0.argument == slot.argument }
      if slot.lines.contains(where: { $0.contains(where: \.isTopic) })
        || words.hasStandIn(forOneOf: slot.kinds, in: sentence, matcher)
      {
        least -= 1
      } else {
        guard isSet || kinds & own != 0,
          slot.lines.contains(where: { $0.contains { mayLead($0, to: own, in: sentence) } })
        else { return false }
      }
      wanted |= own
      least += 1
    }
    if least > 1, !matcher.hasRecords(wanted, in: sentence, atLeast: least) { return false }
    return frame.needs.allSatisfy { need in
      need.kinds.contains { kinds & StepMask.kind($0) != 0 }
        || need.lists.contains { matcher.hasEntry(ofList: Int($0), in: sentence) }
    }
  }

  /// Whether a path can lead to a record of one of the kinds, as far as words and their cases tell
  /// without the structure of the sentence.
  private func mayLead(_ path: CompiledFrame.Path, to kinds: UInt64, in sentence: Range<Int>) -> Bool {
    for step in path.steps where step.least > 0 {
      guard mayPass(step.tests, in: sentence),
        step.ways.contains(where: { mayPass($0.tests, in: sentence) })
      else { return false }
    }
    let cases = path.casesOfEnd
    guard path.record < 0, !path.isInside, !cases.isEmpty else { return true }
    return sentence.contains { token in
      guard matcher.recordKinds(in: token..<token + 1) & kinds != 0 else { return false }
      var mayStand = false
      matcher.forEachRecord(at: token) { record in
        guard StepMask.kind(Int32(record.kind)) & kinds != 0 else { return }
        // «компании «Ромашка»»: the noun before a name shows its case.
        let start = max(sentence.lowerBound, record.tokens.lowerBound - 2)
        mayStand = mayStand || self.mayStand(start..<record.tokens.upperBound, in: cases)
      }
      return mayStand
    }
  }

  /// Whether the sentence has the words that tests ask for.
  private func mayPass(_ tests: [CompiledFrame.Test], in sentence: Range<Int>) -> Bool {
    tests.allSatisfy { test in
      guard !test.isNegated, case .list(let list) = test.what else { return true }
      return matcher.hasEntry(ofList: Int(list), in: sentence)
    }
  }

  /// Whether some word of a stretch may stand in one of the cases, or none shows any.
  private func mayStand(_ tokens: Range<Int>, in cases: Grammemes) -> Bool {
    var showsCase = false
    for token in tokens {
      for analysis in matcher.morphology.analyses(of: matcher.buffer[token].word) {
        let grammemes = matcher.morphology.grammemes(of: analysis)
        if grammemes.intersects(cases) { return true }
        showsCase = showsCase || grammemes.intersects(.cases)
      }
    }
    return !showsCase
  }
}

extension CompiledFrame.Path {
  /// The cases in which the word at the end must stand; empty if in any.
  fileprivate var casesOfEnd: Grammemes {
    guard let last = steps.last, last.least > 0 else { return [] }
    var cases = Grammemes()
    for way in last.ways {
      let own = Self.cases(in: last.tests) ?? Self.cases(in: way.tests) ?? way.ownCases
      guard let own else { return [] }
      cases.formUnion(own)
    }
    return cases
  }

  private static func cases(in tests: [CompiledFrame.Test]) -> Grammemes? {
    for test in tests where !test.isNegated {
      if case .grammemes(let own) = test.what, own.intersects(.cases) {
        return own.intersection(.cases)
      }
    }
    return nil
  }
}

extension CompiledFrame.Way {
  fileprivate var ownCases: Grammemes? {
    if case .bare(let cases) = move { cases } else { nil }
  }
}
