import Foundation
import Svodka

/// Gold documents and how far they are complete.
///
///     let gold = try GoldSet(contentsOf: "Gold")  // NAME.txt with NAME.gold.tsv or NAME.ann
///     let score = Score(gold, predicted: gold.extracted(with: extractor))
public struct GoldSet: Sendable {
  public var documents: [GoldDocument]
  /// Kinds of which the gold lists only some records, so only their recall says anything.
  public var partialKinds: Set<MentionKind>
  /// The kinds that are scored; nil for all.
  public var kinds: Set<MentionKind>?
  /// Whether facts are part of the gold.
  public var hasFacts: Bool

  /// What gold tables list in part.
  public static let partialInTables: Set<MentionKind> = [
    .place, .ordinal, .number, .position, .time,
  ]

  public init(
    _ documents: [GoldDocument], partialKinds: Set<MentionKind> = [],
    kinds: Set<MentionKind>? = nil, hasFacts: Bool = true
  ) {
    self.documents = documents
    self.partialKinds = partialKinds
    self.kinds = kinds
    self.hasFacts = hasFacts
  }

  /// Reads a file or a folder of gold.
  ///
  /// A folder holds texts (`NAME.txt`), each with `NAME.gold.tsv`, `NAME.ann` (brat standoff),
  /// `NAME.conll` or `NAME.bio` (columns with BIO tags), or files of JSON Lines (`.jsonl`) in the
  /// form of `svodka extract`. A file of columns needs no text.
  ///
  /// - Throws: ``GoldError`` with file, line and remedy if something cannot be read.
  public init(contentsOf path: String, labels: GoldLabels = .common) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw GoldError(file: path, reason: "there is no such file or folder")
    }
    var files = [path]
    if isFolder.boolValue {
      files = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        .map { path + (path.hasSuffix("/") ? "" : "/") + $0 }
    }
    var reader = GoldFiles(labels: labels)
    for file in files { try reader.read(file, isNamed: !isFolder.boolValue) }
    guard !reader.documents.isEmpty else {
      throw GoldError(
        file: path, reason: "no gold here: .gold.tsv, .ann, .conll, .bio or .jsonl is read")
    }
    self.init(
      reader.documents, partialKinds: reader.hasTables ? GoldSet.partialInTables : [],
      kinds: reader.hasOnlySpans
        ? Set(reader.documents.flatMap { $0.mentions.map(\.kind) }) : nil,
      hasFacts: !reader.hasOnlySpans)
  }

  /// What the extractor finds in the gold's texts.
  public func extracted(with extractor: Extractor) -> [PredictedDocument] {
    let worker = extractor.makeWorker()
    return documents.map { gold in
      var text = gold.text
      return PredictedDocument(
        text.withUTF8 { worker.extract(utf8: $0, id: gold.id, published: gold.published) },
        text: gold.text)
    }
  }
}

/// Reads gold files of every form.
private struct GoldFiles {
  let labels: GoldLabels
  var documents: [GoldDocument] = []
  var hasTables = false
  /// No file told values or facts.
  var hasOnlySpans = true

  mutating func read(_ path: String, isNamed: Bool) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    func id(_ ending: String) -> String { String(name.dropLast(ending.count)) }
    if name.hasSuffix(".gold.tsv") {
      let text = try content(String(path.dropLast(".gold.tsv".count)) + ".txt")
      documents.append(
        try GoldTable.read(try content(path), text: text, id: id(".gold.tsv"), file: name))
      hasTables = true
      hasOnlySpans = false
    } else if name.hasSuffix(".ann") {
      let text = try content(String(path.dropLast(4)) + ".txt")
      documents.append(
        try BratStandoff.read(
          try content(path), text: text, id: id(".ann"), labels: labels, file: name))
    } else if let ending = [".conll", ".bio"].first(where: name.hasSuffix) {
      let text = try? content(String(path.dropLast(ending.count)) + ".txt")
      documents += try TaggedColumns.read(
        try content(path), text: text, id: id(ending), labels: labels, file: name)
    } else if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
      documents += try GoldLines.read(try content(path), file: name)
      hasOnlySpans = false
    } else if isNamed {
      throw GoldError(
        file: name, reason: "the form of gold is told by the ending: "
          + ".gold.tsv, .ann, .conll, .bio or .jsonl")
    }
  }

  private func content(_ path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw GoldError(file: path, reason: "the file cannot be read")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw GoldError(file: path, reason: "the file is not UTF-8")
    }
    return text
  }
}
