import Svodka
import SvodkaTesting
import Testing

@Test("quantity", arguments: try Case.load("quantity.cases"))
func quantity(_ example: Case) throws {
  try example.check(.quantity, with: Extractor.shared)
}
