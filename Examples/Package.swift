// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "svodka-examples",
  platforms: [.macOS(.v15)],
  dependencies: [
    // In a package of your own: .package(url: "…", from: "0.1.0")
    .package(name: "svodka", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "first-facts", dependencies: [.product(name: "Svodka", package: "svodka")]),
    .executableTarget(
      name: "dump-to-sqlite",
      dependencies: [
        .product(name: "Svodka", package: "svodka"),
        .product(name: "SvodkaDump", package: "svodka"),
      ]),
    .testTarget(
      name: "PressReleaseTests",
      dependencies: [.product(name: "SvodkaTesting", package: "svodka")],
      exclude: ["press-release.txt"]),
  ]
)
