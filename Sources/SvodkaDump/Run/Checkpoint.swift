import Foundation

/// How far a run has come, as it lies on disk beside the output.
struct Checkpoint<Output: Codable>: Codable {
  /// Everything that decides what is written, by its name on the command line.
  var settings: [String: String]
  var inputs: [InputFingerprint]
  var position: InputPosition
  var summary: DumpRun.Summary
  var output: Output
  var errors: OutputFile.State?
  /// All has been read and written; only the names are still to be given.
  var isComplete = false
}

/// A run that came to its end: what it read, and what it did.
struct FinishedJob: Codable {
  var settings: [String: String]
  var inputs: [InputFingerprint]
  var summary: DumpRun.Summary
}

/// Why a run cannot be gone on with.
public struct ResumeError: Error, CustomStringConvertible, Sendable, Hashable {
  public let file: String
  public let reason: String
  public var description: String {
    "\(file): the run cannot be resumed: \(reason); without --resume it starts anew"
  }
}

/// The file that holds a checkpoint; replaced as a whole, so that a kill leaves the old or the new.
struct CheckpointFile {
  let path: String

  /// The checkpoint of a run that writes to `output`, a file or a folder.
  init(output: String) {
    var name = Substring(output)
    while name.hasSuffix("/"), name.count > 1 { name.removeLast() }
    path = name + ".checkpoint"
  }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  func remove() {
    unlink(path)
    OutputFile.syncFolder(of: path)
  }

  func read<Output: Codable>(_: Output.Type) throws -> Checkpoint<Output> {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ResumeError(file: path, reason: "it cannot be read")
    }
    do {
      return try JSONDecoder().decode(Checkpoint<Output>.self, from: data)
    } catch {
      throw ResumeError(file: path, reason: "it is no checkpoint of this version or output format")
    }
  }

  func write<Output: Codable>(_ checkpoint: Checkpoint<Output>) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(checkpoint)
    let temporary = path + ".new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    let written = data.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    guard written == data.count, fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      let error = failure()
      unlink(temporary)
      throw error
    }
    OutputFile.syncFolder(of: path)
  }

  private func failure() -> OutputFile.Failure {
    OutputFile.Failure(path: path, reason: String(cString: strerror(errno)))
  }
}

/// What tells an input from a changed one.
struct InputFingerprint: Codable, Hashable {
  var path: String
  var size = 0
  /// Seconds since 1970.
  var modified = 0.0
  /// FNV-1a of the first 64 KB; 0 for standard input, which cannot be read twice.
  var head: UInt64 = 0

  /// Of many files only a sum is kept: a checkpoint is written every few seconds.
  private static let listLimit = 1000

  static func all(of files: [InputFile]) -> [InputFingerprint] {
    let isLong = files.count > listLimit
    let all = files.map { InputFingerprint($0, readsHead: !isLong) }
    guard isLong else { return all }
    var sum = InputFingerprint(path: "\(files.count) files")
    var hash = FNV1a()
    for print in all {
      sum.size += print.size
      sum.modified = max(sum.modified, print.modified)
      hash.add(Array("\(print.path)\0\(print.size)\0\(print.modified)\0".utf8))
    }
    sum.head = hash.value
    return [sum]
  }

  private init(path: String) { self.path = path }

  init(_ file: InputFile, readsHead: Bool) {
    path = file.path
    var status = stat()
    guard !file.isStandardInput, stat(path, &status) == 0 else { return }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    if readsHead, let handle = FileHandle(forReadingAtPath: path) {
      var hash = FNV1a()
      hash.add([UInt8]((try? handle.read(upToCount: 1 << 16)) ?? Data()))
      head = hash.value
      try? handle.close()
    }
  }

  /// What has changed since `before`; `nil` if nothing has.
  func change(since before: InputFingerprint) -> String? {
    if path != before.path { return "the input was '\(before.path)' and is '\(path)'" }
    if size != before.size { return "\(path) had \(before.size) bytes and has \(size)" }
    if head != before.head { return "\(path) begins with other bytes than before" }
    if modified != before.modified { return "\(path) was written to since" }
    return nil
  }
}

private struct FNV1a {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
