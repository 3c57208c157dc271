import Svodka
import SvodkaTesting
import Testing

@Test("date", arguments: try Case.load("date.cases"))
func date(_ example: Case) throws {
  try example.check(.date, with: Extractor.shared)
}
