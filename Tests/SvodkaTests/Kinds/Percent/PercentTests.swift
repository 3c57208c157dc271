import Svodka
import SvodkaTesting
import Testing

@Test("percent", arguments: try Case.load("percent.cases"))
func percent(_ example: Case) throws {
  try example.check(.percent, with: Extractor.shared)
}
