import Svodka

/// The kinds that belong together, in the order in which a page shows them.
enum KindGroup: String, CaseIterable {
  case names, times, values, facts

  var kinds: [String] {
    switch self {
    case .names: [MentionKind.organization, .person, .place, .position].map(\.rawValue)
    case .times: [MentionKind.date, .time, .duration].map(\.rawValue)
    case .values:
      [MentionKind.money, .percent, .quantity, .number, .ordinal].map(\.rawValue)
    case .facts:
      [
        FactKind.role, .indicator, .change, .membership, .ownership, .agreement, .meeting,
        .location, .quote,
      ].map(\.rawValue)
    }
  }

  /// Groups the kinds that occur, with how often; kinds of a user's own stand last in theirs.
  ///
  /// - Returns: Groups with at least one kind.
  static func groups(
    ofMentions mentions: [String: Int], facts: [String: Int]
  ) -> [(group: KindGroup, kinds: [(name: String, count: Int)])] {
    let known = Set(allCases.flatMap(\.kinds))
    var groups: [(group: KindGroup, kinds: [(name: String, count: Int)])] = []
    for group in allCases {
      let counts = group == .facts ? facts : mentions
      var names = group.kinds
      // The user's own kinds of mentions stand for whatever they like; values come last.
      if group == .values || group == .facts {
        names += counts.keys.filter { !known.contains($0) }.sorted()
      }
      let kinds = names.compactMap { name in counts[name].map { (name: name, count: $0) } }
      if !kinds.isEmpty { groups.append((group, kinds)) }
    }
    return groups
  }
}

extension HTMLWriter {
  /// The class that gives a kind its colour; kinds of a user's own share a few.
  static func colorClass(ofKind kind: String) -> String {
    if KindGroup.allCases.contains(where: { $0.kinds.contains(kind) }) { return "k-\(kind)" }
    let sum = kind.utf8.reduce(0) { $0 &* 31 &+ Int($1) }
    return "k-own\(((sum % 4) + 4) % 4 + 1)"
  }

  /// The name of a kind beside its colour.
  mutating func kindLabel(_ kind: String, in phrases: Phrases) {
    element("span", ["class": "kind \(HTMLWriter.colorClass(ofKind: kind))"]) {
      $0.text(phrases.name(ofKind: kind))
    }
  }

  /// A sentence whose arguments lead to where they stand in the text.
  mutating func sentence(_ pieces: [Piece], in context: DocumentContext) {
    for piece in pieces {
      switch piece {
      case .text(let text): self.text(text)
      case .entity(let id, let name):
        let mention = context.firstMention(ofEntity: id)
        element(
          "a",
          [
            "href": mention.map { "#\(context.prefix)m\($0)" }, "data-entity": context.prefix + id,
          ], text: name)
      case .mention(let index, let text):
        element(
          "a",
          ["href": "#\(context.prefix)m\(index)", "data-mention": "\(context.prefix)\(index)"],
          text: text)
      }
    }
  }
}
