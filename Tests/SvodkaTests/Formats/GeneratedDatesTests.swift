import Svodka
import Testing

/// Dates, times and durations in every form that the library knows, written and read back.
@Suite("generated dates")
struct GeneratedDatesTests {
  private func expectRead(_ forms: [WrittenForm], _ read: (MentionValue) -> String?) {
    let wrong = Extractor.shared.unread(forms, read)
    #expect(
      wrong.isEmpty,
      "\(wrong.count) of \(forms.count), such as \(wrong.prefix(8).joined(separator: "\n"))")
  }

  private static func fromTo(_ value: MentionValue) -> String? {
    guard case .date(let date) = value, let from = date.from, let to = date.to else { return nil }
    return "\(from)…\(to)"
  }

  /// Genitive, nominative, prepositional, abbreviation.
  static let monthNames = [
    ("января", "январь", "январе", "янв"), ("февраля", "февраль", "феврале", "фев"),
    ("марта", "март", "марте", "мар"), ("апреля", "апрель", "апреле", "апр"),
    ("мая", "май", "мае", "мая"), ("июня", "июнь", "июне", "июн"), ("июля", "июль", "июле", "июл"),
    ("августа", "август", "августе", "авг"), ("сентября", "сентябрь", "сентябре", "сен"),
    ("октября", "октябрь", "октябре", "окт"), ("ноября", "ноябрь", "ноябре", "ноя"),
    ("декабря", "декабрь", "декабре", "дек"),
  ]

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(two(month))-\(two(day))"
  }

  @Test("days", arguments: 1...12)
  func days(_ month: Int) throws {
    let (genitive, _, _, short) = Self.monthNames[month - 1]
    var forms: [WrittenForm] = []
    for (year, day) in [(2016, 5), (1999, 12), (2024, 28), (2031, 1)] {
      let value = "\(Self.iso(year, month, day))…\(Self.iso(year, month, day))"
      var texts = [
        "\(day) \(genitive) \(year) года", "\(day) \(genitive) \(year) г", "\(day) \(genitive) \(year)",
        "\(day)-го \(genitive) \(year) года", "\(day)-\(genitive) \(year)",
        "\(day)\u{A0}\(genitive)\u{A0}\(year)\u{A0}года", "\(day)&nbsp;\(genitive) \(year) года",
        "\(day) \(genitive), \(year) года", "\(genitive) \(day), \(year)",
        "\(Self.two(day)).\(Self.two(month)).\(year)", "\(Self.two(day)).\(Self.two(month)).\(year) г",
        "\(Self.two(day))/\(Self.two(month))/\(year)", "\(year)-\(Self.two(month))-\(Self.two(day))",
        "\(day) \(genitive)'\(Self.two(year % 100))",
      ]
      if short != "мая" {
        texts += [
          "\(day) \(short). \(year)", "\(day) \(short) \(year)", "\(day) \(short). \(year) г",
          "\(short). \(day), \(year)", "\(Self.two(day)) \(short) \(Self.two(year % 100))",
        ]
      }
      let name = try #require(WrittenNumber.spelledOut(day, "ordinal-neuter"))
      texts.append("\(name) \(genitive) \(year) года")
      forms += texts.map { WrittenForm(text: $0, value: value) }
    }
    expectRead(forms, Self.fromTo)
  }

  @Test("months", arguments: 1...12)
  func months(_ month: Int) throws {
    let (genitive, nominative, prepositional, short) = Self.monthNames[month - 1]
    var forms: [WrittenForm] = []
    for year in [2016, 1999, 2024] {
      let last = CalendarDay.length(ofMonth: month, year: year)
      let value = "\(Self.iso(year, month, 1))…\(Self.iso(year, month, last))"
      forms += [
        WrittenForm(before: "за ", text: "\(nominative) \(year) года", value: value),
        WrittenForm(before: "за ", text: "\(nominative) \(year)", value: value),
        WrittenForm(before: "в ", text: "\(prepositional) \(year) г", value: value),
        WrittenForm(before: "для ", text: "\(genitive) \(year) года", value: value),
        WrittenForm(before: "за ", text: "\(Self.two(month)).\(year)", value: value),
        WrittenForm(before: "за ", text: "\(Self.two(month))-\(year)", value: value),
        WrittenForm(before: "за ", text: "\(Self.two(month))/\(year)", value: value),
      ]
      if short != "мая" {
        forms.append(WrittenForm(before: "за ", text: "\(short). \(year)", value: value))
        forms.append(WrittenForm(before: "за ", text: "\(short)-\(year)", value: value))
      }
    }
    expectRead(forms, Self.fromTo)
  }

  static let romans = [
    ["1", "1-й", "I", "І", "l", "первый"], ["2", "2-й", "II", "ІІ", "ll", "П", "второй"],
    ["3", "3-й", "III", "ІІІ", "lll", "Ш", "третий"], ["4", "4-й", "IV", "ІV", "четвёртый"],
  ]

  @Test("quarters", arguments: 1...4)
  func quarters(_ quarter: Int) {
    var forms: [WrittenForm] = []
    for year in [2016, 2024] {
      let last = CalendarDay.length(ofMonth: quarter * 3, year: year)
      let value = "\(Self.iso(year, quarter * 3 - 2, 1))…\(Self.iso(year, quarter * 3, last))"
      for number in Self.romans[quarter - 1] {
        for text in ["\(number) квартал \(year) года", "\(number) квартал \(year) г", "\(number) кв. \(year) г"] {
          forms.append(WrittenForm(before: "за ", text: text, value: value))
        }
      }
      forms.append(WrittenForm(before: "за ", text: "\(quarter)К\(year)", value: value))
      forms.append(WrittenForm(before: "за ", text: "\(quarter)кв\(year)", value: value))
    }
    expectRead(forms, Self.fromTo)
  }

  @Test("ranges", arguments: 1...12)
  func ranges(_ month: Int) {
    let genitive = Self.monthNames[month - 1].0
    var forms: [WrittenForm] = []
    for (first, last) in [(1, 5), (9, 15), (19, 24)] {
      let value = "\(Self.iso(2020, month, first))…\(Self.iso(2020, month, last))"
      let (from, to) = (
        "\(Self.two(first)).\(Self.two(month)).2020", "\(Self.two(last)).\(Self.two(month)).2020"
      )
      let texts = [
        "с \(first) по \(last) \(genitive) 2020 года", "\(first)–\(last) \(genitive) 2020 года",
        "\(first)-\(last) \(genitive) 2020 г", "с \(first) \(genitive) по \(last) \(genitive) 2020 года",
        "с \(first) \(genitive) 2020 г. по \(last) \(genitive) 2020 г", "с \(from) по \(to)",
        "с \(from) г. по \(to) г", "с \(from)г. по \(to)г", "\(from) – \(to)", "\(from)-\(to)",
        "с \(first)-го по \(last)-е \(genitive) 2020 года",
      ]
      forms += texts.map { WrittenForm(text: $0, value: value) }
    }
    expectRead(forms, Self.fromTo)
  }

  @Test("times of day")
  func times() {
    var forms: [WrittenForm] = []
    for (hour, minute) in [(3, 18), (5, 59), (7, 5), (11, 30)] {
      let morning = "\(Self.two(hour)):\(Self.two(minute))"
      let clock = "\(hour):\(Self.two(minute))"
      let later = "\(Self.two(hour + 12)):\(Self.two(minute))"
      forms += [
        WrittenForm(before: "в ", text: morning, value: morning),
        WrittenForm(before: "в ", text: "\(clock) утра", value: morning),
        WrittenForm(before: "в ", text: "\(clock)утра", value: morning),
        WrittenForm(before: "в ", text: later, value: later),
        WrittenForm(before: "в ", text: "\(hour) часов \(minute) минут", value: morning),
      ]
      let part = hour < 5 ? "дня" : "вечера"
      forms.append(WrittenForm(before: "в ", text: "\(clock) \(part)", value: later))
      forms.append(WrittenForm(before: "в ", text: "\(clock)\(part)", value: later))
      forms.append(WrittenForm(before: "в ", text: "\(clock) пополудни", value: later))
      forms.append(
        WrittenForm(before: "в ", text: "\(hour) часов \(part)", value: "\(Self.two(hour + 12)):00"))
    }
    expectRead(forms) { value in
      if case .time(let time) = value { time.iso } else { nil }
    }
  }

  @Test("four digits of the clock")
  func fourDigits() {
    var forms: [WrittenForm] = []
    for hour in [0, 5, 7, 9] {
      for minute in [0, 5, 30, 59] {
        let digits = Self.two(hour) + Self.two(minute)
        let clock = "\(Self.two(hour)):\(Self.two(minute))"
        for text in [digits, "\(digits) часов", "\(digits) ч"] {
          forms.append(WrittenForm(before: "в ", text: text, value: clock))
        }
      }
    }
    expectRead(forms) { value in
      if case .time(let time) = value { time.iso } else { nil }
    }
  }

  @Test("centuries and their parts", arguments: [(17, "XVII"), (19, "XIX"), (20, "XX"), (21, "XXI")])
  func centuries(_ number: Int, _ roman: String) {
    let start = (number - 1) * 100
    var forms: [WrittenForm] = []
    for name in [roman, "\(number)-го"] {
      forms += [
        WrittenForm(text: "\(name) века", value: "\(start + 1)-01-01…\(start + 100)-12-31"),
        WrittenForm(
          text: "первой половины \(name) века", value: "\(start + 1)-01-01…\(start + 50)-12-31"),
        WrittenForm(
          text: "вторая половина \(name) века", value: "\(start + 51)-01-01…\(start + 100)-12-31"),
        WrittenForm(
          text: "последней четверти \(name) века",
          value: "\(start + 76)-01-01…\(start + 100)-12-31"),
      ]
    }
    expectRead(forms, Self.fromTo)
  }

  @Test("months in digits, from one to another")
  func monthsInDigits() {
    var forms: [WrittenForm] = []
    for (first, last) in [(1, 3), (4, 9), (2, 11)] {
      let to = "2022-\(Self.two(last))-\(CalendarDay.length(ofMonth: last, year: 2022))"
      let value = "2021-\(Self.two(first))-01…\(to)"
      let (from, until) = ("\(Self.two(first)).2021", "\(Self.two(last)).2022")
      forms.append(WrittenForm(text: "с \(from) по \(until)", value: value))
      for dash in ["-", "–", " – ", " — "] {
        forms.append(WrittenForm(before: "за ", text: "\(from)\(dash)\(until)", value: value))
      }
    }
    expectRead(forms, Self.fromTo)
  }

  @Test("days that no calendar has")
  func impossibleDays() {
    let worker = Extractor.shared.makeWorker()
    for month in Self.monthNames.map(\.0) {
      for day in [0, 32, 45, 99] {
        var text = "Акт подписан \(day) \(month) 2020 года в порту."
        let found = text.withUTF8 { worker.extract(utf8: $0, id: "") }.mentions
        #expect(found.isEmpty, "\(text)")
      }
    }
  }

  /// A unit in the genitive plural and the letters of its ISO duration.
  static let lengths = [
    ("лет", "P", "Y"), ("месяцев", "P", "M"), ("недель", "P", "W"), ("дней", "P", "D"),
    ("суток", "P", "D"), ("часов", "PT", "H"), ("минут", "PT", "M"), ("секунд", "PT", "S"),
  ]

  @Test("durations", arguments: lengths.map(\.0))
  func durations(_ unit: String) throws {
    let (_, start, letter) = try #require(Self.lengths.first { $0.0 == unit })
    var forms: [WrittenForm] = []
    for number in [5, 7, 11, 36, 100] {
      let words = try #require(WrittenNumber.spelledOut(number, "cardinal-masculine"))
      for text in ["\(number)", words] {
        for space in [" ", "\u{A0}"] {
          forms.append(
            WrittenForm(text: "\(text)\(space)\(unit)", value: "\(start)\(number)\(letter)"))
        }
      }
    }
    for number in [1_500, 5_400, 20_000] where unit != "месяцев" {
      forms.append(WrittenForm(text: "\(number) \(unit)", value: "\(start)\(number)\(letter)"))
    }
    expectRead(forms) { value in
      if case .duration(let duration) = value { duration.iso } else { nil }
    }
  }
}
