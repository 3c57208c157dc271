/// A place between two documents of the input.
public struct InputPosition: Sendable, Hashable, Codable {
  /// The index of the file.
  public var file = 0
  /// How many bytes of it lie before, decompressed and as UTF-8.
  public var offset = 0
  /// How many lines of it lie before.
  public var line = 0
}
