import Svodka
import SvodkaTesting
import Testing

@Suite("membership")
struct MembershipTests {
  @Test("membership", arguments: try FactCase.load("membership.cases"))
  func membership(_ example: FactCase) throws { try example.check(.membership, with: Extractor.shared) }
}
