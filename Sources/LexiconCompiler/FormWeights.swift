import Foundation
import RussianMorphology

/// How often each analysis of a form is meant.
///
/// Where the corpus has the form, as counted there. Where not, as forms with the same choice of tags
/// are used on average, or evenly where there is none such. Lexemes that share a form share it as
/// often as the corpus has their other forms.
struct FormWeights {
  private let dictionary: SourceDictionary
  private let counted: [[UInt8]: [Int: Double]]
  private var classes: [[Int]: [Double]] = [:]
  /// How many of a lexeme's ambiguous forms the corpus has, each as far as it is this lexeme's.
  private var popularity: [Double]

  init(_ dictionary: SourceDictionary, _ forms: FormTable) {
    self.dictionary = dictionary
    var counted: [[UInt8]: [Int: Double]] = [:]
    for (word, shares) in dictionary.weights {
      guard word.unicodeScalars.allSatisfy({ Alphabet.codes[$0] != nil }) else { continue }
      counted[Alphabet.encode(word)] = Dictionary(
        shares.map { ($0.tag, Double($0.thousandths) / 1000) }, uniquingKeysWith: +)
    }
    self.counted = counted
    popularity = Array(repeating: 0, count: dictionary.lexemes.count)
    countLexemes(forms)
    learnClasses(forms)
  }

  private func tags(_ analyses: [FormTable.Analysis]) -> [Int] {
    analyses.map { dictionary.paradigms[Int($0.paradigm)][Int($0.form)].tag }
  }

  private mutating func countLexemes(_ forms: FormTable) {
    forms.forEachForm { key, analyses in
      guard let shares = counted[Array(key)] else { return }
      for (analysis, tag) in zip(analyses, tags(analyses)) {
        popularity[Int(analysis.lexeme)] += shares[tag] ?? 0
      }
    }
  }

  private mutating func learnClasses(_ forms: FormTable) {
    var sums: [[Int]: ([Double], Int)] = [:]
    forms.forEachForm { key, analyses in
      guard analyses.count > 1, let shares = counted[Array(key)] else { return }
      let tags = Array(Set(tags(analyses))).sorted()
      guard tags.count > 1 else { return }
      var (sum, count) = sums[tags] ?? (Array(repeating: 0, count: tags.count), 0)
      for (index, tag) in tags.enumerated() { sum[index] += shares[tag] ?? 0 }
      count += 1
      sums[tags] = (sum, count)
    }
    classes = sums.mapValues { sum, count in
      let total = sum.reduce(0, +)
      return sum.map { total > 0 ? $0 / total : 1 / Double(sum.count) }
    }
  }

  func weights(of form: UnsafeBufferPointer<UInt8>, _ analyses: [FormTable.Analysis]) -> [Double] {
    guard analyses.count > 1 else { return [1] }
    let tags = tags(analyses)
    let distinct = Array(Set(tags)).sorted()
    let byClass = classes[distinct]
    let byForm = counted[Array(form)]
    let lexemes = Set(analyses.map(\.lexeme))
    let weights = zip(tags, analyses).map { tag, analysis in
      let isShared = lexemes.count > 1
      let popularity = isShared ? self.popularity[Int(analysis.lexeme)] + 0.2 : 1
      if let byForm {
        let sharing = zip(tags, analyses).filter { $0.0 == tag }
        let all = sharing.map { self.popularity[Int($0.1.lexeme)] + 0.2 }.reduce(0, +)
        return (byForm[tag] ?? 0) * (sharing.count > 1 ? popularity / all : 1)
      }
      return (byClass?[distinct.firstIndex(of: tag)!] ?? 1 / Double(distinct.count)) * popularity
    }
    return Self.shares(of: zip(weights, analyses).map { weight, analysis in
      dictionary.lexemes[Int(analysis.lexeme)].isRare ? weight * 0.01 : weight
    })
  }

  private static func shares(of weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    return total > 0 ? weights.map { $0 / total } : weights.map { _ in 1 / Double(weights.count) }
  }

  /// The shares of tags among which a form's ending leaves the choice.
  func weights(ofTags tags: [Int]) -> [Double] {
    let distinct = Array(Set(tags)).sorted()
    guard let byClass = classes[distinct] else { return tags.map { _ in 1 / Double(tags.count) } }
    let weights = tags.map { byClass[distinct.firstIndex(of: $0)!] }
    let total = weights.reduce(0, +)
    return weights.map { $0 / max(total, 1e-9) }
  }

  /// One of sixteen steps below 64, so that forms with nearly equal weights share their entries.
  static func quantized(_ weight: Double) -> Int {
    weight <= 0 ? 0 : max(1, min(63, Int((weight * 16).rounded()) * 4 - 1))
  }
}
