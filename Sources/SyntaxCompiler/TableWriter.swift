import RussianSyntax

/// Writes the learnt weights as ``PreferenceTable`` reads them.
struct TableWriter {
  let readings: [ReadingWeight]
  let links: RowTable
  /// Which weights of links are kept, by place in their table.
  private(set) var isKept: [Bool]
  private let note: String

  /// - Parameters:
  ///   - most: How many weights of links are kept; the rest matter least.
  ///   - note: What was counted; stands at the end of the table.
  init(readings: [ReadingWeight], links: RowTable, most: Int, note: String) {
    self.note = note
    self.readings = readings
    self.links = links
    let count = links.count * RowTable.width
    isKept = Array(repeating: false, count: count)
    var importance: [(Float, Int)] = []
    for row in 0..<links.count {
      let weightOfRow = Float(links.uses[row]).squareRoot()
      for step in 0..<RowTable.width {
        let weight = links.weights[row * RowTable.width + step]
        if abs(weight) > 0.02 { importance.append((abs(weight) * weightOfRow, row * RowTable.width + step)) }
      }
    }
    importance.sort { ($0.0, $1.1) > ($1.0, $0.1) }
    for (_, place) in importance.prefix(most) { isKept[place] = true }
  }

  /// The table's bytes; the same weights give the same bytes.
  func bytes() -> [UInt8] {
    let readingPart = readingSlots()
    let rows = linkRows()
    let linkPart = Self.slots(for: rows.map(\.key))
    var groups: [UInt8] = []
    var weights: [UInt8] = []
    for start in stride(from: 0, to: linkPart.count, by: PreferenceTable.groupSize) {
      Self.append(UInt32(weights.count / 2), to: &groups)
      let own = linkPart[start..<start + PreferenceTable.groupSize]
      for row in own { Self.append(row < 0 ? 0 : PreferenceTable.print(rows[row].key), to: &groups) }
      for row in own {
        let kept = row < 0 ? [] : rows[row].weights
        groups.append(UInt8(kept.count))
        for (step, weight) in kept { weights += [step, UInt8(bitPattern: weight)] }
      }
    }
    var bytes: [UInt8] = []
    let header: [UInt32] = [
      PreferenceTable.magic, UInt32(readingPart.count), UInt32(linkPart.count),
      UInt32(weights.count / 2), 0, 0,
    ]
    for number in header { Self.append(number, to: &bytes) }
    bytes += groups
    for reading in readingPart {
      Self.append(reading.key.map(PreferenceTable.print) ?? 0, to: &bytes)
    }
    bytes += readingPart.map { UInt8(bitPattern: $0.weight) } + weights
    let place = UInt32(bytes.count)
    withUnsafeBytes(of: place.littleEndian) { bytes.replaceSubrange(20..<24, with: $0) }
    return bytes + Array(note.utf8)
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private var readingScale: Float {
    100 / min(max(readings.map { abs($0.weight) }.max() ?? 1, 1), 12)
  }

  private func readingSlots() -> [(key: UInt32?, weight: Int8)] {
    let kept = readings.compactMap { reading -> (key: UInt32, weight: Int8)? in
      let value = (reading.weight * readingScale).rounded()
      guard value != 0, reading.label < 0 else { return nil }
      return (reading.key, Int8(max(-127, min(127, value))))
    }.sorted { $0.key < $1.key }
    return Self.slots(for: kept.map(\.key)).map { $0 < 0 ? (nil, 0) : kept[$0] }
  }

  private var linkScale: Float {
    var largest: Float = 1
    for place in isKept.indices where isKept[place] {
      largest = max(largest, abs(links.weights[place]))
    }
    return 127 / min(largest, 12)
  }

  private func linkRows() -> [(key: UInt32, weights: [(UInt8, Int8)])] {
    let scale = linkScale
    var rows: [(key: UInt32, weights: [(UInt8, Int8)])] = []
    links.forEachRow { key, row in
      var kept: [(UInt8, Int8)] = []
      for step in 0..<RowTable.width where isKept[row * RowTable.width + step] {
        let value = (links.weights[row * RowTable.width + step] * scale).rounded()
        if value != 0 { kept.append((UInt8(step), Int8(max(-127, min(127, value))))) }
      }
      if !kept.isEmpty { rows.append((key, kept)) }
    }
    var ofReadings: [UInt32: [(UInt8, Int8)]] = [:]
    for reading in readings where reading.label >= 0 {
      let value = (reading.weight * readingScale).rounded()
      guard value != 0 else { continue }
      ofReadings[reading.evidence, default: []].append(
        (UInt8(reading.label), Int8(max(-127, min(127, value)))))
    }
    rows += ofReadings.map { ($0.key, $0.value.sorted { $0.0 < $1.0 }) }
    return rows.sorted { $0.key < $1.key }
  }

  /// Puts each key into a slot: its number there, −1 in a slot that stays empty.
  private static func slots(for keys: [UInt32]) -> [Int] {
    let count = (keys.count * 5 / 4 / PreferenceTable.groupSize + 1) * PreferenceTable.groupSize
    var slots = Array(repeating: -1, count: count)
    for (number, key) in keys.enumerated() {
      var slot = PreferenceTable.home(key, UInt64(count))
      while slots[slot] >= 0 { slot = (slot + 1) % count }
      slots[slot] = number
    }
    return slots
  }
}
