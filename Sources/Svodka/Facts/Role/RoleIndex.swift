/// Finds, among the roles so far, those that may be the same as another one.
///
/// Roles that are one have one person, and titles that share their first word or their last; they have one
/// place, or one of them has none.
struct RoleIndex {
  private enum Place: Hashable {
    case any
    case nowhere
    case one(EntityReference)
  }

  private struct Key: Hashable {
    var person: String
    var place: Place
    var word: Substring
    var isFirst: Bool
  }

  private var numbers: [Key: [Int]] = [:]
  /// Titles that are one: «премьер», «премьер-министр».
  private let oneTitle: Set<String>

  init(oneTitle: Set<String>) { self.oneTitle = oneTitle }

  /// Adds a role, or what it has become.
  mutating func add(_ number: Int, _ role: Role) {
    for place in [Place.any, role.organization.map { .one($0) } ?? .nowhere] {
      for key in keys(of: role, place) { numbers[key, default: []].append(number) }
    }
  }

  /// The first role that is the same, of those that may be.
  func first(like role: Role, where isSame: (Int) -> Bool) -> Int? {
    let places = role.organization.map { [Place.nowhere, .one($0)] } ?? [.any]
    return places.flatMap { keys(of: role, $0) }
      .compactMap { numbers[$0]?.first(where: isSame) }.min()
  }

  private func keys(of role: Role, _ place: Place) -> [Key] {
    let words = (oneTitle.contains(role.position.name) ? "" : role.position.name).split(separator: " ")
    return [(words.first, true), (words.last, false)].map { word, isFirst in
      Key(person: role.person.name, place: place, word: word ?? "", isFirst: isFirst)
    }
  }
}
