import Foundation
import Svodka
import TestSupport
import Testing

@Suite("the JSON Schema of a document")
struct JSONSchemaTests {
  private func value(of document: Document) throws -> JSONValue {
    var writer = JSONLineWriter()
    writer.append(document, text: SampleDocuments.text)
    return try JSONDecoder().decode(JSONValue.self, from: Data(writer.bytes))
  }

  @Test func everyKindOfRecordIsValid() throws {
    let schema = try JSONSchema.ofDocument()
    #expect(schema.errors(in: try value(of: SampleDocuments.full)) == [])
    #expect(schema.errors(in: try value(of: Document(id: "1"))) == [])
  }

  @Test func extractedDocumentsAreValid() throws {
    let schema = try JSONSchema.ofDocument()
    let extractor = try Extractor()
    let document = extractor.extract(
      SampleDocuments.text, id: "1", published: CalendarDay("2016-12-15"))
    #expect(schema.errors(in: try value(of: document)) == [])
  }

  @Test(
    "a broken document is refused",
    arguments: [
      // a field of the document is missing, unknown, or of another type
      (#""id":"1","#, ""),
      (#""id":"1""#, #""id":1"#),
      (#""id":"1""#, #""id":"1","extra":true"#),
      (#""anchor":"given""#, #""anchor":"guessed""#),
      (#""published":"2016-12-15""#, #""published":"15.12.2016""#),
      (#""mentions":["#, #""warnings":[],"mentions":["#),
      // a mention's offset, value or rule
      (#""start":8"#, #""start":-8"#),
      (#""start":8"#, #""start":8.5"#),
      (#","rule":"money.a""#, ""),
      (#""amount":28000000"#, #""amount":"28000000""#),
      (#""amount":28000000,"#, ""),
      (#""amount":28000000"#, #""amount":28000000,"low":1,"high":2"#),
      (#""amount":28000000"#, #""low":1"#),
      (#""currency":"USD""#, #""currency":"долл.""#),
      (#""bound":"about""#, #""bound":"circa""#),
      (#""inferred":true"#, #""inferred":false"#),
      (#""kind":"money""#, #""kind":"percent""#),
      (#""kind":"money""#, #""kind":"money","entity":"org1""#),
      // an entity and a fact
      (#""legalForm":null,"#, ""),
      (#""mentions":[0]"#, #""mentions":["0"]"#),
      (#""speaker":{"name":"Ян"}"#, #""speaker":"Ян""#),
      (#""speaker":{"name":"Ян"},"#, ""),
      (#""text":"Да""#, #""text":"Да","place":{"name":"x"}"#),
    ])
  func refuses(part: String, broken: String) throws {
    let valid =
      #"{"id":"1","offsets":"scalars","published":"2016-12-15","anchor":"given","mentions":[{"kind":"money","#
      + #""start":8,"end":29,"text":"x","value":{"amount":28000000,"currency":"USD","#
      + #""bound":"about","inferred":true},"rule":"money.a"}],"#
      + #""entities":[{"id":"org1","kind":"organization","name":"x","legalForm":null,"#
      + #""type":"company","aliases":[],"mentions":[0]}],"#
      + #""facts":[{"kind":"quote","start":0,"end":3,"speaker":{"name":"Ян"},"text":"Да","#
      + #""rule":"quote.a"}]}"#
    let schema = try JSONSchema.ofDocument()
    let decoder = JSONDecoder()
    #expect(schema.errors(in: try decoder.decode(JSONValue.self, from: Data(valid.utf8))) == [])
    #expect(valid.contains(part))
    let text = valid.replacingOccurrences(of: part, with: broken)
    let errors = schema.errors(in: try decoder.decode(JSONValue.self, from: Data(text.utf8)))
    #expect(!errors.isEmpty)
  }
}
