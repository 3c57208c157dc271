/// Words with a letter drawn out.
enum DrawnOut {
  /// `form` with every run of three and more of the same Cyrillic letter cut to `kept`; `nil` if it
  /// has no such run.
  static func shortened(_ form: UnsafeBufferPointer<UInt8>, keeping kept: Int) -> [UInt8]? {
    var short: [UInt8] = []
    var hasRun = false
    var place = 0
    while place < form.count {
      guard form[place] & 0xFC == 0xD0, place + 1 < form.count else {
        short.append(form[place])
        place += 1
        continue
      }
      var end = place + 2
      while end + 1 < form.count, form[end] == form[place], form[end + 1] == form[place + 1] {
        end += 2
      }
      let run = (end - place) / 2
      hasRun = hasRun || run > 2
      for _ in 0..<(run > 2 ? kept : run) {
        short.append(form[place])
        short.append(form[place + 1])
      }
      place = end
    }
    return hasRun ? short : nil
  }
}
