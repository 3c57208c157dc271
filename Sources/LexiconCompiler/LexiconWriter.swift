import RussianMorphology

/// Writes a dictionary as the bytes of `ru.lexicon`; the layout is ``LexiconLayout``.
struct LexiconWriter {
  struct Compiled {
    let bytes: [UInt8]
    let report: String
  }

  private let dictionary: SourceDictionary
  private var suffixNumbers: [String: Int] = [:]
  private var suffixes: [String] = []
  private var yoMaskNumbers: [UInt32: Int] = [0: 0]
  private var yoMasks: [UInt32] = [0]

  init(_ dictionary: SourceDictionary) {
    self.dictionary = dictionary
    // Two bits name a prefix, so the prefixes come first.
    let prefixes = Set(dictionary.paradigms.joined().map(\.prefix)).sorted()
    precondition(prefixes.count <= 4 && prefixes.first == "")
    suffixes = prefixes
    for suffix in Set(dictionary.paradigms.joined().map(\.suffix)).sorted() where suffix != "" {
      suffixes.append(suffix)
    }
    for (number, suffix) in suffixes.enumerated() where suffixNumbers[suffix] == nil {
      suffixNumbers[suffix] = number
    }
    // A suffix may be spelled like a prefix: the search below must find the prefix's number.
    for (number, prefix) in prefixes.enumerated() { suffixNumbers[prefix] = number }
  }

  func write() -> Compiled {
    var writer = self
    return writer.compile()
  }

  private mutating func compile() -> Compiled {
    let forms = FormTable(dictionary) { self.yoMask($0) }
    let weights = FormWeights(dictionary, forms)
    let entries = EntryTable(forms, dictionary, weights)
    let guesses = GuessTable(dictionary, weights)
    let guessUnits = DoubleArray(guesses.automaton).units
    let units = DoubleArray(entries.automaton).units

    var sections: [[UInt8]] = []
    func append(_ numbers: [UInt32]) {
      sections.append(
        numbers.flatMap { number in (0..<4).map { UInt8(number >> ($0 * 8) & 0xFF) } })
    }
    var counts: [Int] = []
    sections.append(Alphabet.byteTable)
    counts.append(384)
    append(Alphabet.packed)
    counts.append(Alphabet.packed.count)
    append(units)
    counts.append(units.count)
    append(entries.entries)
    counts.append(entries.entries.count)
    appendParadigms(append: append, counts: &counts)
    let tags = dictionary.tags.flatMap { [$0.low, $0.high] }
    sections.append(tags.flatMap { tag in (0..<8).map { UInt8(tag >> ($0 * 8) & 0xFF) } })
    counts.append(dictionary.tags.count)
    append(yoMasks)
    counts.append(yoMasks.count)
    append(guessUnits)
    counts.append(guessUnits.count)
    append(guesses.entries)
    counts.append(guesses.entries.count)
    sections.append(Array(dictionary.about.utf8))
    counts.append(sections.last!.count)
    return assemble(sections, counts, states: entries.automaton.stateCount)
  }

  private func appendParadigms(append: ([UInt32]) -> Void, counts: inout [Int]) {
    var starts: [UInt32] = [0]
    var forms: [UInt32] = []
    for paradigm in dictionary.paradigms {
      for form in paradigm {
        forms.append(
          LexiconLayout.Form(
            prefix: suffixNumbers[form.prefix]!, suffix: suffixNumbers[form.suffix]!, tag: form.tag
          ).raw)
      }
      starts.append(UInt32(forms.count))
    }
    append(starts)
    counts.append(starts.count)
    append(forms)
    counts.append(forms.count)
    var offsets: [UInt32] = [0]
    var bytes: [UInt8] = []
    for suffix in suffixes {
      bytes += suffix.utf8
      offsets.append(UInt32(bytes.count))
    }
    append(offsets)
    counts.append(offsets.count)
    let byteCount = bytes.count
    while bytes.count % 4 != 0 { bytes.append(0) }
    append(
      stride(from: 0, to: bytes.count, by: 4).map { place in
        (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32($1 * 8) }
      })
    counts.append(byteCount)
  }

  private mutating func yoMask(_ stem: String) -> Int {
    var mask: UInt32 = 0
    for (index, letter) in stem.unicodeScalars.reversed().enumerated() where letter == "ё" {
      precondition(index < 32)
      mask |= 1 << UInt32(index)
    }
    if let known = yoMaskNumbers[mask] { return known }
    yoMaskNumbers[mask] = yoMasks.count
    yoMasks.append(mask)
    return yoMasks.count - 1
  }

  private func assemble(_ sections: [[UInt8]], _ counts: [Int], states: Int) -> Compiled {
    var bytes: [UInt8] = []
    func append(_ number: Int) { bytes += (0..<4).map { UInt8(number >> ($0 * 8) & 0xFF) } }
    let aligned = sections.map { ($0.count + 7) / 8 * 8 }
    append(Int(LexiconLayout.magic))
    append(LexiconLayout.headerSize + aligned.reduce(0, +))
    var offset = LexiconLayout.headerSize
    for (size, count) in zip(aligned, counts) {
      append(offset)
      append(count)
      offset += size
    }
    for (section, size) in zip(sections, aligned) {
      bytes += section
      bytes += Array(repeating: 0, count: size - section.count)
    }
    let report = zip(LexiconLayout.Section.allCases, zip(sections, counts))
      .map { "\($0): \($1.1), \($1.0.count) bytes" }
      .joined(separator: "\n")
    return Compiled(
      bytes: bytes, report: report + "\nstates: \(states)\ntotal: \(bytes.count) bytes")
  }
}
