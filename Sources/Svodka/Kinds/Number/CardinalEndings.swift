import TextRules

/// Cardinals in digits with the end of their word: «2-х», «5-ти».
struct CardinalEndings {
  private let endings: PrefixTable
  private let few: [Bool]

  init(rules: CompiledRules) {
    let ending = rules.lexicon("number", "ending")!
    let column = ending.column("few")!
    endings = PrefixTable(ending)
    few = (0..<ending.count).map { ending.text(entry: $0, column: column) == "yes" }
  }

  /// The number that the token is, or `nil` if it is an ordinal («5-го») or anything else.
  func value(of token: UnsafeBufferPointer<UInt8>) -> DecimalNumber? {
    var rest = FoldedBytes(token)
    guard let value = rest.takeDigits(), let whole = value.intValue else { return nil }
    rest.takeHyphen()
    guard let ending = endings.longest(in: rest), ending.length == rest.rest.count else {
      return nil
    }
    let isFew = (2...4).contains(whole % 10) && !(12...14).contains(whole % 100)
    return few[ending.entry] == isFew ? value : nil
  }
}
