import Foundation

/// Threads that work on many inputs at once and give the results in the order of the inputs.
///
/// One thread submits and collects; the workers share nothing but the queue.
final class OrderedWorkers<Input: Sendable, Output: Sendable>: @unchecked Sendable {
  // Everything below is touched only while `condition` is locked.
  private let condition = NSCondition()
  private var waiting: [(number: Int, input: Input)] = []
  private var finished: [Int: Output] = [:]
  private var isClosed = false

  // These two belong to the submitting thread alone.
  private var submitted = 0
  private var collected = 0

  /// How many inputs are under way or wait to be collected.
  var pending: Int { submitted - collected }

  /// Starts `count` threads; each makes its own worker with its first input and keeps it to the end.
  init(
    count: Int, makeWorker: @escaping @Sendable () -> (Input) -> Output
  ) {
    for number in 0..<max(count, 1) {
      let thread = Thread { self.work(with: makeWorker) }
      thread.name = "svodka-worker-\(number)"
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func submit(_ input: Input) {
    condition.lock()
    waiting.append((submitted, input))
    condition.broadcast()
    condition.unlock()
    submitted += 1
  }

  /// Waits for the oldest result; `nil` if nothing is under way.
  func next() -> Output? {
    guard collected < submitted else { return nil }
    condition.lock()
    defer { condition.unlock() }
    while finished[collected] == nil { condition.wait() }
    defer { collected += 1 }
    return finished.removeValue(forKey: collected)
  }

  /// Lets the threads end; what still waits is dropped.
  func close() {
    condition.lock()
    isClosed = true
    waiting.removeAll()
    condition.broadcast()
    condition.unlock()
  }

  private func work(with makeWorker: () -> (Input) -> Output) {
    var worker: ((Input) -> Output)?
    while let (number, input) = take() {
      let own = worker ?? makeWorker()
      worker = own
      let output = own(input)
      condition.lock()
      finished[number] = output
      condition.broadcast()
      condition.unlock()
    }
  }

  private func take() -> (number: Int, input: Input)? {
    condition.lock()
    defer { condition.unlock() }
    while waiting.isEmpty, !isClosed { condition.wait() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }
}
