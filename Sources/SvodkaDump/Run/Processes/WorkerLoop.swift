import Foundation

/// What a worker process does: it takes chunks and gives what it makes of them, to the end.
struct WorkerLoop {
  let input: Int32
  let output: Int32
  let slot: WorkerSlot

  /// A process that holds more is replaced by a new one, which gives the memory back.
  private static let memoryLimit = 1 << 30

  func run<Batch: WireBatch>(_ work: (InputChunk, (Int) -> Void) -> DumpRun.Outcome<Batch>) {
    while let frame = readFrame() {
      var wire = WireReader(frame[...])
      let number = wire.int()
      let chunk = InputChunk(from: &wire)
      slot.note.pointee.chunk = number
      let outcome = work(chunk) { item in
        slot.note.pointee.start = WorkerSlot.now
        slot.note.pointee.item = item
      }
      slot.note.pointee.item = -1
      var payload = WireWriter()
      outcome.write(to: &payload)
      var answer = WireWriter()
      answer.write(payload.bytes)
      if !write(answer.bytes) || holdsTooMuch { return }
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

  /// Is more resident than a worker needs? Shared pages of the parent count too.
  private var holdsTooMuch: Bool {
    #if os(Linux)
      let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 128)
      let count = Foundation.read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return false }
      let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
      let pages = fields.count > 1 ? Int(fields[1]) ?? 0 : 0
      return pages * Int(sysconf(Int32(_SC_PAGESIZE))) > Self.memoryLimit
    #else
      return false
    #endif
  }
}
