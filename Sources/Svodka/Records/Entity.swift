/// A person, an organization or a place, once a document, with all that the document calls it.
public struct Entity: Sendable, Hashable {
  /// Unique in the document: `org1`, `per2`, `loc1`.
  public var id: String
  /// ``MentionKind/person``, ``MentionKind/organization`` or ``MentionKind/place``.
  public var kind: MentionKind
  /// Canonical and nominative; a person's is as complete as the document gives it.
  public var name: String
  /// An organization's legal form, if the document gives one.
  public var legalForm: String?
  /// The raw value of an ``OrganizationType`` or a ``PlaceType``.
  public var type: String?
  /// The other names by which the document calls it, nominative.
  public var aliases: [String]
  /// Indexes into the document's mentions, rising.
  public var mentions: [Int]

  public init(
    id: String, kind: MentionKind, name: String, legalForm: String? = nil, type: String? = nil,
    aliases: [String] = [], mentions: [Int] = []
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.legalForm = legalForm
    self.type = type
    self.aliases = aliases
    self.mentions = mentions
  }
}

/// An argument of a fact that is an entity.
public struct EntityReference: Sendable, Hashable, Codable {
  /// The ``Entity/id``; `nil` for a name that is no entity of the document.
  public var entity: String?
  /// Its canonical name.
  public var name: String

  public init(entity: String?, name: String) {
    self.entity = entity
    self.name = name
  }

  public init(_ entity: Entity) { self.init(entity: entity.id, name: entity.name) }
}

extension Entity: Codable {
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: FieldName.self)
    self.init(
      id: try fields.decode(String.self, forKey: "id"),
      kind: try fields.decode(MentionKind.self, forKey: "kind"),
      name: try fields.decode(String.self, forKey: "name"),
      legalForm: try fields.decodeIfPresent(String.self, forKey: "legalForm"),
      type: try fields.decodeIfPresent(String.self, forKey: "type"),
      aliases: try fields.decode([String].self, forKey: "aliases"),
      mentions: try fields.decode([Int].self, forKey: "mentions"))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: FieldName.self)
    try fields.encode(id, forKey: "id")
    try fields.encode(kind, forKey: "kind")
    try fields.encode(name, forKey: "name")
    // An organization always has the field, `null` where the document gives no legal form.
    if kind == .organization {
      try fields.encode(legalForm, forKey: "legalForm")
    }
    try fields.encodeIfPresent(type, forKey: "type")
    try fields.encode(aliases, forKey: "aliases")
    try fields.encode(mentions, forKey: "mentions")
  }
}
