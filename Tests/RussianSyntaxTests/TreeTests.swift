import Foundation
import Testing

/// Sentences with their trees, by construction; see ``TreeCase`` for how they are written.
@Suite struct TreeTests {
  static let cases = Result { try TreeCase.load() }

  /// A share of the lines may be marked as known misses, not more.
  static let mostKnownMisses = 0.30

  @Test("tree", arguments: try cases.get())
  func tree(_ example: TreeCase) async throws {
    let misses = try await Self.misses(of: example)
    if example.isKnownMiss {
      #expect(!misses.isEmpty, "right by now: take the '~' away")
    } else {
      #expect(misses.isEmpty, "\(misses.joined(separator: "\n"))")
    }
  }

  @Test("links of a line are one tree", arguments: try cases.get())
  func gold(_ example: TreeCase) {
    #expect(example.faults.isEmpty)
  }

  @Test func fewLinesAreKnownMisses() throws {
    let all = try Self.cases.get()
    let share = Double(all.count(where: \.isKnownMiss)) / Double(all.count)
    #expect(all.count >= 400)
    #expect(share <= Self.mostKnownMisses, "more lines are read wrong than were")
  }

  @Test func aSentenceIsReadAloneAsAfterOthers() async throws {
    let worker = try TreeReader.shared.get()
    for example in try Self.cases.get() where example.line % 8 == 0 {
      let alone = try await TreeReader().trees(of: example.sentence)
      #expect(await worker.trees(of: example.sentence) == alone, "\(example.testDescription)")
    }
  }

  /// Prints the share of right links by construction, and the lines that are not right, if
  /// `SYNTAX_TALLY` is set.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SYNTAX_TALLY"] != nil))
  func tally() async throws {
    var tallies: [String: TreeTally] = [:]
    var total = TreeTally()
    for example in try Self.cases.get() {
      let misses = try await Self.misses(of: example)
      tallies[example.file, default: TreeTally()].add(example, misses)
      total.add(example, misses)
      for miss in misses {
        print("MISS \(example.file):\(example.line): \(miss) | \(example.sentence)")
      }
    }
    for (file, tally) in tallies.sorted(by: { $0.key < $1.key }) { print("TALLY \(file) \(tally)") }
    print("TALLY all \(total)")
  }

  /// What the reading of a sentence has otherwise than its line.
  static func misses(of example: TreeCase) async throws -> [String] {
    let trees = try await TreeReader.shared.get().trees(of: example.sentence)
    guard trees.count == 1 else { return ["cut into \(trees.count) sentences"] }
    let tree = trees[0]
    return example.links.compactMap { link in
      guard let place = tree.place(of: link.dependent) else { return "no token \(link.dependent)" }
      let found = tree.choice(at: place)
      let isRight = link.choices.contains {
        $0.head == found.head && $0.relations.contains(found.relations[0])
      }
      let wanted = link.choices.map(\.description).joined(separator: " or ")
      return isRight ? nil : "\(link.dependent): \(found), not \(wanted)"
    }
  }
}

/// How many lines and links are right.
struct TreeTally: CustomStringConvertible {
  var lines = 0
  var rightLines = 0
  var links = 0
  var misses = 0

  mutating func add(_ example: TreeCase, _ misses: [String]) {
    lines += 1
    rightLines += misses.isEmpty ? 1 : 0
    links += example.links.count
    self.misses += misses.count
  }

  var description: String {
    let share = (Double(links - misses) / Double(links) * 1000).rounded() / 10
    return "lines \(rightLines) of \(lines), links \(links - misses) of \(links) (\(share) %)"
  }
}
