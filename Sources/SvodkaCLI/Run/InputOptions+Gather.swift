import ArgumentParser
import Svodka
import SvodkaDump

extension InputOptions {
  /// Works through all inputs in one go, for what is no dump of its own but said at the end.
  ///
  /// - Throws: `ExitCode(2)` if some line or file was no document.
  func gather<Processor: DocumentProcessor, Writer: DumpWriter>(
    into writer: Writer, jobs: Int, _ makeProcessor: @escaping @Sendable () -> Processor
  ) throws where Processor.Batch == Writer.Batch {
    let (files, unreadable) = InputFile.files(at: inputs, format: inputFormat)
    func report(_ problem: InputProblem) { StandardError.write("svodka: \(problem)\n") }
    unreadable.forEach(report)
    var writer = writer
    let published = published
    let run = DumpRun(files: files, jobs: jobs, reading: reading)
    let summary = try run.run(to: &writer, report: report) {
      DatingProcessor(published: published, inner: makeProcessor())
    }
    try writer.finish()
    if summary.problems + unreadable.count > 0 { throw ExitCode(2) }
  }
}
