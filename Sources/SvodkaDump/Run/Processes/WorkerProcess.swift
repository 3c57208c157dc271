import CProcess
import Foundation

/// Shared memory in which a worker notes its current document.
final class WorkerSlot {
  /// A document that a worker is on.
  struct Note: Equatable {
    /// The number of its chunk, and its own in the chunk.
    var chunk: Int
    var item: Int
  }

  /// The numbers of the chunk and of the item, -1 for none, and when the item was begun, in
  /// nanoseconds of the uptime.
  private let numbers: UnsafeMutablePointer<Int64>
  private static let size = 4096

  init?() {
    guard let memory = cprocess_shared_memory(Self.size) else { return nil }
    numbers = memory.bindMemory(to: Int64.self, capacity: 3)
    clear()
  }

  deinit { cprocess_release(numbers, Self.size) }

  func clear() {
    cprocess_store(numbers + 1, -1)
    cprocess_store(numbers, -1)
  }

  func begin(chunk: Int) { cprocess_store(numbers, Int64(chunk)) }

  func begin(item: Int) {
    // The time first: who sees the item sees its own time, or a later one.
    cprocess_store(numbers + 2, Int64(DispatchTime.now().uptimeNanoseconds))
    cprocess_store(numbers + 1, Int64(item))
  }

  func endItem() { cprocess_store(numbers + 1, -1) }

  /// What the worker is on, and for how many seconds it has been.
  var note: (Note, seconds: Double)? {
    let item = Int(cprocess_load(numbers + 1))
    guard item >= 0 else { return nil }
    let start = cprocess_load(numbers + 2)
    let note = Note(chunk: Int(cprocess_load(numbers)), item: item)
    return (note, Double(Int64(DispatchTime.now().uptimeNanoseconds) - start) / 1e9)
  }
}

/// A worker process as its parent sees it.
final class WorkerProcess {
  let slot: WorkerSlot
  /// Chunks that were given and not answered, oldest first.
  var chunks: [SubmittedChunk] = []
  /// How often it ended since it answered last.
  var failures = 0
  /// The document for which it was ended, because that took too long.
  private(set) var lateItem: WorkerSlot.Note?
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
    slot.note.flatMap { isOnOldest($0.0) ? $0.0.item : nil }
  }

  private func isOnOldest(_ note: WorkerSlot.Note) -> Bool {
    guard let chunk = chunks.first else { return false }
    return note.chunk == chunk.number && chunk.chunk.items.indices.contains(note.item)
  }

  /// Forks; the child calls `body` and ends with it.
  func start(_ body: (Int32, Int32, WorkerSlot) -> Void) -> Bool {
    var (toRead, toWrite, fromRead, fromWrite) = (Int32(-1), Int32(-1), Int32(-1), Int32(-1))
    guard cprocess_pipe(&toRead, &toWrite) == 0 else { return false }
    guard cprocess_pipe(&fromRead, &fromWrite) == 0 else {
      Foundation.close(toRead)
      Foundation.close(toWrite)
      return false
    }
    slot.clear()
    lateItem = nil
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
    // A part of the next answer is mostly there already.
    if taken > 1 << 20 {
      received.removeFirst(taken)
      taken = 0
    }
    return payload
  }

  /// Ends a process whose document takes longer than it may, and longer than it takes to see that.
  func stopIfLate(_ timeout: Duration) {
    guard isRunning, lateItem == nil, let (note, seconds) = slot.note, isOnOldest(note),
      seconds > timeout / .seconds(1) * 1.25 + 0.5
    else { return }
    lateItem = note
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
