import Svodka

extension MentionValue {
  /// The fields of the value's JSON that hold something, by name.
  var fields: [(name: String, value: String)] {
    let names =
      switch self {
      case .organization: ["name", "legalForm", "type"]
      case .person: ["family", "given", "patronymic", "gender"]
      case .place: ["name", "type", "code"]
      case .position: ["name"]
      case .date: ["from", "to", "grain", "unit", "offset", "recurring"]
      case .time: ["iso", "zone"]
      case .duration: ["iso", "low", "high", "bound"]
      case .money: ["amount", "low", "high", "currency", "bound", "per", "inferred"]
      case .percent: ["value", "low", "high", "points", "bound", "inferred"]
      case .quantity:
        ["value", "low", "high", "unit", "counted", "base", "bound", "per", "inferred"]
      case .number: ["value", "low", "high", "bound", "inferred"]
      case .ordinal: ["value"]
      case .custom(_, let fields): fields.keys.sorted()
      }
    return names.compactMap { name in
      if case .custom(_, let fields) = self { return fields[name].map { (name, $0.summary) } }
      return field(name).map { (name, $0) }
    }
  }
}
