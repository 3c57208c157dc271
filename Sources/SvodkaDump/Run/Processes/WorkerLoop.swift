import Foundation

/// What a worker process does: it takes chunks and gives what it makes of them, to the end.
struct WorkerLoop {
  let input: Int32
  let output: Int32
  let slot: WorkerSlot

  /// A process that takes more is replaced by a new one, which gives the memory back.
  private static let memoryLimit = 1 << 30

  func run<Batch: WireBatch>(_ work: (InputChunk, (Int) -> Void) -> DumpRun.Outcome<Batch>) {
    // What it shares with its parent counts too.
    let start = residentBytes
    while let frame = readFrame() {
      var wire = WireReader(frame[...])
      let number = wire.int()
      let chunk = InputChunk(from: &wire)
      slot.begin(chunk: number)
      let outcome = work(chunk) { slot.begin(item: $0) }
      slot.endItem()
      var payload = WireWriter()
      outcome.write(to: &payload)
      var answer = WireWriter()
      answer.write(payload.bytes)
      if !write(answer.bytes) || residentBytes - start > Self.memoryLimit { return }
    }
  }

  private func readFrame() -> [UInt8]? {
    guard let head = read(8) else { return nil }
    var reader = WireReader(head[...])
    return read(reader.int())
  }

  /// So many bytes; `nil` if the parent has closed its end.
  private func read(_ count: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = Foundation.read(input, buffer.baseAddress! + filled, count - filled)
        if read < 0, errno == EINTR { continue }
        if read <= 0 {
          isWhole = false
          return
        }
        filled += read
      }
    }
    return isWhole ? bytes : nil
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(output, bytes.baseAddress! + written, bytes.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        written += count
      }
      return true
    }
  }

  /// How much memory is resident; 0 where the system does not tell.
  private var residentBytes: Int {
    #if os(Linux)
      let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return 0 }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 128)
      let count = Foundation.read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return 0 }
      let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
      let pages = fields.count > 1 ? Int(fields[1]) ?? 0 : 0
      return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    #else
      return 0
    #endif
  }
}
