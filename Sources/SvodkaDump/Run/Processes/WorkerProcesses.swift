import CProcess
import Foundation

/// Processes that work on chunks: one that fails on a document costs that document alone.
///
/// Each is forked from this process, takes chunks from a pipe and gives what it makes of them to
/// another. Before each document it notes its number in memory that both see. When it ends with a
/// chunk under way, that document becomes a problem, or is given up if it took too long, and a new
/// process does the chunk again.
final class WorkerProcesses<Batch: WireBatch>: ChunkWorkers {
  typealias Outcome = DumpRun.Outcome<Batch>
  typealias Work = (InputChunk, (Int) -> Void) -> Outcome

  private let makeWorker: () -> Work
  private let timeout: Duration?
  private var workers: [WorkerProcess] = []
  private var waiting: ArraySlice<SubmittedChunk> = []
  private var finished: [Int: Outcome] = [:]
  private var submitted = 0
  private var collected = 0
  /// The signal of closed pipes was not ignored before.
  private var ignoresPipeSignal: Bool

  /// A process that was killed from outside gets the chunk again, so often.
  private static var attempts: Int { 3 }

  /// Elsewhere a process that has used Foundation may not fork and go on.
  private static var isSupported: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }

  /// Forks the processes; `nil` if there is no room for any, or the system is another than Linux.
  init?(count: Int, timeout: Duration?, makeWorker: @escaping () -> Work) {
    guard Self.isSupported else { return nil }
    self.makeWorker = makeWorker
    self.timeout = timeout
    // To write to a process that has just ended is no reason to end.
    ignoresPipeSignal = cprocess_prepare() != 0
    for _ in 0..<max(count, 1) {
      guard let slot = WorkerSlot() else { break }
      let worker = WorkerProcess(slot: slot)
      workers.append(worker)
      if !start(worker) {
        workers.removeLast()
        break
      }
    }
    if workers.isEmpty { return nil }
  }

  deinit { close() }

  var pending: Int { submitted - collected }

  func submit(_ chunk: InputChunk) {
    waiting.append(SubmittedChunk(number: submitted, chunk: chunk))
    submitted += 1
    deal()
    move(wait: false)
  }

  func next() throws -> Outcome? {
    guard collected < submitted else { return nil }
    while finished[collected] == nil {
      deal()
      guard workers.contains(where: \.isRunning) else { throw NoProcess() }
      move(wait: true)
    }
    defer { collected += 1 }
    return finished.removeValue(forKey: collected)
  }

  func close() {
    for worker in workers { worker.stop() }
    workers.removeAll()
    waiting.removeAll()
    if ignoresPipeSignal { cprocess_leave_pipe_signal() }
    ignoresPipeSignal = false
  }

  /// Worker processes end as soon as they begin.
  struct NoProcess: Error, CustomStringConvertible {
    var description: String { "no worker process can be started" }
  }

  // MARK: Processes

  /// The child is forked while SQLite may be open and Dispatch in use: it must touch neither, and
  /// leave by `_exit`.
  private func start(_ worker: WorkerProcess) -> Bool {
    worker.start { [makeWorker] input, output, slot in
      WorkerLoop(input: input, output: output, slot: slot).run(makeWorker())
    }
  }

  /// Gives chunks to processes that have little to do: one at work and one that waits behind it.
  private func deal() {
    for depth in 1...2 {
      for worker in workers where worker.isRunning && worker.chunks.count < depth {
        guard let next = waiting.popFirst() else { return }
        worker.give(next)
      }
    }
  }

  /// Moves bytes to and from the processes.
  private func move(wait: Bool) {
    let running = workers.filter(\.isRunning)
    var polled: [pollfd] = []
    for worker in running {
      polled.append(pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0))
      polled.append(
        pollfd(fd: worker.hasUnsent ? worker.input : -1, events: Int16(POLLOUT), revents: 0))
    }
    let milliseconds: Int32 = !wait ? 0 : timeout == nil ? 1000 : 100
    _ = poll(&polled, nfds_t(polled.count), milliseconds)
    for (index, worker) in running.enumerated() {
      if polled[index * 2 + 1].revents != 0 { worker.send() }
      if polled[index * 2].revents != 0, !worker.receive() {
        take(from: worker)
        replace(worker)
      } else {
        take(from: worker)
      }
    }
    if let timeout { for worker in workers { worker.stopIfLate(timeout) } }
  }

  private func take(from worker: WorkerProcess) {
    while let payload = worker.answer() {
      let chunk = worker.chunks.removeFirst()
      var wire = WireReader(payload[...])
      finished[chunk.number] = Outcome(from: &wire, end: chunk.chunk.end)
      worker.failures = 0
    }
  }

  // MARK: Failures

  /// Puts a new process in the place of one that has ended, and gives it what that one left.
  private func replace(_ worker: WorkerProcess) {
    let item = worker.itemUnderWay
    let signal = worker.end()
    var left = worker.chunks
    worker.chunks = []
    let isLate = worker.lateItem != nil
    let last = left.first.map { WorkerSlot.Note(chunk: $0.number, item: item ?? -1) }
    // A late one may have gone on before it was ended: the next document is not to blame.
    if !left.isEmpty, !isLate || worker.lateItem == last {
      // One that leaves for its memory has answered before.
      worker.failures += 1
      if let item, isLate, !left[0].chunk.items[item].isGivenUp {
        left[0].chunk.items[item].isGivenUp = true
        worker.failures = 0
      } else if let item, isLate {
        left[0].chunk.fail(item, "it takes too long even to be passed over")
        worker.failures = 0
      } else if let item, isTrap(signal) || worker.failures >= Self.attempts {
        left[0].chunk.fail(item, Self.name(of: signal))
        worker.failures = 0
      }
    }
    // One that ends before it begins would do so for ever.
    guard worker.failures < Self.attempts * 2, start(worker) else {
      waiting = left[...] + waiting
      return
    }
    for chunk in left { worker.give(chunk) }
  }

  private static func name(of signal: Int32) -> String {
    signal > 0 ? "signal \(signal), \(String(cString: strsignal(signal)))" : "exit"
  }

  private func isTrap(_ signal: Int32) -> Bool {
    [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV].contains(signal)
  }
}

/// A chunk and its number in the order of the input.
struct SubmittedChunk {
  let number: Int
  var chunk: InputChunk
}

extension InputChunk {
  /// Makes the document of an item a problem: the program failed on it.
  fileprivate mutating func fail(_ number: Int, _ how: String) {
    let item = items[number]
    items[number].content = .problem(
      InputProblem(
        file: item.file.path, line: item.line == 0 ? nil : item.line, offset: item.offset,
        reason: "svodka failed on this document (\(how)) and left it out; please report it"))
  }
}
