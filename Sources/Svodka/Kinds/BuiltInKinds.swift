import TextRules

/// The kinds that come with the library, layer by layer. A new kind is one line here.
enum BuiltInKinds {
  /// Later layers see the records of earlier ones; the kinds of a layer compete for words.
  static let layers: [[any Kind.Type]] = [
    [PlaceKind.self],
    [OrganizationKind.self],
    [PositionKind.self],
    [PersonKind.self],
  ]
}
