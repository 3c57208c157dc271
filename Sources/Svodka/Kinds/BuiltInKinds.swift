import TextRules

/// The kinds that come with the library, layer by layer. A new kind is one line here.
enum BuiltInKinds {
  /// Later layers see the records of earlier ones; the kinds of a layer compete for words.
  static let layers: [[any Kind.Type]] = [
    [NumberKind.self],
    [
      DateKind.self, DurationKind.self, TimeKind.self, OrdinalKind.self, PercentKind.self,
      MoneyKind.self, QuantityKind.self,
    ],
    [PlaceKind.self],
    [OrganizationKind.self],
    [PositionKind.self],
    [PersonKind.self],
  ]

  /// The last of the layers that find names.
  static let nameLayer = layers.firstIndex { $0.contains { $0 == PersonKind.self } }

  /// The layer that finds the dates.
  static let dateLayer = layers.firstIndex { $0.contains { $0 == DateKind.self } }
}
