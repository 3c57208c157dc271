import Svodka
import SvodkaTesting
import Testing

@Test("position", arguments: try Case.load("position.cases"))
func position(_ example: Case) throws {
  try example.check(.position, with: Extractor.shared)
}
