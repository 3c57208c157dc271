import Svodka
import Testing

@Suite("amounts")
struct AmountTests {
  @Test func descriptionIsTheNumberOrBothEnds() {
    #expect("\(Amount.exactly(61_500_000_000))" == "61500000000")
    #expect("\(Amount.range(low: 3, high: 5))" == "3…5")
  }
}
