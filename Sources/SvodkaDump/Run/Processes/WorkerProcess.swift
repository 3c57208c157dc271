import CProcess
import Foundation

/// What a process notes for its parent, in memory that both see.
final class WorkerSlot {
  struct Note {
    /// The number of the chunk that is worked on, -1 for none.
    var chunk = -1
    var item = -1
    /// When the item was begun, in nanoseconds of the uptime.
    var start: UInt64 = 0
  }

  let note: UnsafeMutablePointer<Note>
  private static let size = 4096

  init?() {
    guard let memory = cprocess_shared_memory(Self.size) else { return nil }
    note = memory.bindMemory(to: Note.self, capacity: 1)
    note.initialize(to: Note())
  }

  deinit { cprocess_release(note, Self.size) }

  static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }
}

/// A worker process as its parent sees it.
final class WorkerProcess {
  let slot: WorkerSlot
  /// Chunks that were given and not answered, oldest first.
  var chunks: [SubmittedChunk] = []
  /// How often it ended since it answered last.
  var failures = 0
  /// It was ended because its document took too long.
  private(set) var isLate = false
  private(set) var process: pid_t = -1
  /// The end of the pipe to it, and that of the pipe from it.
  private(set) var input: Int32 = -1
  private(set) var output: Int32 = -1
  private var unsent: ArraySlice<UInt8> = []
  private var received: [UInt8] = []
  private var taken = 0

  init(slot: WorkerSlot) { self.slot = slot }

  var isRunning: Bool { process > 0 }
  var hasUnsent: Bool { !unsent.isEmpty }

  /// The item of the oldest chunk on which the process is, or was when it ended.
  var itemUnderWay: Int? {
    let note = slot.note.pointee
    guard let chunk = chunks.first, note.chunk == chunk.number,
      chunk.chunk.items.indices.contains(note.item)
    else { return nil }
    return note.item
  }

  /// Forks; the child calls `body` and ends with it.
  func start(
    closing others: [WorkerProcess], _ body: (Int32, Int32, WorkerSlot) -> Void
  ) -> Bool {
    var (toRead, toWrite, fromRead, fromWrite) = (Int32(-1), Int32(-1), Int32(-1), Int32(-1))
    guard cprocess_pipe(&toRead, &toWrite) == 0 else { return false }
    guard cprocess_pipe(&fromRead, &fromWrite) == 0 else {
      Foundation.close(toRead)
      Foundation.close(toWrite)
      return false
    }
    slot.note.pointee = WorkerSlot.Note()
    isLate = false
    let parent = getpid()
    let child = cprocess_fork()
    if child == 0 {
      cprocess_become_worker(toRead, fromWrite, parent)
      body(toRead, fromWrite, slot)
      cprocess_exit()
    }
    Foundation.close(toRead)
    Foundation.close(fromWrite)
    guard child > 0 else {
      Foundation.close(toWrite)
      Foundation.close(fromRead)
      return false
    }
    (process, input, output) = (child, toWrite, fromRead)
    for descriptor in [input, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    (unsent, received, taken) = ([], [], 0)
    return true
  }

  func give(_ chunk: SubmittedChunk) {
    var wire = WireWriter()
    wire.write(chunk.number)
    chunk.chunk.write(to: &wire)
    var frame = WireWriter()
    frame.write(wire.bytes)
    unsent += frame.bytes
    chunks.append(chunk)
    send()
  }

  /// Sends as much as the pipe takes.
  func send() {
    while !unsent.isEmpty {
      let count = unsent.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      // That it has ended is seen where it is read from.
      if count <= 0 { return }
      unsent.removeFirst(count)
    }
    unsent = []
  }

  /// Reads what there is; `false` when the process has ended.
  func receive() -> Bool {
    while true {
      let count = withUnsafeTemporaryAllocation(byteCount: 1 << 17, alignment: 1) { bytes in
        let count = read(output, bytes.baseAddress, bytes.count)
        if count > 0 { received.append(contentsOf: bytes[..<count]) }
        return count
      }
      if count == 0 { return false }
      if count < 0 { return errno == EAGAIN || errno == EINTR }
    }
  }

  /// The next answer that has come whole.
  func answer() -> [UInt8]? {
    guard received.count - taken >= 8 else { return nil }
    var reader = WireReader(received[taken...])
    let count = reader.int()
    guard received.count - taken >= 8 + count else { return nil }
    let payload = Array(received[taken + 8..<taken + 8 + count])
    taken += 8 + count
    if taken == received.count { (received, taken) = ([], 0) }
    return payload
  }

  /// Ends a process whose document takes longer than it may, and longer than it takes to see that.
  func stopIfLate(_ timeout: Duration) {
    guard isRunning, !isLate, itemUnderWay != nil else { return }
    let note = slot.note.pointee
    let seconds = timeout / .seconds(1) * 1.25 + 0.5
    let now = WorkerSlot.now
    guard now > note.start, Double(now - note.start) / 1e9 > seconds else { return }
    isLate = true
    kill(process, SIGKILL)
  }

  /// Waits for the process's end; gives its signal, 0 for none.
  func end() -> Int32 {
    let signal = cprocess_wait(process)
    Foundation.close(input)
    Foundation.close(output)
    (process, input, output) = (-1, -1, -1)
    return signal
  }

  /// Ends the process, whatever it does.
  func stop() {
    guard isRunning else { return }
    kill(process, SIGKILL)
    _ = end()
  }
}
