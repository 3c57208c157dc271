import Svodka
import SvodkaTesting
import Testing

@Test("duration", arguments: try Case.load("duration.cases"))
func duration(_ example: Case) throws {
  try example.check(.duration, with: Extractor.shared)
}
