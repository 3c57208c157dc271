import RussianText

/// Turns words and noun phrases of a text into the nominative.
///
///     // «Союзом предприятий автомобильной отрасли»
///     inflector.nominative(ofTokens: range, in: buffer)  // "Союз предприятий автомобильной отрасли"
///     // «легковых автомобилей»
///     inflector.nominativeSingular(ofTokens: range, in: buffer)  // "легковой автомобиль"
///
/// Only the head and what agrees with it changes; complements stay as they are, and so do capitals,
/// quotation marks and words that do not inflect. Runs of white space become one space.
public struct Inflector {
  public let cache: MorphologyCache

  public init(cache: MorphologyCache) { self.cache = cache }

  /// The phrase in the nominative, in the number it stands in.
  ///
  /// - Parameter choices: The reading chosen for every token of `buffer`, as ``Disambiguator``
  ///   leaves them; without them the phrase alone decides.
  public func nominative(
    ofTokens range: Range<Int>, in buffer: TokenBuffer, choices: UnsafeBufferPointer<UInt8>? = nil
  ) -> String {
    inflect(range, buffer, choices, singular: false)
  }

  /// The phrase in the nominative singular, without numerals that stand before its head.
  public func nominativeSingular(
    ofTokens range: Range<Int>, in buffer: TokenBuffer, choices: UnsafeBufferPointer<UInt8>? = nil
  ) -> String {
    inflect(range, buffer, choices, singular: true)
  }

  /// The token in the form of its lemma that has `wanted`, spelled as the token is as far as the
  /// two agree; the token as it stands if there is no such form.
  public func form(
    ofToken index: Int, in buffer: TokenBuffer, analysis: Analysis, as wanted: Grammemes
  ) -> String {
    var output: [UInt8] = []
    append(index, buffer, analysis, wanted, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func inflect(
    _ range: Range<Int>, _ buffer: TokenBuffer, _ choices: UnsafeBufferPointer<UInt8>?,
    singular: Bool
  ) -> String {
    let phrase = NounPhrase(range, buffer, cache, choices)
    var output: [UInt8] = []
    for index in range {
      if singular, index < phrase.head, isNumeral(buffer[index]) { continue }
      if !output.isEmpty, buffer[index].flags.contains(.spaceBefore) { output.append(0x20) }
      if let analysis = phrase.agreeing(index) {
        append(
          index, buffer, analysis, target(of: analysis, phrase, singular: singular), to: &output)
      } else {
        output.append(contentsOf: buffer.spelling(of: index))
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func isNumeral(_ token: Token) -> Bool {
    cache.allGrammemes(of: token.word).intersects(.NUMR.union(.NUMB))
  }

  /// What a word of the phrase is to become: the head keeps its number, the rest follow it.
  private func target(of analysis: Analysis, _ phrase: NounPhrase, singular: Bool) -> Grammemes {
    let grammemes = cache.grammemes(of: analysis)
    let head = phrase.headGrammemes
    let isPlural = head.contains(.plur) && (!singular || head.contains(.Pltm))
    if isPlural { return .nomn.union(.plur) }
    let wanted = Grammemes.nomn.union(.sing)
    guard grammemes.intersects(.attributive) else { return wanted }
    let gender = phrase.headGender
    return wanted.union(gender.isEmpty ? .masc : gender)
  }

  private func append(
    _ index: Int, _ buffer: TokenBuffer, _ analysis: Analysis, _ wanted: Grammemes,
    to output: inout [UInt8]
  ) {
    let raw = buffer.spelling(of: index)
    guard !cache.grammemes(of: analysis).contains(wanted) else {
      return output.append(contentsOf: raw)
    }
    var form: [UInt8] = []
    let normal = cache.words.normalForm(of: buffer[index].word)
    guard cache.appendForm(of: analysis, as: wanted, to: &form) else {
      return output.append(contentsOf: raw)
    }
    appendSpelled(form, like: raw, normal: normal, shape: buffer[index].shape, to: &output)
  }

  /// Appends `form`: what it shares with the token is copied from the text, the rest is its own.
  private func appendSpelled(
    _ form: [UInt8], like raw: UnsafeBufferPointer<UInt8>, normal: UnsafeBufferPointer<UInt8>,
    shape: TokenShape, to output: inout [UInt8]
  ) {
    var shared = 0
    if raw.count == normal.count {
      form.withUnsafeBufferPointer { form in
        while shared < form.count, shared < normal.count,
          isSame(form, normal, at: shared)
        {
          shared += form[shared] < 0x80 ? 1 : 2
        }
      }
      shared = min(shared, form.count, normal.count)
    }
    output.append(contentsOf: raw[..<shared])
    var rest = String(decoding: form[shared...], as: UTF8.self)
    if shape == .upper || (shape == .initial && shared == 0) {
      rest = rest.uppercased()
    } else if shape == .title, shared == 0 {
      rest = rest.prefix(1).uppercased() + rest.dropFirst()
    }
    output.append(contentsOf: rest.utf8)
  }

  /// Whether the letter at `place` is the same, ё and е being one.
  private func isSame(
    _ form: UnsafeBufferPointer<UInt8>, _ normal: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    if form[place] < 0x80 { return form[place] == normal[place] }
    guard place + 1 < form.count, place + 1 < normal.count else { return false }
    let isYo = form[place] == 0xD1 && form[place + 1] == 0x91
    let (first, second): (UInt8, UInt8) = isYo ? (0xD0, 0xB5) : (form[place], form[place + 1])
    return first == normal[place] && second == normal[place + 1]
  }
}
