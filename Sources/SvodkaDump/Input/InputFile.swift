import Foundation

/// A file of input, or standard input, and how to read it.
public struct InputFile: Sendable, Hashable {
  /// What the bytes hold.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    /// One text, which is one document.
    case text
    /// One JSON object a line, each a document.
    case jsonLines = "jsonl"
  }

  /// The path as it was named; `-` for standard input.
  public var path: String
  /// `nil`: seen from the name, for standard input from the first byte.
  public var format: Format?

  public init(path: String, format: Format? = nil) {
    self.path = path
    self.format = format
  }

  public var isStandardInput: Bool { path == "-" }

  /// The format that the name tells; `nil` for standard input.
  var formatByName: Format? {
    if isStandardInput { return nil }
    return switch (path as NSString).pathExtension.lowercased() {
    case "jsonl", "ndjson": .jsonLines
    default: .text
    }
  }

  /// The id of a text file's document: its name without the extension.
  var documentID: String {
    if isStandardInput { return "stdin" }
    return ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }
}

extension InputFile {
  /// The endings of the files that a folder stands for.
  public static let folderEndings: Set<String> = ["txt", "jsonl", "ndjson"]

  /// The files that `paths` name: each file itself, each folder's files with one of
  /// ``folderEndings``, through all its folders, in the order of their paths.
  ///
  /// Links to folders are not followed, so that no link leads round in a circle; hidden files and
  /// folders are left out.
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
    return (files, problems)
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
    // By bytes, not by a locale's order: the same on every machine.
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names where !name.hasPrefix(".") {
      let path = (folder as NSString).appendingPathComponent(name)
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      if attributes?[.type] as? FileAttributeType == .typeDirectory {
        collect(path, format, &files, &problems)
      } else if folderEndings.contains((name as NSString).pathExtension.lowercased()) {
        files.append(InputFile(path: path, format: format))
      }
    }
  }
}
