/// The kinds of facts that come with the library, layer by layer. A new kind is one line here.
enum BuiltInFacts {
  /// The layers come after those of ``BuiltInKinds``. A layer sees the records of the mentions and
  /// those of the layers before it; its kinds do not compete for words.
  static let layers: [[any FactMaker.Type]] = [
    [PostMaker.self, ReferenceMaker.self],
    [PartyMaker.self],
    [
      RoleMaker.self, QuoteMaker.self, AgreementMaker.self, ChangeMaker.self, IndicatorMaker.self,
    ],
  ]
}
