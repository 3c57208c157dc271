import Svodka
import SvodkaTesting
import Testing

@Test("time", arguments: try Case.load("time.cases"))
func time(_ example: Case) throws {
  try example.check(.time, with: Extractor.shared)
}
