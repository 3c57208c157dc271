import Svodka
import SvodkaTesting
import Testing

@Test("person", arguments: try Case.load("person.cases"))
func person(_ example: Case) throws {
  try example.check(.person, with: Extractor.shared)
}
