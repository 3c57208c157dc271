import Svodka
import SvodkaTesting
import Testing

@Test("place", arguments: try Case.load("place.cases"))
func place(_ example: Case) throws {
  try example.check(.place, with: Extractor.shared)
}
