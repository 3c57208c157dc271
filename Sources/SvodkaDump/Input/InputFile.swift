import Foundation

/// A file of input, or standard input, and how to read it.
public struct InputFile: Sendable, Hashable {
  /// What the bytes hold.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// One text, which is one document.
    case text
    /// One JSON object a line, each a document; or one array of such objects, or objects over
    /// several lines in a file named `.json`.
    case jsonLines = "jsonl"
    /// A table with a line of column names, each row a document; columns end at commas or semicolons.
    case csv
    /// The same with tabs.
    case tsv
    /// Each line is a text, which is a document.
    case lines
    /// One HTML page or fragment, which is one document.
    case html

    /// Does a file hold many documents?
    var isRecords: Bool { self != .text && self != .html }

    /// The endings of file names that tell it.
    var endings: Set<String> {
      switch self {
      case .text, .lines: ["txt"]
      case .jsonLines: ["jsonl", "ndjson", "json"]
      case .csv: ["csv"]
      case .tsv: ["tsv", "tab"]
      case .html: ["html", "htm"]
      }
    }
  }

  /// The path as it was named; `-` for standard input.
  public var path: String
  /// `nil`: seen from the name, for standard input from the first byte.
  public var format: Format?
  /// What its documents are called instead of by the file's name; see ``files(at:format:)``.
  var id: String?

  public init(path: String, format: Format? = nil) {
    self.path = path
    self.format = format
  }

  public var isStandardInput: Bool { path == "-" }

  /// The format that was named, or that the file's name tells; `nil` for standard input.
  var knownFormat: Format? {
    if let format { return format }
    if isStandardInput { return nil }
    let ending = PathText(plainName).ending
    return [.jsonLines, .csv, .tsv, .html].first { $0.endings.contains(ending) } ?? .text
  }

  /// The file's name without the ending of a compression.
  private var plainName: String {
    let name = PathText(path).lastComponent
    return Compression(path: name) == nil ? name : PathText(name).withoutEnding
  }

  /// The id of a text file's document: its name without the extension, its path where another of
  /// the input's files has that name.
  var documentID: String {
    if let id { return id }
    return isStandardInput ? "stdin" : PathText(plainName).withoutEnding
  }
}

extension InputFile {
  /// The formats of the files that a folder stands for if none is named. Tables are named: there
  /// are too many that hold no documents.
  public static let folderFormats: [Format] = [.text, .jsonLines, .html]

  /// The files that `paths` name: each file itself, each folder's files of the format's endings or
  /// those of ``folderFormats``, compressed or not, through all its folders, in the order of their
  /// paths.
  ///
  /// Links to folders are not followed, so that no link leads round in a circle; hidden files and
  /// folders, pipes and devices are left out.
  public static func files(
    at paths: [String], format: Format? = nil
  ) -> (files: [InputFile], problems: [InputProblem]) {
    var files: [InputFile] = []
    var problems: [InputProblem] = []
    for path in paths {
      var isFolder: ObjCBool = false
      if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      {
        collect(path, format, &files, &problems)
      } else {
        files.append(InputFile(path: path, format: format))
      }
    }
    tellApart(&files)
    return (files, problems)
  }

  /// Calls the documents of files that share a name by the files' paths.
  private static func tellApart(_ files: inout [InputFile]) {
    guard files.count > 1 else { return }
    var first: [String: String] = [:]
    var shared: Set<String> = []
    for file in files {
      let id = file.documentID
      if first[id, default: file.path] != file.path { shared.insert(id) }
      first[id] = file.path
    }
    if shared.isEmpty { return }
    for index in files.indices where shared.contains(files[index].documentID) {
      files[index].id = files[index].path
    }
  }

  private static func collect(
    _ folder: String, _ format: Format?, _ files: inout [InputFile],
    _ problems: inout [InputProblem]
  ) {
    var names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      problems.append(InputProblem(file: folder, reason: "the folder cannot be read"))
      return
    }
    let endings = (format.map { [$0] } ?? folderFormats).reduce(into: Set()) {
      $0.formUnion($1.endings)
    }
    // By bytes, not by a locale's order: the same on every machine.
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names where !name.hasPrefix(".") {
      let file = InputFile(path: PathText(folder).appending(name), format: format)
      if isFolder(file.path) {
        collect(file.path, format, &files, &problems)
      } else if endings.contains(PathText(file.plainName).ending),
        OutputFile.isRegular(file.path)
      {
        files.append(file)
      }
    }
  }

  /// Is it a folder itself, not a link to one?
  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
