import CRules
import RussianMorphology
import TextRules

/// The rule files and word lists in the binary.
enum BuiltInFiles {
  /// The bytes of a file, by its path from the folder of the library's sources; nil if none.
  static func read(_ path: String) -> [UInt8]? {
    for index in 0..<svodka_files_count() {
      let file = svodka_files()[index]
      guard let name = file.path, path == String(cString: name) else { continue }
      return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    return nil
  }

  static var layers: [RuleLayer] {
    BuiltInKinds.layers.map { RuleLayer(files: $0.map { $0.path }, kindsCompete: true) }
      + BuiltInFacts.layers.map { RuleLayer(files: $0.map { $0.path }) }
      + [RuleLayer(files: declaredFacts)]
  }

  /// The rule files of facts that no Swift file makes: those that lie in the facts' folders.
  private static var declaredFacts: [String] {
    let made = Set(BuiltInFacts.layers.joined().map { $0.path })
    return (0..<svodka_files_count()).compactMap { index in
      guard let name = svodka_files()[index].path else { return nil }
      let path = String(cString: name)
      return path.hasPrefix("Facts/") && path.hasSuffix(".rules") && !made.contains(path)
        ? path : nil
    }
  }

  /// What the files do not say of their kinds.
  static var kinds: LibraryKinds {
    LibraryKinds(
      fields: MentionValue.fieldNames,
      facts: Set(BuiltInFacts.layers.joined().filter { !$0.isPart }.map { $0.name }),
      open: Set(OwnNames.layers.keys))
  }

  /// Compiles the built-in rules.
  static func compile() throws -> CompiledRules {
    try CompiledRules(layers: layers, read: read)
  }

  /// The compiled rules in the binary; nil unless they were made of these very files.
  static func snapshot() -> CompiledRules? {
    let bytes = UnsafeRawBufferPointer(start: svodka_rules_bytes(), count: svodka_rules_count())
    return CompiledRules(snapshot: bytes, digest: digest)
  }

  /// Stands for all files and for the dictionary.
  static let digest: UInt64 = {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ bytes: UnsafeRawBufferPointer) {
      hash = (hash ^ UInt64(bytes.count)) &* 0x9E37_79B9_7F4A_7C15
      var offset = 0
      while offset + 8 <= bytes.count {
        let part = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        hash = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        offset += 8
      }
      for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    for index in 0..<svodka_files_count() {
      let file = svodka_files()[index]
      mix(UnsafeRawBufferPointer(start: file.bytes, count: file.count))
    }
    mix(Lexicon.header)
    return hash
  }()
}
