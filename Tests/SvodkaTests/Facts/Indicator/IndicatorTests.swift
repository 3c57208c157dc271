import Svodka
import SvodkaTesting
import Testing

@Test("indicator", arguments: try FactCase.load("indicator.cases"))
func indicator(_ example: FactCase) throws {
  try example.check(.indicator, with: Extractor.shared)
}
