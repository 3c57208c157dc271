import RussianMorphology
import RussianSyntax
import RussianText

/// A sentence to learn from: its text and, for each word that is no mark, what is right.
struct Example {
  struct Word {
    var head: Int32
    var relation: UInt8
    var part: UInt8
    var caseNumber: UInt8
    var number: UInt8
    var gender: UInt8
    var animacy: UInt8
    var form: UInt8
  }

  var text: String
  var words: [Word]
  var weight = 1
}

/// Turns sentences with trees into examples, where our words are theirs.
struct ExampleMaker {
  let buffer: TokenBuffer
  let tokenizer: Tokenizer
  let reader: StructureReader

  func example(_ sentence: [TreeWord], weight: Int) -> Example? {
    var text = ""
    var places: [Int: Int] = [:]
    var ends: [Int] = []
    for (index, word) in sentence.enumerated() {
      places[text.utf8.count] = index
      text += word.form
      ends.append(text.utf8.count)
      if word.hasSpaceAfter { text += " " }
    }
    tokenizer.tokenize(text, into: buffer)
    reader.lay(buffer.tokens)
    var nodeOf: [Int: Int] = [:]
    var order: [Int] = []
    for node in 0..<reader.nodes.count {
      let token = buffer[Int(reader.nodes.storage[node].token)]
      guard let word = places[Int(token.start)], ends[word] == Int(token.end),
        sentence[word].partOfSpeech != "PUNCT"
      else { return nil }
      nodeOf[word] = node
      order.append(word)
    }
    let expected = sentence.indices.filter { sentence[$0].partOfSpeech != "PUNCT" }
    guard order == expected, !order.isEmpty else { return nil }
    var words: [Example.Word] = []
    for word in order {
      var head = sentence[word].head
      var steps = 0
      while head >= 0, nodeOf[head] == nil, steps < sentence.count {
        head = sentence[head].head
        steps += 1
      }
      guard steps < sentence.count else { return nil }
      guard let relation = Relation(name: Self.renamed(sentence[word].relation)) else { return nil }
      var made = Self.features(sentence[word])
      made.head = head < 0 ? -1 : Int32(nodeOf[head]!)
      made.relation = head < 0 ? 0 : relation == .root ? Relation.parataxis.rawValue : relation.rawValue
      words.append(made)
    }
    guard words.filter({ $0.head < 0 }).count == 1, Self.isTree(words) else { return nil }
    Self.makeProjective(&words)
    return Example(text: text, words: words, weight: weight)
  }

  private static func renamed(_ relation: String) -> String {
    switch relation {
    case "dep", "dislocated", "reparandum", "goeswith", "clf": "parataxis"
    case "punct": "discourse"
    default: relation
    }
  }

  static let parts = [
    "NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "VERB", "AUX", "ADV", "ADP", "CCONJ", "SCONJ",
    "PART", "INTJ", "SYM", "X",
  ]

  private static func features(_ word: TreeWord) -> Example.Word {
    func place(_ name: StaticString, _ values: [String]) -> UInt8 {
      guard let value = word.feature(name), let found = values.firstIndex(of: value) else {
        return 0
      }
      return UInt8(found + 1)
    }
    var caseNumber = place("Case", ["Nom", "Gen", "Dat", "Acc", "Ins", "Loc"])
    if word.feature("Case") == "Par" { caseNumber = 2 }
    var form = place("VerbForm", ["Fin", "Inf", "Part", "Conv"])
    if word.feature("Variant") == "Short" { form += 8 }
    return Example.Word(
      head: -1, relation: 0,
      part: UInt8((parts.firstIndex(of: word.partOfSpeech) ?? 15) + 1), caseNumber: caseNumber,
      number: place("Number", ["Sing", "Plur"]), gender: place("Gender", ["Masc", "Fem", "Neut"]),
      animacy: place("Animacy", ["Anim", "Inan"]), form: form)
  }

  /// Whether every word leads to the root.
  private static func isTree(_ words: [Example.Word]) -> Bool {
    words.indices.allSatisfy { word in
      var up = word
      var steps = 0
      while up >= 0, steps <= words.count {
        up = Int(words[up].head)
        steps += 1
      }
      return up < 0
    }
  }

  /// Lifts heads until no two links cross.
  private static func makeProjective(_ words: inout [Example.Word]) {
    for _ in 0..<words.count {
      guard let crossing = firstCrossing(words) else { return }
      let head = words[crossing].head
      words[crossing].head = words[Int(head)].head
      if words[crossing].head < 0 { words[crossing].head = head; return }
    }
  }

  /// The dependent of the shortest link that has a word between its ends which does not hang on them.
  private static func firstCrossing(_ words: [Example.Word]) -> Int? {
    var best: (dependent: Int, length: Int)?
    for (dependent, word) in words.enumerated() where word.head >= 0 {
      let (low, high) = (min(dependent, Int(word.head)), max(dependent, Int(word.head)))
      guard high - low > 1, high - low < best?.length ?? .max else { continue }
      let crosses = (low + 1..<high).contains { between in
        var up = between
        var steps = 0
        while up >= 0, up != Int(word.head), steps < words.count {
          up = Int(words[up].head)
          steps += 1
        }
        return up != Int(word.head)
      }
      if crosses { best = (dependent, high - low) }
    }
    return best?.dependent
  }
}

extension Example.Word {
  /// How well a reading answers what is right.
  func fit(_ kind: WordClass) -> Int {
    typealias Part = WordClass.Part
    var score = Self.partsThatFit[Int(part)].contains(kind.part) ? 4 : 0
    if caseNumber != 0, kind.caseNumber != 0 {
      score += caseNumber == UInt8(kind.caseNumber) ? 5 : -4
    } else if (caseNumber != 0) != (kind.caseNumber != 0) {
      score -= 2
    }
    if number != 0, kind.number != 0 { score += kind.number & UInt32(number) != 0 ? 2 : -2 }
    if gender != 0, kind.gender != 0 { score += kind.gender >> UInt32(gender - 1) & 1 == 1 ? 1 : -1 }
    let animacies = kind.bits >> 13 & 3
    if animacy != 0, animacies != 0 { score += animacies & UInt32(animacy) != 0 ? 1 : -1 }
    switch form & 7 {
    case 1: score += kind.part == .finite || kind.part == .imperative ? 2 : 0
    case 2: score += kind.part == .infinitive ? 2 : 0
    case 3:
      let isShort = form & 8 != 0
      score +=
        (isShort
          ? kind.part == .shortParticiple
          : kind.part == .activeParticiple || kind.part == .passiveParticiple) ? 2 : 0
    case 4: score += kind.part == .gerund ? 2 : 0
    default: break
    }
    return score
  }

  private static let partsThatFit: [Set<WordClass.Part>] = {
    let verbs: Set<WordClass.Part> = [
      .finite, .imperative, .infinitive, .activeParticiple, .passiveParticiple, .shortParticiple,
      .gerund,
    ]
    let sets: [String: Set<WordClass.Part>] = [
      "NOUN": [.noun], "PROPN": [.name, .surname, .patronymic, .place],
      "ADJ": [.adjective, .ordinal, .shortAdjective, .comparative], "DET": [.determiner],
      "PRON": [.pronoun, .determiner], "NUM": [.numeral, .figures], "VERB": verbs, "AUX": verbs,
      "ADV": [.adverb, .comparative, .predicative], "ADP": [.preposition],
      "CCONJ": [.conjunction], "SCONJ": [.conjunction], "PART": [.particle, .conjunction],
      "INTJ": [.interjection],
    ]
    return [[]] + ExampleMaker.parts.map { sets[$0] ?? [] }
  }()
}
