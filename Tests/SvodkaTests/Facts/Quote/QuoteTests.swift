import Svodka
import SvodkaTesting
import Testing

@Suite("quotes")
struct QuoteTests {
  @Test("quote", arguments: try FactCase.load("quote.cases"))
  func quote(_ example: FactCase) throws { try example.check(.quote, with: Extractor.shared) }
}
