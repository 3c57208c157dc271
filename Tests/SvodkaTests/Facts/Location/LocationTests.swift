import Svodka
import SvodkaTesting
import Testing

@Suite("location")
struct LocationTests {
  @Test("location", arguments: try FactCase.load("location.cases"))
  func location(_ example: FactCase) throws { try example.check(.location, with: Extractor.shared) }
}
