import Svodka
import SvodkaTesting
import Testing

@Suite("ownership")
struct OwnershipTests {
  @Test("ownership", arguments: try FactCase.load("ownership.cases"))
  func ownership(_ example: FactCase) throws { try example.check(.ownership, with: Extractor.shared) }
}
