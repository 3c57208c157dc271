import Svodka
import SvodkaTesting
import Testing

@Suite("who founded what")
struct FoundingTests {
  @Test(arguments: try FactCase.load("founding.cases"))
  func founding(_ example: FactCase) throws {
    try example.check(FactKind(rawValue: "founding"), with: .shared)
  }
}
