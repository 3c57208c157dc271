import Testing

@testable import SvodkaView

@Suite("nesting of marks")
struct NestingTests {
  /// `a [b (c)](d)` as text: each stretch with its number, cut where stretches cross.
  private func drawn(_ stretches: [Range<Int>], length: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return Nesting(stretches, in: 0..<length).steps.map { step in
      switch step {
      case .text(let range): String(letters[range])
      case .open(let index, _, let height): "<\(index)\(height > 0 ? "^\(height)" : "") "
      case .close(let index): " \(index)>"
      }
    }.joined()
  }

  @Test(
    "stretches lie in one another and never cross",
    arguments: [
      ([], 3, "abc"),
      ([0..<1], 3, "<0 a 0>bc"),
      ([0..<4, 1..<2], 5, "<0^1 a<1 b 1>cd 0>e"),
      // The same stretch twice: the first lies outside.
      ([1..<3, 1..<3], 4, "a<0^1 <1 bc 1> 0>d"),
      ([0..<3, 2..<5], 6, "<0^1 ab<1 c 1> 0><1 de 1>f"),
      ([0..<6, 1..<4, 2..<6, 3..<4], 6, "<0^3 a<1^2 b<2^1 c<3 d 3> 2> 1><2 ef 2> 0>"),
      ([2..<2, 1..<9], 4, "a<1 bcd 1>"),
    ] as [([Range<Int>], Int, String)])
  func drawing(stretches: [Range<Int>], length: Int, written: String) {
    #expect(drawn(stretches, length: length) == written)
  }

  @Test func anyStretchesGiveTheWholeTextOnceAndProperNests() {
    var random = UInt64(20_231_012)
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    for _ in 0..<2000 {
      let stretches = (0..<next(9)).map { _ in
        let start = next(20)
        return start..<start + next(21 - start)
      }
      var open: [Int] = []
      var text: [Int] = []
      var covered = Array(repeating: Set<Int>(), count: stretches.count)
      for step in Nesting(stretches, in: 0..<20).steps {
        switch step {
        case .text(let range):
          text += range
          for index in open { covered[index].formUnion(range) }
        case .open(let index, _, _): open.append(index)
        case .close(let index): #expect(open.popLast() == index)
        }
      }
      #expect(open.isEmpty)
      #expect(text == Array(0..<20))
      for (index, stretch) in stretches.enumerated() {
        #expect(covered[index] == Set(stretch), "\(stretches)")
      }
    }
  }

  @Test func evidenceDoesNotRaiseTheMarksAroundIt() {
    let nesting = Nesting([0..<5, 1..<4, 2..<3], in: 0..<5) { $0 != 1 }
    let heights = nesting.steps.compactMap { step in
      if case .open(_, _, let height) = step { height } else { nil }
    }
    #expect(heights == [1, 1, 0])
  }
}
