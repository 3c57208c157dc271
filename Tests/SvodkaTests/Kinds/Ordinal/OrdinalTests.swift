import Svodka
import SvodkaTesting
import Testing

@Test("ordinal", arguments: try Case.load("ordinal.cases"))
func ordinal(_ example: Case) throws {
  try example.check(.ordinal, with: Extractor.shared)
}
