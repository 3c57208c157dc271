// Prints the sums of money of a press release, and who holds which post in it.
//
//     swift run first-facts Tests/PressReleaseTests/press-release.txt
import Foundation
import Svodka

@main
struct FirstFacts {
  static func main() throws {
    guard let path = CommandLine.arguments.dropFirst().first else {
      print("Name a text file.")
      return
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let extractor = try Extractor()
    let document = extractor.extract(text, id: path, published: CalendarDay("2023-10-12"))
    for mention in document.mentions {
      if case .money(let money) = mention.value, let amount = money.amount.single {
        print("\(text[mention.range(in: text)]): \(amount) \(money.currency)")
      }
    }
    for fact in document.facts {
      if case .role(let role) = fact.statement {
        print("\(role.person.name): \(role.position.name), \(role.organization?.name ?? "?")")
      }
    }
  }
}
