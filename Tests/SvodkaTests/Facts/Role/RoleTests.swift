import Svodka
import SvodkaTesting
import Testing

@Suite("roles")
struct RoleTests {
  @Test("role", arguments: try FactCase.load("role.cases"))
  func role(_ example: FactCase) throws { try example.check(.role, with: Extractor.shared) }
}
