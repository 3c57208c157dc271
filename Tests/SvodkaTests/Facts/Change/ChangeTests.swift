import Svodka
import SvodkaTesting
import Testing

@Test("change", arguments: try FactCase.load("change.cases"))
func change(_ example: FactCase) throws {
  try example.check(.change, with: Extractor.shared)
}
