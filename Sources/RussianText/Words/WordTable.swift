/// The distinct word forms a worker has met, each with a dense number and what is true of it
/// wherever it stands: raw bytes, normal form, shape, kind, script.
///
///     let table = try WordTable()
///     let id = table.intern("Казахстан")
///     String(decoding: table.normalForm(of: id), as: UTF8.self)  // "казахстан"
///
/// Numbers and addresses, of which there is no end, share numbers: see ``digits(count:)``.
/// Pointers that the table returns hold until the next ``intern(_:kind:)`` or ``removeAll()``.
/// Not for use by two threads at once.
public final class WordTable {
  struct Entry {
    var rawStart: UInt32
    var rawLength: UInt32
    var normalStart: UInt32
    var normalLength: UInt32
    var flags: TokenFlags
    var kind: TokenKind
    var shape: TokenShape
  }

  struct Slot {
    var hash: UInt32
    var word: WordID
  }

  @usableFromInline var entries: UnsafeMutableRawPointer
  var slots: UnsafeMutablePointer<Slot>
  var slotMask: Int
  var arena: ByteArena
  private var normalizer: Normalizer
  private var entryCapacity: Int
  /// Differs from table to table, so that no text can be written to collide.
  private let seed: UInt64

  /// How many word forms have numbers; ids are `0..<count`.
  public private(set) var count = 0
  /// Rises with every ``removeAll()``. A cache keyed by ``WordID`` is void when it changes.
  public private(set) var generation = 0

  /// The number that all URLs share; its raw and normal forms are empty.
  public static let url: WordID = 0
  public static let email: WordID = 1
  public static let hashtag: WordID = 2
  public static let username: WordID = 3
  /// The number of every figure that has a separator inside: `61,5`, `12.05.2020`.
  public static let separatedDigits: WordID = 4
  /// The number that words of more than ``longestWord`` bytes share.
  public static let overlong: WordID = 5
  /// Longer words than this share the number ``overlong``.
  public static let longestWord = 512

  /// The number shared by all runs of `count` ASCII digits, 5 or more; 20 stands for 20 and more.
  /// Runs of up to four digits have numbers of their own, by ``intern(_:kind:)``.
  public static func digits(count: Int) -> WordID {
    WordID(6 + min(max(count, 5), 20) - 5)
  }

  private static let reservedCount = 22

  /// - Throws: ``ICUError`` if ICU's character data cannot be loaded.
  public init() throws(ICUError) {
    normalizer = try Normalizer()
    seed = UInt64.random(in: .min ... .max) | 1
    entryCapacity = 1024
    entries = .allocate(
      byteCount: entryCapacity * MemoryLayout<Entry>.stride,
      alignment: MemoryLayout<Entry>.alignment)
    slotMask = 4095
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: Slot(hash: 0, word: -1), count: slotMask + 1)
    arena = ByteArena()
    addReserved()
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
    arena.deallocate()
  }

  /// Whether the table has outgrown what one worker should keep: over 100,000 forms, or 8 MB.
  /// The owner calls ``removeAll()`` between documents when it has.
  public var isFull: Bool { count > 100_000 || arena.count > 8 << 20 }

  /// Forgets every word; memory above the usual size goes back to the system.
  public func removeAll() {
    generation += 1
    count = 0
    arena.removeAll(keepingUpTo: 8 << 20)
    if slotMask >= 1 << 19 {
      slots.deallocate()
      slotMask = 4095
      slots = .allocate(capacity: slotMask + 1)
      slots.initialize(repeating: Slot(hash: 0, word: -1), count: slotMask + 1)
    } else {
      slots.update(repeating: Slot(hash: 0, word: -1), count: slotMask + 1)
    }
    addReserved()
  }

  private func addReserved() {
    let kinds: [TokenKind] = [.url, .email, .hashtag, .username, .number, .word]
    for index in 0..<Self.reservedCount {
      let kind = index < kinds.count ? kinds[index] : .number
      append(
        Entry(
          rawStart: 0, rawLength: 0, normalStart: 0, normalLength: 0,
          flags: kind == .number ? .digit : [], kind: kind, shape: .none))
    }
  }

  // MARK: What is known of a word

  func entry(of word: WordID) -> UnsafePointer<Entry> {
    precondition(word >= 0 && Int(word) < count, "no such word in this table")
    return UnsafePointer(entries.assumingMemoryBound(to: Entry.self) + Int(word))
  }

  /// The form as it stood in the text. Empty for numbers that many forms share.
  public func rawForm(of word: WordID) -> UnsafeBufferPointer<UInt8> {
    let entry = entry(of: word).pointee
    return UnsafeBufferPointer(
      start: arena.bytes + Int(entry.rawStart), count: Int(entry.rawLength))
  }

  /// NFC, case folded, `ё` as `е`, without stress marks, soft hyphens and zero-width characters,
  /// look-alike letters of the other script replaced. Empty where ``rawForm(of:)`` is.
  public func normalForm(of word: WordID) -> UnsafeBufferPointer<UInt8> {
    let entry = entry(of: word).pointee
    return UnsafeBufferPointer(
      start: arena.bytes + Int(entry.normalStart), count: Int(entry.normalLength))
  }

  public func shape(of word: WordID) -> TokenShape { entry(of: word).pointee.shape }
  public func kind(of word: WordID) -> TokenKind { entry(of: word).pointee.kind }
  /// Scripts, digits, hyphen, `repaired`: the flags that do not depend on the place.
  public func flags(of word: WordID) -> TokenFlags { entry(of: word).pointee.flags }

  // MARK: Interning

  /// The number of the form `text`, a new one if it is new.
  public func intern(_ text: String) -> WordID {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The number of the form `bytes`, valid UTF-8, a new one if it is new.
  ///
  /// - Parameter kind: What it is; read from the bytes if absent. Addresses and tags of a kind
  ///   share one number, and so do figures with more than four digits or a separator.
  public func intern(_ bytes: UnsafeBufferPointer<UInt8>, kind: TokenKind? = nil) -> WordID {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return Self.overlong }
    let kind = kind ?? TokenKind(of: bytes)
    switch kind {
    case .url: return Self.url
    case .email: return Self.email
    case .hashtag: return Self.hashtag
    case .username: return Self.username
    case .number: return internNumber(base, bytes.count)
    case .word, .punctuation, .symbol: return internForm(base, bytes.count, kind)
    }
  }

  @inline(__always)
  func internNumber(_ base: UnsafePointer<UInt8>, _ length: Int) -> WordID {
    for index in 0..<length where base[index] &- 0x30 > 9 {
      return base[index] < 0x80 ? Self.separatedDigits : internForm(base, length, .number)
    }
    return length < 5 ? internForm(base, length, .number) : Self.digits(count: length)
  }

  @inline(__always)
  func internForm(_ base: UnsafePointer<UInt8>, _ length: Int, _ kind: TokenKind) -> WordID {
    if length > Self.longestWord { return Self.overlong }
    let hash = wordHash(base, length, seed)
    var index = Int(hash >> 32) & slotMask
    while true {
      let slot = slots[index]
      if slot.word < 0 { break }
      if slot.hash == UInt32(truncatingIfNeeded: hash), isForm(slot.word, base, length) {
        return slot.word
      }
      index = (index &+ 1) & slotMask
    }
    return addForm(base, length, kind, hash)
  }

  @inline(__always)
  private func isForm(_ word: WordID, _ base: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let entry = entries.assumingMemoryBound(to: Entry.self)[Int(word)]
    return Int(entry.rawLength) == length
      && equalBytes(arena.bytes + Int(entry.rawStart), base, length)
  }

  @inline(never)
  private func addForm(
    _ base: UnsafePointer<UInt8>, _ length: Int, _ kind: TokenKind, _ hash: UInt64
  ) -> WordID {
    let bytes = UnsafeBufferPointer(start: base, count: length)
    let rawStart = arena.append(bytes)
    var entry = Entry(
      rawStart: rawStart, rawLength: UInt32(length), normalStart: rawStart,
      normalLength: UInt32(length), flags: [], kind: kind, shape: .none)
    normalizer.describe(bytes, &entry, &arena)
    let word = WordID(count)
    append(entry)
    if count * 2 > slotMask { growSlots() }
    place(Slot(hash: UInt32(truncatingIfNeeded: hash), word: word), hash)
    return word
  }

  private func append(_ entry: Entry) {
    if count == entryCapacity { growEntries() }
    entries.assumingMemoryBound(to: Entry.self)[count] = entry
    count += 1
  }

  private func growEntries() {
    let stride = MemoryLayout<Entry>.stride
    let grown = UnsafeMutableRawPointer.allocate(
      byteCount: entryCapacity * 2 * stride, alignment: MemoryLayout<Entry>.alignment)
    grown.copyMemory(from: entries, byteCount: count * stride)
    entries.deallocate()
    entries = grown
    entryCapacity *= 2
  }

  private func growSlots() {
    slots.deallocate()
    slotMask = slotMask * 2 + 1
    slots = .allocate(capacity: slotMask + 1)
    slots.initialize(repeating: Slot(hash: 0, word: -1), count: slotMask + 1)
    let entries = entries.assumingMemoryBound(to: Entry.self)
    for word in Self.reservedCount..<(count - 1) {
      let entry = entries[word]
      let hash = wordHash(arena.bytes + Int(entry.rawStart), Int(entry.rawLength), seed)
      place(Slot(hash: UInt32(truncatingIfNeeded: hash), word: WordID(word)), hash)
    }
  }

  private func place(_ slot: Slot, _ hash: UInt64) {
    var index = Int(hash >> 32) & slotMask
    while slots[index].word >= 0 { index = (index &+ 1) & slotMask }
    slots[index] = slot
  }
}
