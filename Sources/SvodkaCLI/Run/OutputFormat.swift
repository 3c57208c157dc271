import ArgumentParser
import Foundation
import SvodkaDump

/// What `svodka extract` writes.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, jsonl, csv, sqlite

  /// The format that a file's name tells by its ending; `nil` where it tells none.
  init?(path: String) {
    let isCompressed = Compression(path: path) != nil
    let plain = isCompressed ? PathText(path).withoutEnding : path
    switch PathText(plain).ending {
    case "jsonl", "ndjson", "json": self = .jsonl
    case "sqlite", "sqlite3", "db": self = .sqlite
    default: return nil
    }
  }

  /// The format that was asked for, or that the output's name tells.
  ///
  /// - Throws: `ValidationError` if one contradicts the other.
  static func named(_ format: OutputFormat?, output: String?) throws -> OutputFormat? {
    guard let output, !PathText(output).isSpecialFile else { return format }
    let ending = PathText(output).ending
    if ["parquet", "xlsx", "xls", "arrow", "feather", "xml", "html"].contains(ending) {
      throw ValidationError(
        "svodka writes no .\(ending): name a .jsonl or .sqlite, or a folder with --format csv.")
    }
    let isCompressed = Compression(path: output) != nil
    let plain = isCompressed ? PathText(output).withoutEnding : output
    if ["csv", "tsv"].contains(PathText(plain).ending) {
      guard isFolder(output) else {
        throw ValidationError("CSV is a folder of tables: name a folder, with --format csv.")
      }
      return format ?? .csv
    }
    guard let told = OutputFormat(path: output) else {
      return format ?? (isCompressed ? .jsonl : nil)
    }
    if told != .jsonl, isCompressed {
      throw ValidationError("A .\(ending) file holds JSON Lines; \(told.rawValue) is not compressed.")
    }
    if let format, format != told {
      throw ValidationError(
        "--format \(format.rawValue) does not go with the name '\(output)', which tells "
          + "\(told.rawValue): change one of the two.")
    }
    return told
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
