import Svodka
import SvodkaTesting
import Testing

@Suite("how old somebody is")
struct AgeTests {
  @Test(arguments: try FactCase.load("age.cases"))
  func age(_ example: FactCase) throws {
    try example.check(FactKind(rawValue: "age"), with: .shared)
  }
}
