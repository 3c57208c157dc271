import ArgumentParser
import Foundation
import Svodka
import SvodkaDump
import TextRules

/// What is looked for: rule files and gazetteers of the user's own, and nouns that refer back.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp("Find what this rule file says too; may be repeated.", valueName: "file"))
  var ruleFiles: [String] = []

  @Option(
    name: .customLong("gazetteer"),
    help: ArgumentHelp(
      "Find the names of this TSV file too; the kind is the file's name. May be repeated.",
      valueName: "file"))
  var gazetteers: [String] = []

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What the names of the gazetteers are: organization, person or place, whose entities and facts "
        + "they join, or a kind of your own. Once for all gazetteers, or once for each.",
      valueName: "kind"))
  var gazetteerKinds: [String] = []

  @Flag(
    help: """
      Mark nouns that refer back to an organization too: «компания», «банк», where exactly one that \
      they can stand for is named near.
      """)
  var references = false

  /// The user's own rules may make kinds of records of their own.
  var hasOwnRules: Bool { !ruleFiles.isEmpty || !gazetteers.isEmpty }

  /// Builds the extractor; a broken file ends the program with its message.
  func extractor() throws -> Extractor {
    let count = gazetteerKinds.count
    guard count < 2 || count == gazetteers.count, count == 0 || !gazetteers.isEmpty else {
      throw ValidationError(
        "there are \(count) --as for \(gazetteers.count) --gazetteer; give one for all, or one for each")
    }
    do {
      return try Extractor(
        rules: ruleFiles.map { try RuleFile(contentsOf: $0) },
        gazetteers: gazetteers.enumerated().map { number, path in
          try Gazetteer(
            contentsOf: path, kind: count > 1 ? gazetteerKinds[number] : gazetteerKinds.first)
        }, findsReferences: references)
    } catch let error as RuleFileError {
      throw DataError("\(error)")
    }
  }

  /// The files and what is in them, for a run that is to be gone on with.
  var settings: [String: String] {
    var settings: [String: String] = [:]
    for (option, files) in [("--rules", ruleFiles), ("--gazetteer", gazetteers)] where !files.isEmpty {
      settings[option] = files.map {
        "\($0) (\(Self.digest(of: [$0] + Self.lists(of: $0))))"
      }.joined(separator: " ")
    }
    if !gazetteerKinds.isEmpty { settings["--as"] = gazetteerKinds.joined(separator: " ") }
    if references { settings["--references"] = "true" }
    return settings
  }

  /// The word lists that a rule file names: they decide what is found as it does.
  private static func lists(of file: String) -> [String] {
    let text = String(decoding: RuleFile.read(file) ?? [], as: UTF8.self)
    let folder = PathText(PathText(file).folder)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let word = parts[0].split(whereSeparator: \.isWhitespace).first,
        word == "lexicon" || word == "extend"
      else { return nil }
      // A remark may stand behind it.
      let name = parts[1].prefix(upTo: parts[1].firstRange(of: " #")?.lowerBound ?? parts[1].endIndex)
      return folder.appending(name.trimmingCharacters(in: .whitespaces))
    }
  }

  /// FNV-1a of the files' bytes.
  private static func digest(of files: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in files {
      for byte in RuleFile.read(file) ?? [] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return String(hash, radix: 16)
  }
}
