import Svodka

/// Which record kind a label of somebody else's gold means.
public struct GoldLabels: Sendable {
  private var kinds: [String: MentionKind]

  /// The labels in common use: `ORG`, `PER`, `LOC`, `GPE`, `DATE`, `MONEY`, …, and the names of
  /// the kinds themselves.
  public static let common = GoldLabels(kinds: [
    "org": .organization, "organisation": .organization, "company": .organization,
    "per": .person, "pers": .person, "loc": .place, "location": .place, "gpe": .place,
    "geopolit": .place, "country": .place, "city": .place, "percentage": .percent,
    "cardinal": .number, "job": .position, "title": .position, "profession": .position,
    "age": .duration,
  ])

  private init(kinds: [String: MentionKind]) { self.kinds = kinds }

  /// The same with `label` read as `kind`.
  public func adding(_ label: String, as kind: MentionKind) -> GoldLabels {
    var labels = self
    labels.kinds[label.lowercased()] = kind
    return labels
  }

  /// The same without `label`, whose spans are passed over.
  public func dropping(_ label: String) -> GoldLabels {
    adding(label, as: MentionKind(rawValue: ""))
  }

  func kind(of label: some StringProtocol) -> MentionKind? {
    let name = label.lowercased()
    let kind = kinds[name] ?? MentionKind(rawValue: name)
    return kind.rawValue.isEmpty ? nil : kind
  }
}
