import RussianMorphology
import RussianText
import Svodka

/// Tokens and sentences.
public struct Tokens: Workload {
  public static let name = "tokens and sentences"
  private let documents: [[UInt8]]
  private let text: NewsText
  private let tokenizer: Tokenizer
  private let buffer: TokenBuffer
  private var covered = 0
  private var sentences = 0

  public init(text: NewsText) throws {
    self.text = text
    documents = text.documents.map { Array($0.utf8) }
    tokenizer = try Tokenizer()
    buffer = try TokenBuffer()
  }

  public mutating func run() {
    covered = 0
    sentences = 0
    for document in documents {
      document.withUnsafeBufferPointer { utf8 in
        tokenizer.tokenize(utf8, into: buffer)
        for token in buffer.tokens { covered += Int(token.length) }
        sentences += buffer.sentences.count
      }
    }
  }

  /// Tokens cover every byte that is no white space, and sentences are those that were written.
  public func check() throws {
    let ink = documents.reduce(0) { $0 + $1.count { $0 > 0x20 } }
    let spacesInside = covered - ink
    if spacesInside < 0 || spacesInside * 100 > ink {
      throw WrongAnswer(Self.name, "tokens cover \(covered) bytes of \(ink)")
    }
    if abs(sentences - text.counts.sentences) * 50 > text.counts.sentences {
      throw WrongAnswer(Self.name, "\(sentences) sentences of \(text.counts.sentences)")
    }
  }
}

/// The whole extraction core, from bytes to records.
public struct Extraction: Workload {
  public static let name = "extraction"
  private let documents: [[UInt8]]
  private let text: NewsText
  private let worker: ExtractionWorker
  private var money = 0
  private var percents = 0

  public init(text: NewsText) throws {
    self.text = text
    documents = text.documents.map { Array($0.utf8) }
    worker = try Extractor().makeWorker()
  }

  public mutating func run() {
    money = 0
    percents = 0
    for document in documents {
      let records = document.withUnsafeBufferPointer { worker.extract(utf8: $0, id: "1") }
      for mention in records.mentions {
        switch mention.value {
        case .money: money += 1
        case .percent: percents += 1
        default: break
        }
      }
    }
  }

  public func check() throws {
    if money != text.counts.money || percents != text.counts.percents {
      throw WrongAnswer(
        Self.name,
        "\(money) sums of money of \(text.counts.money), "
          + "\(percents) percents of \(text.counts.percents)")
    }
  }
}

/// The extraction core and its records written as JSON Lines.
public struct ExtractionToJSON: Workload {
  public static let name = "extraction to JSON"
  private let documents: [[UInt8]]
  private let worker: ExtractionWorker
  private var writer = JSONLineWriter()
  private var lines = 0

  public init(text: NewsText) throws {
    documents = text.documents.map { Array($0.utf8) }
    worker = try Extractor().makeWorker()
  }

  public mutating func run() {
    lines = 0
    for document in documents {
      document.withUnsafeBufferPointer { utf8 in
        writer.append(worker.extract(utf8: utf8, id: "1"), utf8: utf8)
      }
      lines += writer.bytes.last == UInt8(ascii: "\n") ? 1 : 0
      writer.removeAll()
    }
  }

  public func check() throws {
    if lines != documents.count {
      throw WrongAnswer(Self.name, "\(lines) lines of \(documents.count)")
    }
  }
}
