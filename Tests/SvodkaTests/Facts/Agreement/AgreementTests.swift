import Svodka
import SvodkaTesting
import Testing

@Suite("agreement")
struct AgreementTests {
  @Test("agreement", arguments: try FactCase.load("agreement.cases"))
  func agreement(_ example: FactCase) throws { try example.check(.agreement, with: Extractor.shared) }
}
