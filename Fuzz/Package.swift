// swift-tools-version: 6.2
import PackageDescription

// libFuzzer over the tokenizer, in a package of its own: its flags are for nothing else.
// Fuzz/run builds it so that RussianText is instrumented too.
let package = Package(
  name: "svodka-fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "svodka", path: "..")],
  targets: [
    .executableTarget(
      name: "TokensFuzz",
      dependencies: [.product(name: "RussianText", package: "svodka")],
      swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])])
  ],
  cLanguageStandard: .c2x
)
