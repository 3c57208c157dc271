import RussianMorphology
import RussianText

/// The words of the text looked up in the dictionary itself, one after the other, nothing kept.
public struct Lookups {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  public private(set) var found = 0

  /// How many look-ups a ``run()`` makes.
  public var count: Int { ends.count }

  public init(text: NewsText) throws {
    let buffer = try TokenBuffer()
    let tokenizer = try Tokenizer()
    for document in text.documents {
      tokenizer.tokenize(document, into: buffer)
      for token in buffer.tokens where token.flags.contains(.cyrillic) {
        bytes += buffer.words.normalForm(of: token.word)
        ends.append(bytes.count)
      }
    }
  }

  public mutating func run() {
    let lexicon = Lexicon.embedded
    var found = 0
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in ends {
        let form = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if lexicon.firstEntry(ofForm: form) >= 0 { found += 1 }
        start = end
      }
    }
    self.found = found
  }

  public func check() throws {
    if found * 100 < count * 80 || found == count {
      throw WrongAnswer("look-ups", "\(found) of \(count) words found")
    }
  }
}
