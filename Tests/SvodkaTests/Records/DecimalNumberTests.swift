import Foundation
import Svodka
import Testing

@Suite("decimal numbers")
struct DecimalNumberTests {
  @Test(
    "a number is written without an exponent and without idle zeros",
    arguments: [
      ("0", "0"), ("-0", "0"), ("007", "7"), ("24.5", "24.5"), ("24.50", "24.5"), ("10", "10"),
      ("-0.03", "-0.03"), ("0.000", "0"), ("6.15e10", "61500000000"), ("1e-07", "0.0000001"),
      ("170141183460469231731687303715884105727", "170141183460469231731687303715884105727"),
      ("-170141183460469231731687303715884105728", "-170141183460469231731687303715884105728"),
    ])
  func reads(text: String, written: String) throws {
    #expect(try #require(DecimalNumber(text)).description == written)
  }

  @Test(
    "anything else is no number",
    arguments: [
      "", "-", ".", "1.", ".5", "1,5", "1 000", "1e", "1e99999", "+1", "0x1", "1.2.3", "٣",
      "170141183460469231731687303715884105728",
    ])
  func refuses(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test func aHundredThousandDigitsAreNoNumber() {
    #expect(DecimalNumber(String(repeating: "9", count: 100_000)) == nil)
  }

  @Test func equalNumbersAreEqualHoweverWritten() {
    #expect(DecimalNumber("1.50") == DecimalNumber(significand: 15, exponent: -1))
    #expect(Set([DecimalNumber("2"), DecimalNumber("2.0"), DecimalNumber("0.2e1")]).count == 1)
  }

  @Test func multipliersAreExact() throws {
    let number = try #require(DecimalNumber("61.5"))
    #expect(number.scaled(byPowerOfTen: 9)?.description == "61500000000")
    #expect(number.scaled(byPowerOfTen: -3)?.description == "0.0615")
    #expect(number.scaled(byPowerOfTen: 60) == nil)
    #expect(number.scaled(byPowerOfTen: .max) == nil)
    #expect(number.multiplied(by: 1_000_000_000) == DecimalNumber("61500000000"))
    #expect(DecimalNumber("0.1")?.adding(DecimalNumber("0.2")!) == DecimalNumber("0.3"))
    #expect(DecimalNumber("1")?.subtracting(DecimalNumber("0.9")!) == DecimalNumber("0.1"))
  }

  @Test func whatDoesNotFitIsNil() {
    let largest = DecimalNumber(significand: .max, exponent: 0)!
    let least = DecimalNumber(significand: .min, exponent: 0)!
    #expect(largest.adding(1) == nil)
    #expect(largest.multiplied(by: 2) == nil)
    #expect(least.negated() == nil)
    #expect(least.divided(by: -1) == nil)
    #expect(DecimalNumber(significand: 1, exponent: -65) == nil)
    #expect(DecimalNumber(significand: 1, exponent: .max) == nil)
  }

  @Test func quotientsAreExactOrAbsent() {
    #expect(DecimalNumber(1).divided(by: 4) == DecimalNumber("0.25"))
    #expect(DecimalNumber(3).divided(by: 2) == DecimalNumber("1.5"))
    #expect(DecimalNumber(1).divided(by: 3) == nil)
    #expect(DecimalNumber(2).divided(by: 3) == nil)
    #expect(DecimalNumber(1).divided(by: 0) == nil)
    #expect(DecimalNumber(-7).divided(by: -2) == DecimalNumber("3.5"))
  }

  @Test func orderIsThatOfTheNumbers() {
    let rising = [
      "-170141183460469231731687303715884105728", "-2.5", "-2", "0", "0.00000000000000000001",
      "0.9", "0.95", "1", "61500000000", "170141183460469231731687303715884105727",
    ].map { DecimalNumber($0)! }
    for (index, number) in rising.enumerated() {
      for (other, larger) in rising.enumerated() {
        #expect((number < larger) == (index < other), "\(number) < \(larger)")
      }
    }
  }

  @Test(
    "Codable keeps the value",
    arguments: ["0", "61500000000", "24.5", "-0.03", "9223372036854775808", "0.1234567890123456789"]
  )
  func codes(text: String) throws {
    let number = try #require(DecimalNumber(text))
    let data = try JSONEncoder().encode([number])
    #expect(try JSONDecoder().decode([DecimalNumber].self, from: data) == [number])
  }

  @Test func sumsOfRandomFractionsAgreeWithFoundation() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let a = Int.random(in: -1_000_000_000...1_000_000_000, using: &generator)
      let b = Int.random(in: -1_000_000_000...1_000_000_000, using: &generator)
      let x = Int.random(in: 0...6, using: &generator)
      let y = Int.random(in: 0...6, using: &generator)
      let left = DecimalNumber(significand: Int128(a), exponent: -x)!
      let right = DecimalNumber(significand: Int128(b), exponent: -y)!
      let (one, two) = (Decimal(string: left.description)!, Decimal(string: right.description)!)
      #expect(left.adding(right)!.description == "\(one + two)")
      #expect(left.multiplied(by: right)!.description == "\(one * two)")
      #expect((left < right) == (one < two))
    }
  }
}
