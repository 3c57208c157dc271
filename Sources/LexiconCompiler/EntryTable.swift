import RussianMorphology

/// The distinct sets of analyses, and the automaton from forms to them.
struct EntryTable {
  private(set) var entries: [UInt32] = []
  private(set) var automaton = Automaton()
  private var places: [[UInt32]: Int] = [:]

  init(_ forms: FormTable, _ dictionary: SourceDictionary, _ weights: FormWeights) {
    forms.forEachForm { key, analyses in
      let set = Self.ranked(analyses, weights.weights(of: key, analyses), dictionary)
      automaton.insert(key, value: place(of: set))
    }
    automaton.finish()
  }

  private mutating func place(of set: [UInt32]) -> Int {
    if let known = places[set] { return known }
    places[set] = entries.count
    entries += set
    return entries.count - set.count
  }

  /// Entries, best first: by weight, then by how many lexemes the paradigm has.
  private static func ranked(
    _ analyses: [FormTable.Analysis], _ weights: [Double], _ dictionary: SourceDictionary
  ) -> [UInt32] {
    let order = analyses.indices.sorted { a, b in
      if weights[a] != weights[b] { return weights[a] > weights[b] }
      return a < b
    }
    return order.enumerated().map { position, index in
      let analysis = analyses[index]
      return LexiconLayout.Entry(
        paradigm: Int(analysis.paradigm), form: Int(analysis.form), yoMask: Int(analysis.yoMask),
        weight: FormWeights.quantized(weights[index]), isLast: position == order.count - 1
      ).raw
    }
  }
}
