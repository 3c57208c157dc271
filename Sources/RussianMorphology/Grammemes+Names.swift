// One constant a grammeme, under OpenCorpora's names; its number is a part of the lexicon's format.
// `1per` is `per1`, and a hyphen is an underscore, as Swift names go.
extension Grammemes {
  /// OpenCorpora's name of every grammeme, by number.
  public static let names: [StaticString] = [
    "POST", "NOUN", "ADJF", "ADJS", "COMP", "VERB", "INFN", "PRTF", "PRTS", "GRND", "NUMR",
    "ADVB", "NPRO", "PRED", "PREP", "CONJ", "PRCL", "INTJ", "anim", "inan", "masc", "femn",
    "neut", "ms-f", "Ms-f", "GNdr", "sing", "plur", "Sgtm", "Pltm", "Fixd", "nomn", "gent",
    "datv", "accs", "ablt", "loct", "voct", "gen1", "gen2", "acc2", "loc1", "loc2", "Abbr",
    "Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Subx", "Supr", "Qual", "Apro", "Anum",
    "Poss", "V-ey", "V-oy", "Cmp2", "V-ej", "perf", "impf", "tran", "intr", "Impe", "Impx",
    "Mult", "Refl", "1per", "2per", "3per", "pres", "past", "futr", "indc", "impr", "incl",
    "excl", "actv", "pssv", "Infr", "Slng", "Arch", "Litr", "Erro", "Dist", "Ques", "Dmns",
    "Prnt", "V-be", "V-en", "V-ie", "V-bi", "Fimp", "Prdx", "Coun", "Coll", "V-sh", "Af-p",
    "Inmx", "Vpre", "Anph", "Init", "Adjx", "Hypo", "LATN", "PNCT", "NUMB", "ROMN", "UNKN",
    "SYMB",
  ]

  /// Part of speech (root of the tree; no form carries it).
  @inlinable public static var POST: Grammemes { Grammemes(number: 0) }
  /// Noun.
  @inlinable public static var NOUN: Grammemes { Grammemes(number: 1) }
  /// Adjective, full form.
  @inlinable public static var ADJF: Grammemes { Grammemes(number: 2) }
  /// Adjective, short form.
  @inlinable public static var ADJS: Grammemes { Grammemes(number: 3) }
  /// Comparative.
  @inlinable public static var COMP: Grammemes { Grammemes(number: 4) }
  /// Verb, personal form.
  @inlinable public static var VERB: Grammemes { Grammemes(number: 5) }
  /// Verb, infinitive.
  @inlinable public static var INFN: Grammemes { Grammemes(number: 6) }
  /// Participle, full form.
  @inlinable public static var PRTF: Grammemes { Grammemes(number: 7) }
  /// Participle, short form.
  @inlinable public static var PRTS: Grammemes { Grammemes(number: 8) }
  /// Adverbial participle.
  @inlinable public static var GRND: Grammemes { Grammemes(number: 9) }
  /// Numeral.
  @inlinable public static var NUMR: Grammemes { Grammemes(number: 10) }
  /// Adverb.
  @inlinable public static var ADVB: Grammemes { Grammemes(number: 11) }
  /// Pronoun standing for a noun.
  @inlinable public static var NPRO: Grammemes { Grammemes(number: 12) }
  /// Predicative.
  @inlinable public static var PRED: Grammemes { Grammemes(number: 13) }
  /// Preposition.
  @inlinable public static var PREP: Grammemes { Grammemes(number: 14) }
  /// Conjunction.
  @inlinable public static var CONJ: Grammemes { Grammemes(number: 15) }
  /// Particle.
  @inlinable public static var PRCL: Grammemes { Grammemes(number: 16) }
  /// Interjection.
  @inlinable public static var INTJ: Grammemes { Grammemes(number: 17) }
  /// Animate.
  @inlinable public static var anim: Grammemes { Grammemes(number: 18) }
  /// Inanimate.
  @inlinable public static var inan: Grammemes { Grammemes(number: 19) }
  /// Masculine.
  @inlinable public static var masc: Grammemes { Grammemes(number: 20) }
  /// Feminine.
  @inlinable public static var femn: Grammemes { Grammemes(number: 21) }
  /// Neuter.
  @inlinable public static var neut: Grammemes { Grammemes(number: 22) }
  /// Of common gender, form of both.
  @inlinable public static var ms_f: Grammemes { Grammemes(number: 23) }
  /// Of common gender.
  @inlinable public static var Ms_f: Grammemes { Grammemes(number: 24) }
  /// Gender not expressed.
  @inlinable public static var GNdr: Grammemes { Grammemes(number: 25) }
  /// Singular.
  @inlinable public static var sing: Grammemes { Grammemes(number: 26) }
  /// Plural.
  @inlinable public static var plur: Grammemes { Grammemes(number: 27) }
  /// Singular only.
  @inlinable public static var Sgtm: Grammemes { Grammemes(number: 28) }
  /// Plural only.
  @inlinable public static var Pltm: Grammemes { Grammemes(number: 29) }
  /// Indeclinable.
  @inlinable public static var Fixd: Grammemes { Grammemes(number: 30) }
  /// Nominative.
  @inlinable public static var nomn: Grammemes { Grammemes(number: 31) }
  /// Genitive.
  @inlinable public static var gent: Grammemes { Grammemes(number: 32) }
  /// Dative.
  @inlinable public static var datv: Grammemes { Grammemes(number: 33) }
  /// Accusative.
  @inlinable public static var accs: Grammemes { Grammemes(number: 34) }
  /// Instrumental.
  @inlinable public static var ablt: Grammemes { Grammemes(number: 35) }
  /// Prepositional.
  @inlinable public static var loct: Grammemes { Grammemes(number: 36) }
  /// Vocative.
  @inlinable public static var voct: Grammemes { Grammemes(number: 37) }
  /// First genitive.
  @inlinable public static var gen1: Grammemes { Grammemes(number: 38) }
  /// Second (partitive) genitive.
  @inlinable public static var gen2: Grammemes { Grammemes(number: 39) }
  /// Second accusative.
  @inlinable public static var acc2: Grammemes { Grammemes(number: 40) }
  /// First prepositional.
  @inlinable public static var loc1: Grammemes { Grammemes(number: 41) }
  /// Second prepositional (locative).
  @inlinable public static var loc2: Grammemes { Grammemes(number: 42) }
  /// Abbreviation.
  @inlinable public static var Abbr: Grammemes { Grammemes(number: 43) }
  /// Given name.
  @inlinable public static var Name: Grammemes { Grammemes(number: 44) }
  /// Family name.
  @inlinable public static var Surn: Grammemes { Grammemes(number: 45) }
  /// Patronymic.
  @inlinable public static var Patr: Grammemes { Grammemes(number: 46) }
  /// Place.
  @inlinable public static var Geox: Grammemes { Grammemes(number: 47) }
  /// Organization.
  @inlinable public static var Orgn: Grammemes { Grammemes(number: 48) }
  /// Trade mark.
  @inlinable public static var Trad: Grammemes { Grammemes(number: 49) }
  /// Possibly used as a noun.
  @inlinable public static var Subx: Grammemes { Grammemes(number: 50) }
  /// Superlative.
  @inlinable public static var Supr: Grammemes { Grammemes(number: 51) }
  /// Qualitative.
  @inlinable public static var Qual: Grammemes { Grammemes(number: 52) }
  /// Pronominal.
  @inlinable public static var Apro: Grammemes { Grammemes(number: 53) }
  /// Ordinal.
  @inlinable public static var Anum: Grammemes { Grammemes(number: 54) }
  /// Possessive.
  @inlinable public static var Poss: Grammemes { Grammemes(number: 55) }
  /// Variant with another ending.
  @inlinable public static var V_ey: Grammemes { Grammemes(number: 56) }
  /// Variant with another ending.
  @inlinable public static var V_oy: Grammemes { Grammemes(number: 57) }
  /// Comparative with the prefix of degree.
  @inlinable public static var Cmp2: Grammemes { Grammemes(number: 58) }
  /// Variant with another ending.
  @inlinable public static var V_ej: Grammemes { Grammemes(number: 59) }
  /// Perfective.
  @inlinable public static var perf: Grammemes { Grammemes(number: 60) }
  /// Imperfective.
  @inlinable public static var impf: Grammemes { Grammemes(number: 61) }
  /// Transitive.
  @inlinable public static var tran: Grammemes { Grammemes(number: 62) }
  /// Intransitive.
  @inlinable public static var intr: Grammemes { Grammemes(number: 63) }
  /// Impersonal.
  @inlinable public static var Impe: Grammemes { Grammemes(number: 64) }
  /// Possibly impersonal.
  @inlinable public static var Impx: Grammemes { Grammemes(number: 65) }
  /// Multiplicative.
  @inlinable public static var Mult: Grammemes { Grammemes(number: 66) }
  /// Reflexive.
  @inlinable public static var Refl: Grammemes { Grammemes(number: 67) }
  /// First person.
  @inlinable public static var per1: Grammemes { Grammemes(number: 68) }
  /// Second person.
  @inlinable public static var per2: Grammemes { Grammemes(number: 69) }
  /// Third person.
  @inlinable public static var per3: Grammemes { Grammemes(number: 70) }
  /// Present.
  @inlinable public static var pres: Grammemes { Grammemes(number: 71) }
  /// Past.
  @inlinable public static var past: Grammemes { Grammemes(number: 72) }
  /// Future.
  @inlinable public static var futr: Grammemes { Grammemes(number: 73) }
  /// Indicative.
  @inlinable public static var indc: Grammemes { Grammemes(number: 74) }
  /// Imperative.
  @inlinable public static var impr: Grammemes { Grammemes(number: 75) }
  /// Speaker included.
  @inlinable public static var incl: Grammemes { Grammemes(number: 76) }
  /// Speaker excluded.
  @inlinable public static var excl: Grammemes { Grammemes(number: 77) }
  /// Active.
  @inlinable public static var actv: Grammemes { Grammemes(number: 78) }
  /// Passive.
  @inlinable public static var pssv: Grammemes { Grammemes(number: 79) }
  /// Colloquial.
  @inlinable public static var Infr: Grammemes { Grammemes(number: 80) }
  /// Slang.
  @inlinable public static var Slng: Grammemes { Grammemes(number: 81) }
  /// Archaic.
  @inlinable public static var Arch: Grammemes { Grammemes(number: 82) }
  /// Literary variant.
  @inlinable public static var Litr: Grammemes { Grammemes(number: 83) }
  /// Misspelling.
  @inlinable public static var Erro: Grammemes { Grammemes(number: 84) }
  /// Distortion.
  @inlinable public static var Dist: Grammemes { Grammemes(number: 85) }
  /// Interrogative.
  @inlinable public static var Ques: Grammemes { Grammemes(number: 86) }
  /// Demonstrative.
  @inlinable public static var Dmns: Grammemes { Grammemes(number: 87) }
  /// Parenthetical.
  @inlinable public static var Prnt: Grammemes { Grammemes(number: 88) }
  /// Variant with another ending.
  @inlinable public static var V_be: Grammemes { Grammemes(number: 89) }
  /// Variant with another ending.
  @inlinable public static var V_en: Grammemes { Grammemes(number: 90) }
  /// Variant with another ending.
  @inlinable public static var V_ie: Grammemes { Grammemes(number: 91) }
  /// Variant with another ending.
  @inlinable public static var V_bi: Grammemes { Grammemes(number: 92) }
  /// Imperfective adverbial participle of a perfective shape.
  @inlinable public static var Fimp: Grammemes { Grammemes(number: 93) }
  /// Possibly predicative.
  @inlinable public static var Prdx: Grammemes { Grammemes(number: 94) }
  /// Counting form.
  @inlinable public static var Coun: Grammemes { Grammemes(number: 95) }
  /// Collective numeral.
  @inlinable public static var Coll: Grammemes { Grammemes(number: 96) }
  /// Variant with another ending.
  @inlinable public static var V_sh: Grammemes { Grammemes(number: 97) }
  /// Form used after a preposition.
  @inlinable public static var Af_p: Grammemes { Grammemes(number: 98) }
  /// Possibly inanimate.
  @inlinable public static var Inmx: Grammemes { Grammemes(number: 99) }
  /// Variant of a preposition with a vowel.
  @inlinable public static var Vpre: Grammemes { Grammemes(number: 100) }
  /// Anaphoric.
  @inlinable public static var Anph: Grammemes { Grammemes(number: 101) }
  /// Initial.
  @inlinable public static var Init: Grammemes { Grammemes(number: 102) }
  /// Possibly an adjective.
  @inlinable public static var Adjx: Grammemes { Grammemes(number: 103) }
  /// Hypothetical form.
  @inlinable public static var Hypo: Grammemes { Grammemes(number: 104) }
  /// Latin script (ours).
  @inlinable public static var LATN: Grammemes { Grammemes(number: 105) }
  /// Punctuation (ours).
  @inlinable public static var PNCT: Grammemes { Grammemes(number: 106) }
  /// Number in digits (ours).
  @inlinable public static var NUMB: Grammemes { Grammemes(number: 107) }
  /// Roman numeral (ours).
  @inlinable public static var ROMN: Grammemes { Grammemes(number: 108) }
  /// Not analysed (ours).
  @inlinable public static var UNKN: Grammemes { Grammemes(number: 109) }
  /// Symbol (ours).
  @inlinable public static var SYMB: Grammemes { Grammemes(number: 110) }
}
