private import CCompression

/// gzip and zlib, by zlib.
final class GzipDecompressor: Decompressor {
  private var stream = z_stream()

  init?() {
    if ccompression_inflateInit(&stream) != Z_OK { return nil }
  }

  deinit { inflateEnd(&stream) }

  func step(
    _ input: UnsafeRawBufferPointer, read: inout Int,
    _ output: UnsafeMutableRawBufferPointer, written: inout Int
  ) -> DecompressionStep {
    stream.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress!.assumingMemoryBound(to: UInt8.self))
    stream.avail_in = UInt32(input.count)
    stream.next_out = output.baseAddress!.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(output.count)
    let status = inflate(&stream, Z_NO_FLUSH)
    read = input.count - Int(stream.avail_in)
    written = output.count - Int(stream.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: return .more
    case Z_STREAM_END: return .memberEnd
    default: return .damaged(stream.msg.map { String(cString: $0) } ?? "damaged")
    }
  }

  func reset() { inflateReset(&stream) }
}

/// bzip2, by libbzip2.
final class Bzip2Decompressor: Decompressor {
  private var stream = bz_stream()

  init?() {
    if BZ2_bzDecompressInit(&stream, 0, 0) != BZ_OK { return nil }
  }

  deinit { BZ2_bzDecompressEnd(&stream) }

  func step(
    _ input: UnsafeRawBufferPointer, read: inout Int,
    _ output: UnsafeMutableRawBufferPointer, written: inout Int
  ) -> DecompressionStep {
    stream.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress!.assumingMemoryBound(to: CChar.self))
    stream.avail_in = UInt32(input.count)
    stream.next_out = output.baseAddress!.assumingMemoryBound(to: CChar.self)
    stream.avail_out = UInt32(output.count)
    let status = BZ2_bzDecompress(&stream)
    read = input.count - Int(stream.avail_in)
    written = output.count - Int(stream.avail_out)
    switch status {
    case BZ_OK: return .more
    case BZ_STREAM_END: return .memberEnd
    default: return .damaged("damaged")
    }
  }

  func reset() {
    BZ2_bzDecompressEnd(&stream)
    stream = bz_stream()
    BZ2_bzDecompressInit(&stream, 0, 0)
  }
}

/// Zstandard, by libzstd.
final class ZstdDecompressor: Decompressor {
  private let stream: OpaquePointer

  /// Windows up to 128 MB would be legal, and would fill the memory of a small machine: 32 MB are
  /// what `zstd -22` without `--ultra` and `--long` makes at most.
  private static let windowLog: Int32 = 25

  init?() {
    guard let stream = ZSTD_createDStream() else { return nil }
    self.stream = stream
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.windowLog)
  }

  deinit { ZSTD_freeDStream(stream) }

  func step(
    _ input: UnsafeRawBufferPointer, read: inout Int,
    _ output: UnsafeMutableRawBufferPointer, written: inout Int
  ) -> DecompressionStep {
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let left = ZSTD_decompressStream(stream, &target, &source)
    read = source.pos
    written = target.pos
    if ZSTD_isError(left) != 0 { return .damaged(String(cString: ZSTD_getErrorName(left))) }
    return left == 0 ? .memberEnd : .more
  }

  func reset() { ZSTD_DCtx_reset(stream, ZSTD_reset_session_only) }
}
