import ArgumentParser
import Foundation
import Svodka
import SvodkaTesting

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Compares records with gold: precision, recall, F1 of every kind.",
    discussion: """
      EXAMPLES
        svodka score Gold/                               extract the gold's texts and score
        svodka score Gold/ facts.jsonl --errors 20       score a run, list what went wrong
        svodka score Gold/ new.jsonl --against old.jsonl what a change gained and lost
        svodka score Gold/ --min 0.85 --min money=0.95   for CI: exit status 1 below a floor
        svodka score old.jsonl new.jsonl                 one run against another

      GOLD is a folder of NAME.txt with NAME.gold.tsv, NAME.ann (brat standoff), NAME.conll or \
      NAME.bio (BIO tags in columns), or a file of one of these, or JSON Lines as svodka extract \
      writes them.

      A mention is right when its kind is the gold one's, the two spans share at least half of the \
      longer one, and the value has every field of the gold value. A fact is right when every \
      argument of the gold fact is met. Columns: span P, R: whatever the value; exact F1: equal \
      spans; P, R, F1: with value; value: the share of spans found whose value is right.
      """)

  @Argument(help: ArgumentHelp("A folder or a file of gold.", valueName: "gold"))
  var gold: String

  @Argument(
    help: ArgumentHelp(
      "JSON Lines of svodka extract, offsets in scalars; without it the gold's texts are read.",
      valueName: "predicted"))
  var predicted: String?

  @Option(
    help: ArgumentHelp(
      "An earlier run: list what was gained and lost since.", valueName: "file"))
  var against: String?

  @Option(
    name: .customLong("min"),
    help: ArgumentHelp(
      "The least F1: of all, or of one kind, as money=0.95 or fact:role=0.8; may be repeated.",
      discussion: "For a kind that the gold lists in part it is the least recall.",
      valueName: "[kind=]share"))
  var floors: [ScoreFloor] = []

  @Option(help: ArgumentHelp("List so many errors.", valueName: "n"))
  var errors: Int = 0

  @Option(
    name: .customLong("kind"),
    help: ArgumentHelp("List errors of this kind only; may be repeated.", valueName: "kind"))
  var kinds: [String] = []

  @Option(
    help: ArgumentHelp(
      "Kinds of which the gold lists only some records, with commas between; none for none.",
      discussion: "Without it: place, ordinal, number, position and time in gold tables.",
      valueName: "kinds"))
  var partial: String?

  @Option(
    help: ArgumentHelp(
      "What a label of brat or BIO gold means, as ORG=organization; may be repeated.",
      discussion: "ORG= passes it over.",
      valueName: "label=kind"))
  var label: [String] = []

  @Flag(help: "Leave the facts out.")
  var mentionsOnly = false

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Option(help: ArgumentHelp("table or json.", valueName: "format"))
  var format: Format = .table

  @OptionGroup var rules: RuleOptions

  func validate() throws {
    if errors < 0 { throw ValidationError("--errors must be 0 or more.") }
    for pair in label where !pair.contains("=") {
      throw ValidationError("--label '\(pair)' is not label=kind.")
    }
  }

  func run() throws {
    do {
      let gold = try goldSet()
      let predictions =
        try predicted.map { try PredictedDocument.read(contentsOf: $0) }
        ?? gold.extracted(with: try rules.extractor())
      let score = Score(gold, predicted: predictions)
      if let against {
        let earlier = Score(gold, predicted: try PredictedDocument.read(contentsOf: against))
        print(ScoreComparison(from: earlier, to: score))
      } else {
        print(format == .json ? score.json : table(of: score))
      }
      for note in unsharedKinds(gold, predictions) { self.note(note) }
      for id in score.missingDocuments { note("no prediction for the document '\(id)'") }
      let missed = floors.compactMap { $0.complaint(about: score) }
      for complaint in missed { note(complaint) }
      if !missed.isEmpty { throw ExitCode(1) }
    } catch let error as GoldError {
      throw DataError("\(error)")
    }
  }

  /// Kinds of the gold of which there is no record: a label that was not understood, mostly.
  private func unsharedKinds(_ gold: GoldSet, _ predictions: [PredictedDocument]) -> [String] {
    var counts: [String: Int] = [:]
    for mention in gold.documents.flatMap(\.mentions) { counts[mention.kind.rawValue, default: 0] += 1 }
    for kind in Set(predictions.flatMap(\.mentions).map(\.kind.rawValue)) { counts[kind] = nil }
    return counts.sorted { $0.key < $1.key }.map {
      "the gold has the kind '\($0)' \($1) times, the records never; --label \($0)=… says what it means"
    }
  }

  private func goldSet() throws -> GoldSet {
    var labels = GoldLabels.common
    for pair in label {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      labels = labels.adding(String(parts[0]), as: MentionKind(rawValue: String(parts[1])))
    }
    var set = try GoldSet(contentsOf: gold, labels: labels)
    if let partial {
      let names = partial == "none" ? [] : partial.split(separator: ",").map(String.init)
      set.partialKinds = Set(names.map { MentionKind(rawValue: $0) })
    }
    if mentionsOnly { set.hasFacts = false }
    return set
  }

  private func table(of score: Score) -> String {
    var lines = [score.description]
    if !score.confusionLines.isEmpty { lines += [""] + score.confusionLines }
    if errors > 0 {
      let all = score.errors.filter { kinds.isEmpty || kinds.contains($0.kind) }
      if !all.isEmpty { lines.append("") }
      lines += all.prefix(errors).map(\.description)
      if all.count > errors { lines.append("… and \(all.count - errors) more") }
    }
    return lines.joined(separator: "\n")
  }

  private func note(_ text: String) {
    FileHandle.standardError.write(Data("svodka: \(text)\n".utf8))
  }
}

/// The least score that is good enough: `0.85`, `money=0.95`.
struct ScoreFloor: ExpressibleByArgument {
  var kind: String?
  var share: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let share = parts.last.flatMap({ Double($0) }), (0...1).contains(share) else {
      return nil
    }
    self.share = share
    kind = parts.count > 1 ? String(parts[0]) : nil
  }

  /// What to tell if the score is below; a kind that is nowhere is below, too.
  func complaint(about score: Score) -> String? {
    let figures = kind.map { score[$0] } ?? score.micro
    let name = "\(figures.isPartial ? "recall" : "F1") of \(kind ?? "all")"
    guard let reached = figures.f1 ?? figures.recall else {
      return "\(name): neither gold nor prediction has any"
    }
    guard reached < share else { return nil }
    return "\(name) is \(String(format: "%.3f", reached)), less than \(share)"
  }
}
