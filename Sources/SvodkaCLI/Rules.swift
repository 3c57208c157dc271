import ArgumentParser
import Foundation
import Svodka
import SvodkaDump
import SvodkaTesting
import TextRules

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tests and checks rule files.", subcommands: [Test.self, Check.self])
}

extension Rules {
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs the yes and no lines of rule files, and .cases files.",
      discussion: """
        EXAMPLES
          svodka rules test product.rules
          svodka rules test product.rules product.cases --gazetteer car-model.tsv

        A .cases file is checked for the kind that it is named after. Exit status 1 if an example \
        fails.
        """)

    @Argument(help: ArgumentHelp("Rule files and .cases files.", valueName: "file"))
    var files: [String]

    @OptionGroup var rules: RuleOptions

    func run() throws {
      var options = rules
      options.ruleFiles += files.filter { !$0.hasSuffix(".cases") }
      let extractor = try options.extractor()
      var passed = 0
      var failures: [CaseFailure] = []
      func count(_ check: () throws -> Void) rethrows {
        do {
          try check()
          passed += 1
        } catch let failure as CaseFailure {
          failures.append(failure)
        }
      }
      for example in extractor.ruleExamples where files.contains(example.file) {
        try count { try example.check(with: extractor) }
      }
      for file in files where file.hasSuffix(".cases") {
        let name = PathText(PathText(file).lastComponent).withoutEnding
        let kind = MentionKind(rawValue: name)
        do {
          let url = URL(fileURLWithPath: file)
          if extractor.makesFacts(name) {
            for example in try FactCase.load(contentsOf: url) {
              try count { try example.check(FactKind(rawValue: name), with: extractor) }
            }
            continue
          }
          for example in try Case.load(contentsOf: url) {
            try count { try example.check(kind, with: extractor) }
          }
        } catch let error as CaseFileError {
          throw DataError("\(error)")
        }
      }
      for failure in failures { print(failure) }
      print("\(passed) passed, \(failures.count) failed")
      if !failures.isEmpty { throw ExitCode(1) }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Looks for rules that cannot work as they were meant.",
      discussion: """
        Reports words that the dictionary lacks, grammemes that no word has together, captures \
        that nothing uses, rules that repeat an earlier one, fields that no record has, kinds of \
        which a rule makes nothing, and word lists with spaces for tabs. Exit status 1 if it finds \
        any.
        """)

    @Argument(help: ArgumentHelp("Rule files.", valueName: "file"))
    var files: [String]

    @OptionGroup var rules: RuleOptions

    func run() throws {
      var options = rules
      options.ruleFiles += files
      let extractor = try options.extractor()
      let findings = extractor.ruleFindings
      for finding in findings {
        print(finding)
        if let line = line(finding.line, of: finding.file) {
          print("  \(line)\n  \(String(repeating: " ", count: finding.column - 1))^")
        }
      }
      print(findings.isEmpty ? "nothing found" : "\(findings.count) found")
      if !findings.isEmpty { throw ExitCode(1) }
    }

    private func line(_ number: Int, of file: String) -> String? {
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return number <= lines.count ? String(lines[number - 1]) : nil
    }
  }
}
