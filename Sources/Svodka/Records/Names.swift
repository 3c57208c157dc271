/// An organization, by the name that stands in the text.
public struct Organization: Sendable, Hashable, Codable {
  /// Nominative, without the legal form and the quotation marks.
  public var name: String
  /// «ТОО», «АО», «Ltd».
  public var legalForm: String?
  public var type: OrganizationType

  public init(name: String, legalForm: String? = nil, type: OrganizationType = .other) {
    self.name = name
    self.legalForm = legalForm
    self.type = type
  }
}

public enum OrganizationType: String, Sendable, Hashable, Codable, CaseIterable {
  case company, government, association, bank, media, education, party, sport, military, other
}

/// A person, by the parts of the name that stand in the text; each is nominative.
public struct Person: Sendable, Hashable, Codable {
  public var family: String?
  public var given: String?
  public var patronymic: String?
  public var gender: Gender?

  public init(
    family: String? = nil, given: String? = nil, patronymic: String? = nil, gender: Gender? = nil
  ) {
    self.family = family
    self.given = given
    self.patronymic = patronymic
    self.gender = gender
  }

  /// Given name, patronymic and family name, as far as they are known: «Олег Алферов».
  public var fullName: String {
    [given, patronymic, family].compactMap(\.self).joined(separator: " ")
  }
}

public enum Gender: String, Sendable, Hashable, Codable, CaseIterable {
  case male, female
}

/// A place on the map.
public struct Place: Sendable, Hashable, Codable {
  /// Nominative and canonical: «РК» is «Казахстан».
  public var name: String
  public var type: PlaceType
  /// ISO 3166: `KZ`, `KZ-ALA`.
  public var code: String?

  public init(name: String, type: PlaceType = .other, code: String? = nil) {
    self.name = name
    self.type = type
    self.code = code
  }
}

public enum PlaceType: String, Sendable, Hashable, Codable, CaseIterable {
  case country, region, city, district, street, water, other
}

/// A title that a person holds: «председатель правления».
public struct Position: Sendable, Hashable, Codable {
  /// Nominative.
  public var name: String

  public init(name: String) { self.name = name }
}
