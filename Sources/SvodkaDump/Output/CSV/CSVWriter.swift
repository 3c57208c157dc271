import Foundation

/// Writes CSV files into a folder, a file a kind of record.
///
///     let layout = CSVLayout()
///     var writer = try CSVWriter(folder: "tables", layout: layout)
///
/// The files appear under their names when the run is done.
public struct CSVWriter: DumpWriter {
  private let files: [OutputFile]

  /// How far each of the files goes, in the order of ``CSVLayout/fileNames``.
  public struct State: Codable, Sendable, Hashable {
    var files: [OutputFile.State]
  }

  /// Makes the folder if there is none, and begins the files with their headings.
  ///
  /// - Parameter state: A checkpoint of an earlier run, which is gone on with.
  public init(folder: String, layout: CSVLayout, resuming state: State? = nil) throws {
    if !PathText(folder).makeFolder() {
      throw OutputFile.Failure(
        path: folder, reason: "the folder cannot be made: \(String(cString: strerror(errno)))")
    }
    if let state, state.files.count != layout.fileNames.count {
      throw OutputFile.Failure(path: folder, reason: "the checkpoint is of other files")
    }
    files = try layout.fileNames.indices.map { index in
      let path = PathText(folder).appending(layout.fileNames[index])
      let file = try OutputFile(path: path, resuming: state?.files[index])
      if state == nil { try file.write(layout.headers[index]) }
      return file
    }
  }

  public mutating func write(_ batch: CSVBatch) throws {
    for (file, bytes) in zip(files, batch.files) where !bytes.isEmpty { try file.write(bytes) }
  }

  public mutating func checkpoint() throws -> State? {
    let states = try files.map { try $0.checkpoint() }
    let known = states.compactMap(\.self)
    return known.count == states.count ? State(files: known) : nil
  }

  public mutating func finish() throws {
    for file in files { try file.finish() }
  }
}
