import Foundation
import Svodka
import SvodkaTesting
import XCTest

/// The same with XCTest: checks that throw.
final class PressReleaseCase: XCTestCase {
  func testFigures() throws {
    let release = try Sample(contentsOf: file, published: CalendarDay("2023-10-12"))
    try release.require(.percent(18.4), near: "машин")
    try release.requireLack(of: .money(61_500_000_000, .usd))
    XCTAssertEqual(release.all(Money.self).map(\.currency), ["KZT", "KZT"])
  }
}
