// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The word lists and rule files of a target: CRules embeds them, Swift does not compile them.
func dataFiles(of target: String) -> [String] {
  let folder = "\(Context.packageDirectory)/Sources/\(target)"
  let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return files.filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".rules") }.sorted()
}

/// The `.cases` and word list files of a test target, which its tests read beside themselves.
func caseFiles(of target: String) -> [String] {
  let folder = "\(Context.packageDirectory)/Tests/\(target)"
  let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return files.filter { $0.hasSuffix(".cases") || $0.hasSuffix(".tsv") }.sorted()
}

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "svodka",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Svodka", targets: ["Svodka"]),
    .library(name: "RussianText", targets: ["RussianText"]),
    .library(name: "RussianMorphology", targets: ["RussianMorphology"]),
    .library(name: "RussianSyntax", targets: ["RussianSyntax"]),
    .library(name: "TextRules", targets: ["TextRules"]),
    .library(name: "SvodkaTesting", targets: ["SvodkaTesting"]),
    .library(name: "SvodkaDump", targets: ["SvodkaDump"]),
    .library(name: "SvodkaView", targets: ["SvodkaView"]),
    .executable(name: "svodka", targets: ["SvodkaCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CICU", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CText", exclude: ["abbreviations.tsv", "openers.tsv"]),
    .target(
      name: "RussianText", dependencies: ["CICU", "CText"], exclude: ["Tokens/tailorings.tsv"],
      swiftSettings: strict),
    .target(name: "CLexicon", exclude: ["ru.lexicon", "guesser.tsv", "universal.tsv", "context.tsv"]),
    .target(
      name: "RussianMorphology", dependencies: ["RussianText", "CLexicon"],
      swiftSettings: strict),
    .target(name: "CSyntax", exclude: ["syntax.table", "government.tsv"]),
    .target(
      name: "RussianSyntax", dependencies: ["RussianText", "RussianMorphology", "CSyntax"],
      swiftSettings: strict),
    .target(
      name: "TextRules", dependencies: ["RussianText", "RussianMorphology", "RussianSyntax"],
      swiftSettings: strict),
    .target(name: "CRules", exclude: ["list-files.sh", "built-in.snapshot"]),
    .target(
      name: "Svodka",
      dependencies: ["RussianText", "RussianMorphology", "RussianSyntax", "TextRules", "CRules"],
      exclude: dataFiles(of: "Svodka"), swiftSettings: strict),
    .target(name: "SvodkaTesting", dependencies: ["Svodka", "TextRules"], swiftSettings: strict),
    // zlib, libbzip2 and libzstd; only the last has a description for pkg-config everywhere.
    .systemLibrary(
      name: "CCompression", pkgConfig: "libzstd",
      providers: [.apt(["zlib1g-dev", "libbz2-dev", "libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(
      name: "CHTML", dependencies: ["CXML2"], linkerSettings: [.linkedLibrary("xml2")]),
    .target(name: "CProcess"),
    .target(
      name: "SvodkaDump",
      dependencies: [
        "Svodka", "RussianText", "CCompression", "CHTML", "CProcess",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    // The style sheet, the script and the words of the pages, which CView embeds.
    .target(name: "CView"),
    .target(
      name: "SvodkaView", dependencies: ["Svodka", "CView"], exclude: ["Assets"],
      swiftSettings: strict),
    .executableTarget(
      name: "SvodkaCLI",
      dependencies: [
        "Svodka", "SvodkaDump", "SvodkaTesting", "SvodkaView", "RussianText", "RussianMorphology",
        "RussianSyntax", "TextRules",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "lexicon-compiler",
      dependencies: [
        "RussianMorphology",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/LexiconCompiler", swiftSettings: strict),
    .executableTarget(
      name: "syntax-compiler",
      dependencies: [
        "RussianSyntax", "RussianMorphology", "RussianText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/SyntaxCompiler", swiftSettings: strict),
    .executableTarget(
      name: "rules-compiler",
      dependencies: [
        "Svodka",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/RulesCompiler", swiftSettings: strict),
    // Made-up documents through library and program; see Fuzz/run-whole.
    .executableTarget(
      name: "whole-fuzz", dependencies: ["Svodka", "SvodkaTesting", "TestSupport"],
      path: "Fuzz/Whole", swiftSettings: strict),
    // What the tests of several targets share.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "RussianTextTests", dependencies: ["RussianText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RussianMorphologyTests", dependencies: ["RussianMorphology"],
      exclude: ["independent-reader.tsv"], swiftSettings: strict),
    .testTarget(
      name: "RussianSyntaxTests",
      dependencies: ["RussianSyntax", "RussianMorphology", "RussianText"],
      exclude: caseFiles(of: "RussianSyntaxTests"), swiftSettings: strict),
    .testTarget(
      name: "LexiconCompilerTests", dependencies: ["lexicon-compiler", "RussianMorphology"],
      swiftSettings: strict),
    .testTarget(
      name: "TextRulesTests", dependencies: ["TextRules", "RussianSyntax"], swiftSettings: strict),
    // ICU's own number formatters, against which the tests read.
    .target(name: "CICUFormats", dependencies: ["CICU"], path: "Tests/CICUFormats"),
    .testTarget(
      name: "SvodkaTests", dependencies: ["Svodka", "SvodkaTesting", "CICUFormats", "TestSupport"],
      exclude: caseFiles(of: "SvodkaTests"), swiftSettings: strict),
    .testTarget(
      name: "SvodkaTestingTests", dependencies: ["Svodka", "SvodkaTesting", "TextRules"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "SvodkaDumpTests",
      dependencies: [
        "SvodkaDump", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(name: "SvodkaViewTests", dependencies: ["SvodkaView"], swiftSettings: strict),
    .testTarget(
      name: "SvodkaCLITests", dependencies: ["SvodkaCLI", "TestSupport"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

// Only those who write documentation need the plug-in:
// SVODKA_DOCUMENTATION=1 swift package generate-documentation --target Svodka
if Context.environment["SVODKA_DOCUMENTATION"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
