import Svodka
import SvodkaTesting
import Testing

@Suite("meeting")
struct MeetingTests {
  @Test("meeting", arguments: try FactCase.load("meeting.cases"))
  func meeting(_ example: FactCase) throws { try example.check(.meeting, with: Extractor.shared) }
}
