import Svodka
import SvodkaTesting
import Testing

@Test("organization", arguments: try Case.load("organization.cases"))
func organization(_ example: Case) throws {
  try example.check(.organization, with: Extractor.shared)
}
