import Foundation
import Svodka
import SvodkaTesting
import TestSupport

/// A text on which something did not hold.
struct Finding: Error {
  let text: String
  let what: String
}

/// What must hold of made-up documents: in one worker, in another after other texts, and with nouns
/// that refer back.
final class WholeChecks {
  private let plain: ExtractionWorker
  private let other: ExtractionWorker
  private let referring: ExtractionWorker
  private let referringToo: ExtractionWorker
  private let schema: JSONSchema
  private var writer = JSONLineWriter(offsets: .scalars)
  private let published = CalendarDay("2016-12-15")

  init() throws {
    let extractor = try Extractor()
    let references = try Extractor(findsReferences: true)
    plain = extractor.makeWorker()
    other = extractor.makeWorker()
    referring = references.makeWorker()
    referringToo = references.makeWorker()
    schema = try JSONSchema.ofDocument()
  }

  private func extract(_ text: String, with worker: ExtractionWorker) -> Document {
    var text = text
    return text.withUTF8 { worker.extract(utf8: $0, id: "1", published: published) }
  }

  /// - Parameter begin: Told each text before it is worked on, so that a crash leaves it behind.
  func check(
    _ texts: [String], _ random: inout SeededGenerator, begin: (String) -> Void
  ) throws(Finding) {
    let refers = Int.random(in: 0..<4, using: &random) == 0
    let (first, second) = refers ? (referring, referringToo) : (plain, other)
    var documents: [Document] = []
    for (number, text) in texts.enumerated() {
      begin(text)
      let document = extract(text, with: first)
      documents.append(document)
      if let broken = document.brokenPromises(in: text).first {
        throw Finding(text: text, what: broken)
      }
      if number % 8 == 0 { try checkPart(of: document, text, &random) }
      // Slow, so not for each.
      if number % 32 == 0 { try checkJSON(of: document, text) }
    }
    // The same texts in another order give the same records.
    for index in texts.indices.shuffled(using: &random) {
      begin(texts[index])
      if extract(texts[index], with: second) != documents[index] {
        throw Finding(text: texts[index], what: "other records after other documents")
      }
    }
  }

  /// Some records of a document, with what they refer to, are a document.
  private func checkPart(
    of document: Document, _ text: String, _ random: inout SeededGenerator
  ) throws(Finding) {
    let wanted = document.mentions.map { _ in Bool.random(using: &random) }
    let facts = document.facts.map { _ in Bool.random(using: &random) }
    var (mention, fact) = (wanted.makeIterator(), facts.makeIterator())
    let part = document.keeping(
      mentions: { _ in mention.next() ?? false }, facts: { _ in fact.next() ?? false })
    if let broken = part.brokenPromises(in: text).first {
      throw Finding(text: text, what: "a part of the document: \(broken)")
    }
  }

  private func checkJSON(of document: Document, _ text: String) throws(Finding) {
    writer.removeAll()
    writer.append(document, text: text)
    do {
      let line = Data(writer.bytes)
      let value = try JSONDecoder().decode(JSONValue.self, from: line)
      if let error = schema.errors(in: value).first {
        throw Finding(text: text, what: "the schema: \(error.prefix(300))")
      }
      _ = try JSONDecoder().decode(Document.self, from: line)
      let encoded = try JSONEncoder().encode(document)
      if try JSONDecoder().decode(Document.self, from: encoded) != document {
        throw Finding(text: text, what: "another document when read back")
      }
    } catch let finding as Finding {
      throw finding
    } catch {
      throw Finding(text: text, what: "no JSON of a document: \(error)")
    }
  }
}
