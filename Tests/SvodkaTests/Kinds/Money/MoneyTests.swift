import Svodka
import SvodkaTesting
import Testing

@Test("money", arguments: try Case.load("money.cases"))
func money(_ example: Case) throws {
  try example.check(.money, with: Extractor.shared)
}
