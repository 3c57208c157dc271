import Foundation
import Svodka

/// A run whose output lasts: with checkpoints, an errors file, limits and progress.
///
///     let run = DumpRun(files: [InputFile(path: "news.jsonl.gz")], jobs: 2)
///     let job = DumpJob(run: run, output: "facts.jsonl")
///     let summary = try job.run(
///       resume: true,
///       makeWriter: { try OutputFile(path: "facts.jsonl", resuming: $0) },
///       makeProcessor: {
///         ExtractionProcessor(worker: extractor.makeWorker(), formatter: JSONLineFormatter())
///       })
///
/// Every few seconds the output is made durable and `facts.jsonl.checkpoint` says how far it goes. A
/// run that was killed goes on from there and ends with the bytes of one that was not. The
/// checkpoint is removed when the output is done.
public struct DumpJob: Sendable {
  public var run: DumpRun
  /// The path of the output; `nil` for standard output, which has no checkpoints.
  public var output: String?
  /// Where what was no document is written, as JSON Lines; `nil` for nowhere.
  public var errors: String?
  /// Everything beside the input that decides what is written, by its name on the command line.
  public var settings: [String: String] = [:]
  /// The time between two checkpoints; they are made between two batches.
  public var checkpointInterval: Duration = .seconds(5)
  /// The first thing that is no document, or over a limit, ends the run.
  public var isStrict = false

  public init(run: DumpRun, output: String?) {
    self.run = run
    self.output = output
  }

  /// How far a run is.
  public struct Progress: Sendable {
    public var summary: DumpRun.Summary
    /// Bytes read of the files, compressed as they are, in this run.
    public var bytesRead: Int
    /// What was there already when a resumed run began.
    public var earlier: DumpRun.Summary
    public var position: InputPosition
  }

  /// The run was asked to stop; the output so far is durable if there is a checkpoint.
  public struct Interruption: Error, Sendable {
    public let hasCheckpoint: Bool
  }

  /// Something was no document, or over a limit, in a strict run.
  public struct StrictFailure: Error, CustomStringConvertible, Sendable {
    public let problem: InputProblem
    public var description: String { "\(problem)" }
  }

  /// What the caller is told, and asked, while the job runs; on the caller's thread.
  public struct Observer {
    public var problem: (InputProblem) -> Void = { _ in }
    /// A document that was cut or given up at a limit.
    public var limit: (InputProblem) -> Void = { _ in }
    /// After each batch.
    public var progress: (Progress) -> Void = { _ in }
    /// The run goes on from a checkpoint, or there is none and it starts at the beginning.
    public var resumed: (DumpRun.Summary?) -> Void = { _ in }
    /// Looked at after each batch: true ends the run with a checkpoint and an ``Interruption``.
    public var shouldStop: () -> Bool = { false }

    public init() {}
  }

  /// Reads all the input, or what an earlier run left of it, and finishes the output.
  ///
  /// - Parameters:
  ///   - resume: Goes on where an earlier run was interrupted, if there was one.
  ///   - makeWriter: Opens the output, cut back to the state of a checkpoint if there is one.
  /// - Returns: What was done, together with the earlier runs.
  /// - Throws: ``ResumeError`` if input or settings have changed, ``Interruption``,
  ///   ``StrictFailure``, and what the writer throws.
  public func run<Processor: DocumentProcessor, Writer: DumpWriter>(
    resume: Bool = false, observer: Observer = Observer(),
    makeWriter: (Writer.State?) throws -> Writer,
    makeProcessor: @escaping @Sendable () -> Processor
  ) throws -> DumpRun.Summary where Writer.Batch == Processor.Batch {
    let file = output.flatMap { OutputFile.isSpecial($0) ? nil : CheckpointFile(output: $0) }
    let inputs = file == nil ? [] : InputFingerprint.all(of: run.files)
    var earlier: Checkpoint<Writer.State>?
    if resume {
      earlier = try file.flatMap { try checked($0, inputs) }
    }
    // The writers lock the output: a run that they refuse leaves another's checkpoint alone.
    var session = Session(
      job: self, observer: observer, file: file, inputs: inputs, earlier: earlier,
      writer: try makeWriter(earlier?.output),
      errors: try errors.map { try OutputFile(path: $0, resuming: earlier?.errors) })
    if resume {
      let done = earlier == nil ? session.finishedBefore : nil
      observer.resumed(earlier?.summary ?? done)
      if let done { return done }
    }
    if earlier == nil {
      file?.remove()
      try session.begin()
    }
    if earlier?.isComplete != true {
      let counter = ReadCounter(shouldStop: observer.shouldStop)
      let start = earlier?.position ?? InputPosition()
      let done = (earlier?.summary.documents ?? 0) + (earlier?.summary.problems ?? 0)
      let left = run.limit.map { max($0 - done, 0) }
      try run.forEachOutcome(
        from: start, counter: counter, limit: left, makeProcessor: makeProcessor
      ) {
        try session.take($0, bytesRead: counter.bytes)
      }
      if counter.wasStopped { throw try session.interruption() }
    }
    return try session.finish()
  }

  /// The checkpoint in `file`, if there is one and it is this job's.
  private func checked<State: Codable>(
    _ file: CheckpointFile, _ inputs: [InputFingerprint]
  ) throws -> Checkpoint<State>? {
    guard file.exists else { return nil }
    let checkpoint = try file.read(State.self)
    guard (0...run.files.count).contains(checkpoint.position.file), checkpoint.position.offset >= 0,
      checkpoint.position.line >= 0, checkpoint.summary.documents >= 0, checkpoint.summary.bytes >= 0
    else { throw ResumeError(file: file.path, reason: "it is damaged") }
    for name in Set(settings.keys).union(checkpoint.settings.keys).sorted()
    where settings[name] != checkpoint.settings[name] {
      let before = checkpoint.settings[name] ?? "not given"
      throw ResumeError(
        file: file.path, reason: "\(name) was \(before), and is \(settings[name] ?? "not given")")
    }
    if inputs.count != checkpoint.inputs.count {
      throw ResumeError(
        file: file.path,
        reason: "there were \(checkpoint.inputs.count) files of input, and are \(inputs.count)")
    }
    for (now, before) in zip(inputs, checkpoint.inputs) {
      if let change = now.change(since: before) { throw ResumeError(file: file.path, reason: change) }
    }
    return checkpoint
  }
}

/// A job while it runs.
private struct Session<Writer: DumpWriter> {
  private let job: DumpJob
  private let observer: DumpJob.Observer
  private let file: CheckpointFile?
  private let inputs: [InputFingerprint]
  private let earlier: DumpRun.Summary
  private var writer: Writer
  private var errors: OutputFile?
  private var position: InputPosition
  private var summary: DumpRun.Summary
  private var nextCheckpoint: ContinuousClock.Instant

  init(
    job: DumpJob, observer: DumpJob.Observer, file: CheckpointFile?, inputs: [InputFingerprint],
    earlier: Checkpoint<Writer.State>?, writer: Writer, errors: OutputFile?
  ) {
    self.job = job
    self.observer = observer
    self.file = file
    self.inputs = inputs
    self.earlier = earlier?.summary ?? DumpRun.Summary()
    self.writer = writer
    self.errors = errors
    position = earlier?.position ?? InputPosition()
    summary = self.earlier
    nextCheckpoint = .now + job.checkpointInterval
  }

  mutating func take(_ outcome: DumpRun.Outcome<Writer.Batch>, bytesRead: Int) throws {
    if job.isStrict, let problem = outcome.problems.first ?? outcome.limits.first {
      throw DumpJob.StrictFailure(problem: problem)
    }
    if outcome.summary.documents > 0 { try writer.write(outcome.batch) }
    if !outcome.problems.isEmpty { try errors?.write(ProblemLine.lines(of: outcome.problems)) }
    outcome.problems.forEach(observer.problem)
    outcome.limits.forEach(observer.limit)
    summary += outcome.summary
    position = outcome.end
    observer.progress(
      DumpJob.Progress(
        summary: summary, bytesRead: bytesRead, earlier: earlier, position: position))
    if observer.shouldStop() { throw try interruption() }
    if ContinuousClock.now >= nextCheckpoint {
      _ = try checkpoint()
      nextCheckpoint = .now + job.checkpointInterval
    }
  }

  /// Notes the beginning where the output keeps what was written before the first checkpoint.
  mutating func begin() throws {
    if Writer.self is any KeepsRows.Type { try checkpoint() }
  }

  /// What was done, if the output notes that this very job came to its end; nil for standard input,
  /// which may be another.
  var finishedBefore: DumpRun.Summary? {
    guard let done = (writer as? any KeepsRows)?.finishedJob, done.settings == job.settings,
      done.inputs == inputs, !job.run.files.contains(where: \.isStandardInput)
    else { return nil }
    return done.summary
  }

  /// What ends a run that was asked to stop.
  mutating func interruption() throws -> DumpJob.Interruption {
    DumpJob.Interruption(hasCheckpoint: try checkpoint())
  }

  /// Makes the output durable; `false` if it cannot be gone on with.
  @discardableResult
  private mutating func checkpoint(isComplete: Bool = false) throws -> Bool {
    guard let file else { return false }
    let state = try writer.checkpoint()
    let errors = try errors?.checkpoint()
    guard let state else { return false }
    try file.write(
      Checkpoint(
        settings: job.settings, inputs: inputs, position: position, summary: summary,
        output: state, errors: errors, isComplete: isComplete))
    return true
  }

  /// Gives the output its name. A kill amid that is made good by a resumed run.
  mutating func finish() throws -> DumpRun.Summary {
    try checkpoint(isComplete: true)
    try (writer as? any KeepsRows)?.note(
      FinishedJob(settings: job.settings, inputs: inputs, summary: summary))
    try writer.finish()
    try errors?.finish()
    file?.remove()
    return summary
  }
}
