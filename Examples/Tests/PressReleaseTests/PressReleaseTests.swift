import Foundation
import Svodka
import SvodkaTesting
import Testing

let file = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "press-release.txt")

@Test func tellsTheFigures() throws {
  let release = try Sample(contentsOf: file, published: CalendarDay("2023-10-12"))
  #expect(release.has(.money(61_500_000_000, .kzt), near: "стоимость"))
  #expect(release.has(.role("Айгуль Сатпаева", "председатель правления", at: "Тобыл Моторс")))
  #expect(release.lacks(.person("Абай")), "the avenue is no person")
}

@Test func tellsWhatGrew() throws {
  let release = try Sample(contentsOf: file, published: CalendarDay("2023-10-12"))
  #expect(release.has(.money(.billions(28), .kzt), near: "цех"))
  #expect(
    release.has(.indicator("выпуск машин", .quantity(41_250), change: .up(by: .percent(18.4)))))
}

@Test(arguments: TextVariant.allCases)
func saysTheSameInAnyTypography(_ variant: TextVariant) throws {
  let release = try Sample(contentsOf: file, published: CalendarDay("2023-10-12"))
  try release.requireUnchanged(by: variant)
}
