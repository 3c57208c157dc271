// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "svodka-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "svodka", path: ".."),
    // Its traits bring an allocator and a runtime of their own into the process that is measured.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CICUBaseline", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    // What is measured, each with the answer that it must give; nothing here takes time.
    .target(
      name: "Workloads",
      dependencies: [
        "CICUBaseline",
        .product(name: "Svodka", package: "svodka"),
        .product(name: "RussianText", package: "svodka"),
        .product(name: "RussianMorphology", package: "svodka"),
        .product(name: "RussianSyntax", package: "svodka"),
        .product(name: "TextRules", package: "svodka"),
      ],
      swiftSettings: strict),
    .target(name: "CAllocations"),
    // The table with the ratios.
    .executableTarget(
      name: "svodka-bench",
      dependencies: [
        "Workloads", "CAllocations",
        .product(name: "RussianMorphology", package: "svodka"),
      ],
      swiftSettings: strict),
    // The extraction core over a fixed text, for counting instructions.
    .executableTarget(
      name: "svodka-bench-core", dependencies: ["Workloads"], swiftSettings: strict),
    // What a user's rules cost, and whether ill-meant input stays linear.
    .executableTarget(
      name: "svodka-bench-limits",
      dependencies: [
        "Workloads",
        .product(name: "Svodka", package: "svodka"),
        .product(name: "RussianMorphology", package: "svodka"),
        .product(name: "RussianSyntax", package: "svodka"),
        .product(name: "RussianText", package: "svodka"),
        .product(name: "TextRules", package: "svodka"),
      ],
      swiftSettings: strict),
    // The same workloads under ordo-one/benchmark, for its statistics and comparisons.
    .executableTarget(
      name: "SvodkaBenchmarks",
      dependencies: ["Workloads", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/SvodkaBenchmarks", swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  cLanguageStandard: .c2x
)
