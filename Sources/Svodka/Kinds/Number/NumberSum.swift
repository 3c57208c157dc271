/// Adds up the parts of a number in words: «два миллиона триста тысяч», «5,3 млн», «полтора».
struct NumberSum {
  /// What the multipliers before have closed: 2,000,000 in «два миллиона триста».
  private var closed: DecimalNumber?
  /// The scale of the last closed part; the next one must be smaller.
  private var scale: DecimalNumber?
  /// The number before the next multiplier.
  private var open: DecimalNumber?
  /// What a further word of the open number must be less than; 0 takes no further word.
  private var room = DecimalNumber.zero
  /// The open number («четверть», «пара», «15» behind «10 тысяч») needs a multiplier.
  private var needsMultiplier = false
  private var lastWasMultiplier = false
  private var exceeds = false
  private var hasWords = false

  var isEmpty: Bool { closed == nil && open == nil }

  /// The number, if it is whole.
  var result: ReadNumber? {
    guard !needsMultiplier, !isEmpty,
      let value = (closed ?? .zero).adding(open ?? .zero)
    else { return nil }
    return ReadNumber(
      value: value, multiplier: open == nil ? (scale ?? .one) : .one, exceeds: exceeds,
      isDigits: !hasWords)
  }

  /// What may follow a numeral of this value: 10 after «двадцать», nothing after «пять».
  static func room(below value: DecimalNumber) -> Int {
    guard let whole = value.intValue, whole >= 20 else { return 1 }
    return whole >= 100 ? 100 : 10
  }

  mutating func addWord(_ value: DecimalNumber, below step: Int) -> Bool {
    hasWords = true
    lastWasMultiplier = false
    guard let before = open else {
      guard fits(value) else { return false }
      open = value
      room = DecimalNumber(step)
      return true
    }
    guard value > .zero, room > value, let sum = before.adding(value) else { return false }
    open = sum
    room = DecimalNumber(step)
    return fits(sum)
  }

  mutating func addDigits(_ value: DecimalNumber) -> Bool {
    guard open == nil else { return false }
    guard fits(value) else { return false }
    open = value
    // «2 миллиона 300» goes on; «10 тысяч 15 ноября» does not.
    needsMultiplier = closed != nil && (!value.isWhole || value < DecimalNumber(100))
    room = .zero
    lastWasMultiplier = false
    return true
  }

  /// «полтора», «с половиной»
  mutating func addHalf(_ value: DecimalNumber) -> Bool {
    hasWords = true
    if value > .one {
      guard open == nil, fits(value) else { return false }
      open = value
      room = .zero
      lastWasMultiplier = false
      return true
    }
    guard let before = open, before.isWhole, let sum = before.adding(value) else { return false }
    open = sum
    room = .zero
    return true
  }

  /// «четверть», «три четверти», «полмиллиона»
  mutating func addFraction(_ value: DecimalNumber) -> Bool {
    hasWords = true
    if value >= DecimalNumber(5) {
      guard isEmpty else { return false }
      closed = value
      scale = value
      return true
    }
    guard let share = (open ?? .one).multiplied(by: value), fits(share) else { return false }
    open = share
    room = .zero
    needsMultiplier = true
    return true
  }

  /// «пара»: two before a multiplier, but «16 пар» are pairs and «пара» alone is a couple.
  mutating func addPair(_ value: DecimalNumber) -> Bool {
    hasWords = true
    guard isEmpty else { return false }
    open = value
    room = .zero
    needsMultiplier = true
    return true
  }

  mutating func multiply(by factor: DecimalNumber, isGroup: Bool) -> Bool {
    hasWords = true
    if lastWasMultiplier {
      // «пять тысяч миллиардов», «два десятка тысяч»
      guard let last = scale, let sum = closed, let next = last.multiplied(by: factor),
        let product = sum.multiplied(by: factor), isOnePart
      else { return false }
      closed = product
      scale = next
      return true
    }
    guard let part = (open ?? .one).multiplied(by: factor),
      scale.map({ part < $0 }) ?? true, open != nil || closed == nil || factor < scale!,
      let sum = (closed ?? .zero).adding(part)
    else { return false }
    isOnePart = closed == nil
    closed = sum
    scale = factor
    open = nil
    needsMultiplier = false
    lastWasMultiplier = true
    return true
  }

  /// The closed number has one part, so a further multiplier multiplies all of it.
  private var isOnePart = false

  mutating func markExcess() -> Bool {
    exceeds = true
    return !isEmpty
  }

  private func fits(_ value: DecimalNumber) -> Bool {
    scale.map { value < $0 } ?? true
  }
}
