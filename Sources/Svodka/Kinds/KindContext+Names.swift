import RussianMorphology
import RussianText
import TextRules

// What the kinds of names ask about tokens.
extension KindContext {
  /// A capital at the start: «Казахстан», «РК», «КазАвтоПром».
  func isCapitalized(_ token: Int) -> Bool {
    switch buffer[token].shape {
    case .title, .upper, .mixed, .initial: true
    case .none, .lower: false
    }
  }

  /// The text that stands there, with one space for each stretch of white space, spelled as meant.
  func text(of tokens: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for index in tokens {
      if !bytes.isEmpty, buffer[index].flags.contains(.spaceBefore) { bytes.append(0x20) }
      bytes.append(contentsOf: buffer.spelling(of: index))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The phrase in the nominative, in its own number.
  func nominative(of tokens: Range<Int>) -> String {
    Inflector(cache: morphology).nominative(ofTokens: tokens, in: buffer)
  }

  /// A title in the nominative: «исполняющий обязанности министра», whose participle governs the
  /// rest, and «военнослужащий», not the neuter of the same form.
  ///
  /// - Parameters:
  ///   - head: The token of the noun that names the post.
  ///   - acting: Words before a title that is held for the time being.
  func titleName(of tokens: Range<Int>, head: Int?, acting: CompiledLexicon) -> String {
    var governing: Int?
    var isActing = false
    forEachEntry(of: acting, in: tokens) { found, _ in
      if found.lowerBound == tokens.lowerBound {
        isActing = true
        governing = governing ?? found.first { self.hasAnalysis($0, [.PRTF, .actv]) }
      }
    }
    // «и. о. министра торговли» stays as it is.
    if isActing, governing == nil { return text(of: tokens) }
    let isOfTwoGenders = tokens.count == 1 && head == tokens.lowerBound
      && (hasAnalysis(tokens.lowerBound, [.NOUN, .sing, .neut])
        // «премьера»
        || hasAnalysis(tokens.lowerBound, [.NOUN, .inan, .nomn, .sing])
          && hasAnalysis(tokens.lowerBound, [.NOUN, .anim, .gent, .sing]))
    guard let word = governing ?? (isOfTwoGenders ? head : nil) else { return nominative(of: tokens) }
    let wanted: Grammemes = governing != nil ? [.PRTF] : [.NOUN, .anim, .sing]
    guard let analysis = morphology.analyses(of: buffer[word].word).first(where: {
      morphology.grammemes(of: $0).contains(wanted)
    }) else { return nominative(of: tokens) }
    let own = morphology.grammemes(of: analysis)
    var form: Grammemes = own.contains(.plur) ? [.nomn, .plur] : [.nomn, .sing]
    if governing != nil, own.contains(.sing) {
      form.formUnion(own.contains(.femn) ? .femn : .masc)
    }
    let name = Inflector(cache: morphology)
      .form(ofToken: word, in: buffer, analysis: analysis, as: form)
    return [text(of: tokens.lowerBound..<word), name, text(of: word + 1..<tokens.upperBound)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Does the dictionary have the word as such a name and as nothing else but that?
  func isCertain(_ token: Int, as wanted: Grammemes) -> Bool {
    let word = buffer[token].word
    guard morphology.isKnown(word) else { return true }
    let people: Grammemes = [.Name, .Surn, .Patr]
    var isWanted = false
    for analysis in morphology.analyses(of: word) {
      let grammemes = morphology.grammemes(of: analysis)
      if grammemes.intersects(wanted) {
        isWanted = true
      } else if grammemes.intersects(people) || analysis.score > 300 {
        return false
      }
    }
    return isWanted
  }

  func isQuote(_ token: Int) -> Bool {
    guard token >= 0, token < buffer.count, buffer[token].kind == .punctuation else { return false }
    let bytes = buffer.spelling(of: token)
    switch bytes[0] {
    case 0x22: return true
    // « »
    case 0xC2: return bytes.count == 2 && (bytes[1] == 0xAB || bytes[1] == 0xBB)
    // “ ” „ ‟
    case 0xE2: return bytes.count == 3 && bytes[1] == 0x80 && (0x9C...0x9F).contains(bytes[2])
    default: return false
    }
  }

  /// Do quotation marks touch both ends?
  func isQuoted(_ tokens: Range<Int>) -> Bool {
    isQuote(tokens.lowerBound - 1) && isQuote(tokens.upperBound)
      && !buffer[tokens.lowerBound].flags.contains(.spaceBefore)
      && !buffer[tokens.upperBound].flags.contains(.spaceBefore)
  }

  /// Is the text around all in capitals, so that they tell nothing?
  func isUpperCaseText(at token: Int) -> Bool {
    guard buffer[token].shape == .upper else { return false }
    var others = 0
    for index in max(0, token - 3)..<min(buffer.count, token + 4) where index != token {
      switch buffer[index].shape {
      case .lower, .title: return false
      case .upper: others += buffer[index].flags.contains(.cyrillic) ? 1 : 0
      case .none, .mixed, .initial: break
      }
    }
    return others >= 3 || isHeadlineInCapitals(token)
  }

  /// «ИВАН ПЕТРОВ: ЦЕНЫ НЕ ВЫРАСТУТ»: a sentence without a small letter that holds two longer words
  /// of the dictionary.
  private func isHeadlineInCapitals(_ token: Int) -> Bool {
    var known = 0
    var words = 0
    for step in [-1, 1] {
      var index = step < 0 ? token : token + 1
      while index >= 0, index < buffer.count, abs(index - token) <= 8 {
        if step > 0, buffer[index].flags.contains(.sentenceStart) { break }
        switch buffer[index].shape {
        case .lower, .title, .mixed: return false
        case .upper, .initial: words += 1
        case .none: break
        }
        if buffer[index].shape == .upper, buffer[index].length >= 10,
          buffer[index].flags.contains(.cyrillic), morphology.isKnown(buffer[index].word),
          !morphology.allGrammemes(of: buffer[index].word).contains(.Abbr)
        {
          known += 1
        }
        if step < 0, buffer[index].flags.contains(.sentenceStart) { break }
        index += step
      }
    }
    return known >= 2 && words >= 3
  }

  /// Does the token open its sentence, quotation marks and dashes aside?
  func opensSentence(_ token: Int) -> Bool {
    var index = token
    while index >= 0 {
      if buffer[index].flags.contains(.sentenceStart) { return true }
      guard index > 0, buffer[index - 1].kind == .punctuation else { return false }
      index -= 1
    }
    return true
  }
}

extension KindContext {
  /// «Обамы» of «администрация Обамы»: does the name of an authority end with these tokens, though
  /// they are a person?
  func isLeader(_ tokens: Range<Int>) -> Bool {
    guard !led.isEmpty,
      let organization = record(.organization, endingAt: tokens.upperBound, within: 12)
    else { return false }
    return organization.tokens.lowerBound < tokens.lowerBound && led.contains(organization.payload)
  }

  /// Is some record of these kinds over all of the tokens?
  func covers(_ tokens: Range<Int>, _ kinds: [MentionKind]) -> Bool {
    for kind in kinds {
      guard let number = matcher.rules.kindNumber(kind.rawValue) else { continue }
      let start = tokens.lowerBound
      if let record = matcher.lastRecord(kind: number, in: max(0, start - 24)...start),
        record.tokens.upperBound >= tokens.upperBound
      {
        return true
      }
    }
    return false
  }
}
