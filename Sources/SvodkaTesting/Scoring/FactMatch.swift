import Foundation
import Svodka

/// Compares gold facts with those of one document.
struct FactMatch {
  let names: [String: [String]]

  func isMet(_ gold: GoldFact, by found: JSONValue) -> Bool {
    guard found["kind"]?.text == gold.kind.rawValue else { return false }
    if gold.form == .full {
      return gold.arguments.allSatisfy { isMet($1, by: found[$0]) }
    }
    let want = gold.arguments
    switch gold.kind {
    case .role:
      return isEntity(want["person"], found["person"])
        && stems(want["position"]).isSubset(of: stems(found["position"]))
        && (want["organization"] == nil || isEntity(want["organization"], found["organization"]))
    case .indicator: return isIndicator(want, found)
    case .change:
      return !stems(want["indicator"]).isDisjoint(with: stems(found["indicator"]))
        && want["direction"] == found["direction"]
        && isMetIfThere(want["percent"], by: found["by"]?["value"])
        && isMetIfThere(want["times"], by: found["by"]?["times"])
    case .quote:
      let said = ComparedText(found["text"]?.text ?? "").words
      return isEntity(want["speaker"], found["speaker"])
        && said.starts(with: ComparedText(want["starts"]?.text ?? "").words)
        && said.hasSuffix(ComparedText(want["ends"]?.text ?? "").words)
    case .meeting, .agreement:
      let slot = gold.kind == .meeting ? "participants" : "parties"
      let present = found[slot]?.list ?? []
      return (want[slot]?.list ?? []).allSatisfy { name in
        present.contains { isEntity(name, $0) }
      } && begins(found["date"]?["from"], with: want["date"])
    default:
      return want.allSatisfy { slot, value in
        slot == "since"
          ? begins(found["since"]?["from"], with: value) : isEntity(value, found[slot])
      }
    }
  }

  /// Do both names belong to one entity of the document?
  func isAlias(_ want: [String: JSONValue]) -> Bool {
    let wanted = Set([want["entity"], want["alias"]].map { ComparedText($0?.text ?? "") })
    return names.values.contains { wanted.isSubset(of: $0.map(ComparedText.init)) }
  }

  private func isIndicator(_ want: [String: JSONValue], _ found: JSONValue) -> Bool {
    let measure = found["measure"]
    guard let number = want["value"] ?? want["amount"] ?? want["percent"], number != .null,
      number.isMet(by: measure?["value"] ?? measure?["amount"])
    else { return false }
    if let currency = want["currency"], currency != measure?["currency"] { return false }
    if let bound = want["bound"], bound != measure?["bound"] ?? .text("exact") { return false }
    if stems(want["indicator"]).isDisjoint(with: stems(found["indicator"])) { return false }
    for end in ["from", "to"] {
      if let day = want[end], !day.isMet(by: found["period"]?[end]) { return false }
    }
    for slot in ["place", "organization"] {
      if let name = want[slot], !isEntity(name, found[slot]) { return false }
    }
    guard let change = want["change"] else { return true }
    let have = found["change"]
    return change["direction"] == have?["direction"]
      && isMetIfThere(change["percent"], by: have?["by"]?["value"])
      && begins(have?["base"]?["from"], with: change["base"])
      && isMetIfThere(change["fromPercent"], by: have?["from"]?["value"])
      && isMetIfThere(change["toPercent"], by: have?["to"]?["value"])
  }

  /// Compares two values of the full form: an entity by its names, an object field by field.
  private func isMet(_ want: JSONValue, by found: JSONValue?) -> Bool {
    switch want {
    case .object(let fields):
      if fields["entity"] != nil || (fields["name"] != nil && fields["mention"] == nil) {
        return isEntity(fields["name"], found)
      }
      return fields.allSatisfy { $0.key == "mention" || isMet($0.value, by: found?[$0.key]) }
    case .list(let list):
      let present = found?.list ?? []
      return list.allSatisfy { item in present.contains { isMet(item, by: $0) } }
    default: return want.isMet(by: found)
    }
  }

  private func isMetIfThere(_ want: JSONValue?, by found: JSONValue?) -> Bool {
    want.map { $0.isMet(by: found) } ?? true
  }

  private func begins(_ found: JSONValue?, with want: JSONValue?) -> Bool {
    guard let want = want?.text else { return true }
    return (found?.text ?? "").hasPrefix(want)
  }

  private func stems(_ argument: JSONValue?) -> Set<String> {
    ComparedText.stems(name(of: argument))
  }

  private func name(of argument: JSONValue?) -> String {
    argument?.text ?? argument?["name"]?.text ?? argument?["text"]?.text ?? ""
  }

  /// Is the wanted name one of those by which the document knows the argument's entity?
  private func isEntity(_ want: JSONValue?, _ argument: JSONValue?) -> Bool {
    let want = ComparedText(want?.text ?? "").words
    var known = [name(of: argument)]
    if let id = argument?["entity"]?.text { known += names[id] ?? [] }
    return known.contains { name in
      guard !name.isEmpty else { return false }
      let name = ComparedText(name).words
      return want == name || name.components(separatedBy: " / ").contains(want)
        || (want.unicodeScalars.count > 4 && name.contains(want))
    }
  }
}
