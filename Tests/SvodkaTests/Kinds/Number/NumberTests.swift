import Svodka
import SvodkaTesting
import Testing

@Test("number", arguments: try Case.load("number.cases"))
func number(_ example: Case) throws {
  try example.check(.number, with: Extractor.shared)
}
