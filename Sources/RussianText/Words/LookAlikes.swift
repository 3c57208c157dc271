/// Letters of one script that are written for those of the other: a Latin `c` inside a Cyrillic
/// word, as keyboards and text recognition leave them.
enum LookAlikes {
  /// Latin and the Cyrillic letter of the same look, capitals and small letters by themselves.
  static let pairs: [(latin: UInt16, cyrillic: UInt16)] = [
    (0x41, 0x410), (0x42, 0x412), (0x43, 0x421), (0x45, 0x415), (0x48, 0x41D), (0x49, 0x406),
    (0x4B, 0x41A), (0x4D, 0x41C), (0x4F, 0x41E), (0x50, 0x420), (0x54, 0x422), (0x58, 0x425),
    (0x59, 0x423), (0x61, 0x430), (0x63, 0x441), (0x65, 0x435), (0x69, 0x456), (0x6B, 0x43A),
    (0x6D, 0x43C), (0x6F, 0x43E), (0x70, 0x440), (0x74, 0x442), (0x78, 0x445), (0x79, 0x443),
    (0x68, 0x4BB), (0xEB, 0x451), (0xCB, 0x401), (0xEF, 0x457),
  ]

  /// Replaces the minority script's letters in each part between hyphens that mixes the two,
  /// provided that every one of them has a look-alike. True if anything was replaced.
  static func replace(in units: inout [UInt16], _ table: CharacterTable) -> Bool {
    var replaced = false
    var start = 0
    for end in 0...units.count
    where end == units.count || units[end] == 0x2D || units[end] == 0x2011 {
      if replacePart(in: &units, start..<end, table) { replaced = true }
      start = end + 1
    }
    return replaced
  }

  private static func replacePart(
    in units: inout [UInt16], _ part: Range<Int>, _ table: CharacterTable
  ) -> Bool {
    var latin = 0
    var cyrillic = 0
    var latinAlone = 0
    var cyrillicAlone = 0
    for index in part {
      let unit = units[index]
      switch table.wordClass(of: UInt32(unit)) {
      case WordClass.latin:
        latin += 1
        if cyrillicTwin(of: unit) == nil { latinAlone += 1 }
      case WordClass.cyrillic:
        cyrillic += 1
        if latinTwin(of: unit) == nil { cyrillicAlone += 1 }
      default: break
      }
    }
    guard latin > 0, cyrillic > 0 else { return false }
    // A letter without a twin shows the script that was meant.
    if latinAlone == 0, cyrillicAlone > 0 || cyrillic >= latin {
      for index in part { units[index] = cyrillicTwin(of: units[index]) ?? units[index] }
      return true
    }
    if cyrillicAlone == 0 {
      for index in part { units[index] = latinTwin(of: units[index]) ?? units[index] }
      return true
    }
    return false
  }

  private static func cyrillicTwin(of unit: UInt16) -> UInt16? {
    pairs.first { $0.latin == unit }?.cyrillic
  }

  private static func latinTwin(of unit: UInt16) -> UInt16? {
    pairs.first { $0.cyrillic == unit }?.latin
  }
}
