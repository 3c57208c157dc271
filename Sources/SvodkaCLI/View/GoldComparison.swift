import ArgumentParser
import Foundation
import Svodka
import SvodkaDump
import SvodkaTesting
import SvodkaView

/// Compares gold with a result, or with what its texts give now.
struct GoldComparison {
  let gold: GoldSet
  let goldName: String
  let resultFile: String?

  /// Takes the inputs if they are gold, and maybe a result.
  init?(_ inputs: [String]) throws {
    guard let path = inputs.first, GoldComparison.isGold(path) else { return nil }
    guard inputs.count <= 2, inputs.count == 1 || ResultFile.isResult(inputs[1]) else {
      throw ValidationError(
        "--compare wants gold and maybe a result of svodka extract; the texts stand beside the gold."
      )
    }
    do {
      gold = try GoldSet(contentsOf: path)
    } catch let error as GoldError {
      throw DataError("\(error)")
    }
    goldName = PathText(path).lastComponent
    resultFile = inputs.dropFirst().first
  }

  /// A file of annotations, or a folder that has some.
  private static func isGold(_ path: String) -> Bool {
    let endings = [".gold.tsv", ".ann", ".conll", ".bio"]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [path]
    return names.contains { name in endings.contains { name.hasSuffix($0) } }
  }

  func page(_ extractor: Extractor, limit: Int, language: PageLanguage) throws -> String {
    let predicted =
      try resultFile.map { try PredictedDocument.read(contentsOf: $0) }
      ?? gold.extracted(with: extractor)
    let score = Score(gold, predicted: predicted)
    let verdicts = Dictionary(grouping: score.verdicts, by: \.document)
    let documents = gold.documents.filter { !score.missingDocuments.contains($0.id) }.map {
      comparison(of: $0, verdicts[$0.id] ?? [])
    }
    return ComparisonPage(
      documents, left: goldName,
      right: resultFile.map { PathText($0).lastComponent } ?? "now",
      missingDocuments: score.missingDocuments.count, limit: limit, language: language
    ).html
  }

  private func comparison(
    of document: GoldDocument, _ verdicts: [Score.Verdict]
  ) -> DocumentComparison {
    let places = OffsetUnit.scalars.utf8Offsets(in: Array(document.text.utf8))
    let records = verdicts.map { verdict in
      let isFact = verdict.kind.hasPrefix("fact:")
      let wanted = verdict.wanted.isEmpty ? verdict.text : verdict.wanted
      return RecordDifference(
        status: verdict.outcome.status, isFact: isFact,
        kind: isFact ? String(verdict.kind.dropFirst("fact:".count)) : verdict.kind,
        utf8Range: verdict.range.map { places[$0.lowerBound]..<places[$0.upperBound] },
        left: verdict.outcome == .extra ? nil : wanted,
        // Of a fact that is right the gold is all there is to show.
        right: verdict.outcome == .miss ? nil : verdict.found.isEmpty ? wanted : verdict.found)
    }
    return DocumentComparison(id: document.id, text: document.text, records: records)
  }
}

extension Score.Verdict.Outcome {
  fileprivate var status: RecordDifference.Status {
    switch self {
    case .right: .same
    case .value: .changed
    case .miss: .left
    case .extra: .right
    }
  }
}
