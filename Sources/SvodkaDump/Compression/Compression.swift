/// How a file is compressed.
public enum Compression: String, Sendable, Hashable, CaseIterable {
  case gzip, bzip2, zstd

  /// Seen from the first bytes of a file; `nil` if it is not compressed.
  init?(head: [UInt8]) {
    if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if head.starts(with: Array("BZh".utf8)), head.count > 9,
      head[4...].starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
        || head[4...].starts(with: [0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
    {
      self = .bzip2
    } else if head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstd
    } else {
      return nil
    }
  }

  /// Seen from the end of a file's name: `.gz`, `.bz2`, `.zst`; `nil` for others.
  public init?(path: String) {
    let endings: [(String, Compression)] = [(".gz", .gzip), (".bz2", .bzip2), (".zst", .zstd)]
    let lowered = path.lowercased()
    guard let found = endings.first(where: { lowered.hasSuffix($0.0) }) else { return nil }
    self = found.1
  }
}

/// One step of a decompressor.
enum DecompressionStep {
  /// It went on, and may have written something.
  case more
  /// A member of the file has ended; another may follow.
  case memberEnd
  /// The data is damaged.
  case damaged(String)
}

/// A decompressing library, fed piece by piece.
protocol Decompressor: AnyObject {
  /// Reads from `input` and writes to `output`; tells in both how much.
  func step(
    _ input: UnsafeRawBufferPointer, read: inout Int,
    _ output: UnsafeMutableRawBufferPointer, written: inout Int
  ) -> DecompressionStep

  /// Makes ready for the next member.
  func reset()
}

/// The decompressed bytes of a source; several members, one after the other, are one stream.
final class DecompressingSource: ByteSource {
  private let source: any ByteSource
  private let decompressor: any Decompressor
  private let compression: Compression
  private let file: String
  private let expansionLimit: Int
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  private var isInMember = false
  private var bytesIn = 0
  private var bytesOut = 0

  /// Below this the expansion is nobody's worry.
  private static let harmlessSize = 16 << 20

  init(
    _ source: any ByteSource, _ compression: Compression, file: String, expansionLimit: Int
  ) throws(InputProblem) {
    self.source = source
    self.compression = compression
    self.file = file
    self.expansionLimit = expansionLimit
    let decompressor: (any Decompressor)? =
      switch compression {
      case .gzip: GzipDecompressor()
      case .bzip2: Bzip2Decompressor()
      case .zstd: ZstdDecompressor()
      }
    guard let decompressor else {
      throw InputProblem(file: file, reason: "no memory to decompress it")
    }
    self.decompressor = decompressor
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputProblem) -> Int {
    while true {
      if start == end, try !refill() {
        if !isInMember { return 0 }
        throw problem("ends in the middle")
      }
      if !isInMember {
        // Zeros may pad the end of a file, as gzip has it, and members of one that was put together.
        if bytesOut > 0, input[start] == 0 {
          start += 1
          continue
        }
        isInMember = true
      }
      var read = 0
      var written = 0
      let step = input.withUnsafeBytes {
        decompressor.step(.init(rebasing: $0[start..<end]), read: &read, buffer, written: &written)
      }
      start += read
      bytesIn += read
      bytesOut += written
      switch step {
      case .more: break
      case .memberEnd:
        isInMember = false
        decompressor.reset()
      case .damaged(let reason): throw problem(reason)
      }
      try checkExpansion()
      if written > 0 { return written }
    }
  }

  private func refill() throws(InputProblem) -> Bool {
    start = 0
    end = 0
    end = try input.withUnsafeMutableBufferPointer { bytes throws(InputProblem) in
      try source.read(into: UnsafeMutableRawBufferPointer(bytes))
    }
    return end > 0
  }

  private func checkExpansion() throws(InputProblem) {
    guard bytesOut > Self.harmlessSize, bytesOut / max(bytesIn, 1) >= expansionLimit else { return }
    throw problem(
      "expands more than \(expansionLimit) times (to \(bytesOut) bytes and on), as a bomb would; "
        + "--max-expansion allows more")
  }

  private func problem(_ reason: String) -> InputProblem {
    InputProblem(
      file: file, offset: bytesOut, reason: "\(compression.rawValue) data: \(reason)")
  }
}
