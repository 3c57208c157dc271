/// One thing to measure: work over a whole text, and the answer that it must give.
public protocol Workload: SendableMetatype {
  /// A name of a few words.
  static var name: String { get }
  /// Least speed, as a share of ICU's word iteration, that this layer must have.
  static var leastOfICU: Double? { get }
  init(text: NewsText) throws

  /// Does the work once, over all documents.
  mutating func run()

  /// Compares the answer of the last ``run()`` with what is known of the text from elsewhere.
  func check() throws
}

extension Workload {
  public static var leastOfICU: Double? { nil }
}

/// A workload that gave a wrong answer; its time means nothing.
public struct WrongAnswer: Error, CustomStringConvertible {
  public let description: String
  init(_ workload: String, _ found: String) { description = "\(workload): wrong answer: \(found)" }
}

/// All workloads, the baselines first.
public let allWorkloads: [any Workload.Type] = [
  ByteSearch.self, ICUWords.self, BareTokens.self, NormalForms.self, Tokens.self, Morphology.self,
  Disambiguated.self, Structured.self, Rules.self, Extraction.self, ExtractionToJSON.self,
]

/// The text that the figures are of: several megabytes, or a little for a smoke test.
public func benchmarkText(smoke: Bool = false) -> NewsText {
  NewsText(seed: 2016, bytes: smoke ? 100_000 : 4_000_000)
}
