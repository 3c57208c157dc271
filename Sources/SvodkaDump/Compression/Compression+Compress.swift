private import CCompression

extension Compression {
  /// Compresses `bytes` as a member of its own: members one after the other are a whole file.
  ///
  ///     Compression.gzip.member(of: Array("да".utf8))
  ///
  /// The result depends on nothing but the bytes and the version of the library.
  public func member(of bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .gzip: Compression.gzipMember(of: bytes)
    case .bzip2: Compression.bzip2Member(of: bytes)
    case .zstd: Compression.zstdFrame(of: bytes)
    }
  }

  private static func gzipMember(of bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    precondition(ccompression_deflateInit(&stream, 6) == Z_OK, "no memory for zlib")
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      bytes.withUnsafeBufferPointer { source in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END, "zlib broke its bound")
      }
      count = bound - Int(stream.avail_out)
    }
  }

  private static func bzip2Member(of bytes: [UInt8]) -> [UInt8] {
    // The bound that libbzip2's manual gives.
    let bound = bytes.count + bytes.count / 100 + 600
    // libbzip2 wants an address even for nothing.
    var source = bytes.isEmpty ? [0] : bytes
    return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      var length = UInt32(bound)
      let status = source.withUnsafeMutableBytes { source in
        BZ2_bzBuffToBuffCompress(
          UnsafeMutableRawPointer(target.baseAddress!).assumingMemoryBound(to: CChar.self),
          &length, source.baseAddress!.assumingMemoryBound(to: CChar.self),
          UInt32(bytes.count), 9, 0, 0)
      }
      precondition(status == BZ_OK, "libbzip2 broke its bound")
      count = Int(length)
    }
  }

  private static func zstdFrame(of bytes: [UInt8]) -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      let length = bytes.withUnsafeBytes {
        ZSTD_compress(target.baseAddress, bound, $0.baseAddress, $0.count, 3)
      }
      precondition(ZSTD_isError(length) == 0, "libzstd broke its bound")
      count = length
    }
  }
}
