import Foundation
import Svodka

/// Reads a line that `svodka extract` wrote, as far as a summary needs it.
///
/// Order of fields does not matter, and fields that are not known are passed over.
enum RecordLineReader {
  /// Counts the document in `line`; `false`, and nothing counted, if it is no line of records.
  static func count(_ line: UnsafeBufferPointer<UInt8>, into tally: inout DocumentTally) -> Bool {
    guard let base = line.baseAddress else { return false }
    // The bytes are read in place, and the decoder keeps none of them.
    let data = Data(
      bytesNoCopy: UnsafeMutableRawPointer(mutating: base), count: line.count, deallocator: .none)
    guard let records = try? JSONDecoder().decode(Records.self, from: data) else { return false }
    records.add(to: &tally)
    return true
  }

  private struct Records: Decodable {
    var id: String?
    var mentions: [Mention]
    var entities: [Entity]?
    var facts: [Fact]?
    var warnings: [Warning]?

    func add(to tally: inout DocumentTally) {
      tally.begin()
      for mention in mentions { tally.mention(mention.kind, currency: mention.value?.currency) }
      for entity in entities ?? [] {
        tally.entity(
          entity.kind, entity.name, type: entity.type, mentions: entity.mentions?.count ?? 0)
      }
      for fact in facts ?? [] {
        tally.fact(fact.kind ?? "", indicator: fact.indicator)
        if let (change, direction) = fact.largeChange(in: id ?? "") {
          tally.change(change, direction)
        }
      }
      for warning in warnings ?? [] { tally.warning(warning.code) }
      tally.end()
    }
  }

  private struct Mention: Decodable {
    struct Value: Decodable { var currency: String? }
    var kind: String
    var value: Value?
  }

  private struct Entity: Decodable {
    var kind: String
    var name: String
    var type: String?
    var mentions: [Int]?
  }

  private struct Warning: Decodable { var code: String }
  private struct Named: Decodable { var name: String? }

  private struct Change: Decodable {
    /// By how much: a measure of some kind, or so many times.
    struct By: Decodable {
      var kind: String?
      var value: DecimalNumber?
      var times: DecimalNumber?
      var points: Bool?
    }

    var direction: String?
    var consistent: Bool?
    var by: By?
  }

  private struct Fact: Decodable {
    var kind: String?
    var indicator: String?
    var organization: Named?
    var place: Named?
    var negated: Bool?
    /// Of an indicator.
    var change: Change?
    /// Of a fact that is a change alone.
    var own: Change

    private enum Field: String, CodingKey {
      case kind, indicator, organization, place, negated, change
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Field.self)
      kind = try fields.decodeIfPresent(String.self, forKey: .kind)
      indicator = try fields.decodeIfPresent(String.self, forKey: .indicator)
      organization = try fields.decodeIfPresent(Named.self, forKey: .organization)
      place = try fields.decodeIfPresent(Named.self, forKey: .place)
      negated = try fields.decodeIfPresent(Bool.self, forKey: .negated)
      change = try fields.decodeIfPresent(Change.self, forKey: .change)
      own = try Change(from: decoder)
    }

    func largeChange(in document: String) -> (LargeChange, ChangeDirection)? {
      let told = change ?? own
      guard let indicator, let direction = told.direction.flatMap(ChangeDirection.init),
        let by = told.by, negated != true, told.consistent != false
      else { return nil }
      let (percent, amount): (Double, String)
      if let times = by.times {
        (percent, amount) = (
          LargeChange.percent(times: times.real, direction), "\(times) times"
        )
      } else if by.kind == "percent", by.points != true, let value = by.value {
        (percent, amount) = (value.real, "\(value) %")
      } else {
        return nil
      }
      let large = LargeChange(
        percent: percent, amount: amount, indicator: indicator, organization: organization?.name,
        place: place?.name, document: document)
      return (large, direction)
    }
  }
}
