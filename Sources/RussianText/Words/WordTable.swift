import CText

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
  @usableFromInline struct Entry {
    @usableFromInline var rawStart: UInt32
    @usableFromInline var rawLength: UInt32
    @usableFromInline var normalStart: UInt32
    @usableFromInline var normalLength: UInt32
    @usableFromInline var flags: TokenFlags
    @usableFromInline var kind: TokenKind
    @usableFromInline var shape: TokenShape

    init(
      rawStart: UInt32, rawLength: UInt32, normalStart: UInt32, normalLength: UInt32,
      flags: TokenFlags, kind: TokenKind, shape: TokenShape
    ) {
      self.rawStart = rawStart
      self.rawLength = rawLength
      self.normalStart = normalStart
      self.normalLength = normalLength
      self.flags = flags
      self.kind = kind
      self.shape = shape
    }
  }

  /// All that the look-up of a form up to 16 bytes long needs, in half a cache line.
  struct Slot {
    /// Upper bits of the hash, length in the lowest ten; 0 marks an empty slot.
    var check: UInt32
    var rawStart: UInt32
    /// The last eight bytes of a token of this form, but for its kind and what stands around it.
    var stamp: UInt64
    /// First and last bytes, as in ``FormKey``.
    var head: UInt64
    var tail: UInt64

    static let empty = Slot(check: 0, rawStart: 0, stamp: 0, head: 0, tail: 0)

    @inline(__always) var word: WordID { WordID(truncatingIfNeeded: stamp) }

    @inline(__always) static func check(_ hash: UInt64, _ length: Int) -> UInt32 {
      UInt32(truncatingIfNeeded: hash) & ~0x3FF | UInt32(truncatingIfNeeded: length)
    }
  }

  @exclusivity(unchecked) @usableFromInline var entries: UnsafeMutableRawPointer
  @exclusivity(unchecked) var slots: UnsafeMutablePointer<Slot>
  @exclusivity(unchecked) var slotMask: Int
  @exclusivity(unchecked) @usableFromInline var arena: ByteArena
  /// Slots of the forms of one ASCII character, which are most of the marks.
  private let single: UnsafeMutablePointer<Slot>
  /// Keys of the tokens of a batch; hash 0 for those that need none.
  private let keys: UnsafeMutablePointer<FormKey>
  private static let batch = 32
  @exclusivity(unchecked) private var normalizer: Normalizer
  @exclusivity(unchecked) private var entryCapacity: Int
  /// Differs from table to table, so that no text can be written to collide.
  private let seed: UInt64

  /// How many word forms have numbers; ids are `0..<count`.
  public private(set) var count: Int {
    @inlinable get { formCount }
    set { formCount = newValue }
  }
  /// Rises with every ``removeAll()``. A cache keyed by ``WordID`` is void when it changes.
  public private(set) var generation: Int {
    @inlinable get { removals }
    set { removals = newValue }
  }
  // Other modules would read these themselves under a check that two accesses do not overlap.
  @exclusivity(unchecked) @usableFromInline var formCount = 0
  @exclusivity(unchecked) @usableFromInline var removals = 0

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
    slots = Self.emptySlots(slotMask + 1)
    single = .allocate(capacity: 128)
    single.initialize(repeating: .empty, count: 128)
    keys = .allocate(capacity: Self.batch)
    arena = ByteArena()
    addReserved()
  }

  deinit {
    entries.deallocate()
    slots.deallocate()
    single.deallocate()
    keys.deallocate()
    arena.deallocate()
    normalizer.deallocate()
  }

  /// Whether the table has outgrown what one worker should keep: over 100,000 forms, or 8 MB.
  /// The owner calls ``removeAll()`` between documents when it has.
  public var isFull: Bool { count > 30_000 || arena.count > 3 << 20 }

  /// Forgets every word; memory above the usual size goes back to the system.
  public func removeAll() {
    generation += 1
    count = 0
    arena.removeAll(keepingUpTo: 8 << 20)
    single.update(repeating: .empty, count: 128)
    if slotMask >= 1 << 19 {
      slots.deallocate()
      slotMask = 4095
      slots = Self.emptySlots(slotMask + 1)
    } else {
      slots.update(repeating: .empty, count: slotMask + 1)
    }
    addReserved()
  }

  /// So many empty slots, none of them across two cache lines.
  private static func emptySlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Slot>.stride, alignment: 64)
    return memory.initializeMemory(as: Slot.self, repeating: .empty, count: count)
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

  @inlinable @inline(__always) func entry(of word: WordID) -> UnsafePointer<Entry> {
    precondition(word >= 0 && Int(word) < count, "no such word in this table")
    return UnsafePointer(entries.assumingMemoryBound(to: Entry.self) + Int(word))
  }

  /// The form as it stood in the text. Empty for numbers that many forms share.
  @inlinable public func rawForm(of word: WordID) -> UnsafeBufferPointer<UInt8> {
    let entry = entry(of: word).pointee
    return UnsafeBufferPointer(
      start: arena.bytes + Int(entry.rawStart), count: Int(entry.rawLength))
  }

  /// NFC, case folded, `ё` as `е`, without stress marks, soft hyphens and zero-width characters,
  /// look-alike letters of the other script replaced. Empty where ``rawForm(of:)`` is.
  @inlinable public func normalForm(of word: WordID) -> UnsafeBufferPointer<UInt8> {
    let entry = entry(of: word).pointee
    return UnsafeBufferPointer(
      start: arena.bytes + Int(entry.normalStart), count: Int(entry.normalLength))
  }

  /// The form as it was meant, in the case that it stands in: NFC, without stress marks, soft
  /// hyphens and zero-width characters, look-alike letters of the other script replaced.
  public func spelling(of word: WordID) -> UnsafeBufferPointer<UInt8> {
    let entry = entry(of: word).pointee
    guard entry.flags.contains(.repaired) else { return rawForm(of: word) }
    let start = arena.bytes + Int(entry.normalStart + entry.normalLength)
    return UnsafeBufferPointer(start: start + 2, count: Int(start[0]) | Int(start[1]) << 8)
  }

  @inlinable public func shape(of word: WordID) -> TokenShape { entry(of: word).pointee.shape }
  @inlinable public func kind(of word: WordID) -> TokenKind { entry(of: word).pointee.kind }
  /// Scripts, digits, hyphen, `repaired`: the flags that do not depend on the place.
  @inlinable public func flags(of word: WordID) -> TokenFlags { entry(of: word).pointee.flags }

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

  private func internNumber(_ base: UnsafePointer<UInt8>, _ length: Int) -> WordID {
    switch Self.sharedNumber(base, length) {
    case Self.unshared: internForm(base, length, .number)
    case let shared: shared
    }
  }

  private static let unshared: WordID = -1

  /// The number that figures like this one share, or `unshared`.
  @inline(__always)
  private static func sharedNumber(_ base: UnsafePointer<UInt8>, _ length: Int) -> WordID {
    for index in 0..<length where base[index] &- 0x30 > 9 {
      return base[index] < 0x80 ? separatedDigits : unshared
    }
    return length < 5 ? unshared : digits(count: length)
  }

  private func internForm(
    _ base: UnsafePointer<UInt8>, _ length: Int, _ kind: TokenKind
  ) -> WordID {
    if length > Self.longestWord { return Self.overlong }
    let key = FormKey(base, length, base + length, seed)
    return View(self).find(base, length, key)?.word ?? addForm(base, length, kind, key).word
  }

  /// The table's memory, in registers during a walk.
  private struct View {
    var slots: UnsafePointer<Slot>
    var mask: Int
    var bytes: UnsafePointer<UInt8>

    @inline(__always) init(_ table: WordTable) {
      slots = UnsafePointer(table.slots)
      mask = table.slotMask
      bytes = UnsafePointer(table.arena.bytes)
    }

    @inline(__always)
    func find(_ base: UnsafePointer<UInt8>, _ length: Int, _ key: FormKey) -> Slot? {
      let check = Slot.check(key.hash, length)
      var index = Int(truncatingIfNeeded: key.hash &>> 32) & mask
      while true {
        let slot = slots[index]
        if slot.check == check, slot.head == key.head, slot.tail == key.tail,
          length <= 16 || equalMiddle(bytes + Int(slot.rawStart), base, length)
        {
          return slot
        }
        if slot.check == 0 { return nil }
        index = (index &+ 1) & mask
      }
    }
  }

  @inline(never)
  private func addForm(
    _ base: UnsafePointer<UInt8>, _ length: Int, _ kind: TokenKind, _ key: FormKey
  ) -> Slot {
    let bytes = UnsafeBufferPointer(start: base, count: length)
    let rawStart = arena.append(bytes)
    var entry = Entry(
      rawStart: rawStart, rawLength: UInt32(length), normalStart: rawStart,
      normalLength: UInt32(length), flags: [], kind: kind, shape: .none)
    normalizer.describe(bytes, &entry, &arena)
    append(entry)
    if count * 2 > slotMask { growSlots() }
    let slot = slot(of: WordID(count - 1), key)
    place(slot, key.hash)
    return slot
  }

  private func slot(of word: WordID, _ key: FormKey) -> Slot {
    let entry = entry(of: word).pointee
    return Slot(
      check: Slot.check(key.hash, Int(entry.rawLength)), rawStart: entry.rawStart,
      stamp: Token.stamp(word, entry.shape, entry.flags), head: key.head, tail: key.tail)
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

  /// Makes room in the slots for all words but the last, which has none yet.
  private func growSlots() {
    slots.deallocate()
    slotMask = slotMask * 2 + 1
    slots = Self.emptySlots(slotMask + 1)
    for word in Self.reservedCount..<(count - 1) {
      let form = rawForm(of: WordID(word))
      guard let start = form.baseAddress, form.count > 0 else { continue }
      let key = FormKey(start, form.count, start + form.count, seed)
      place(slot(of: WordID(word), key), key.hash)
    }
  }

  private func place(_ slot: Slot, _ hash: UInt64) {
    var index = Int(truncatingIfNeeded: hash >> 32) & slotMask
    while slots[index].check != 0 { index = (index &+ 1) & slotMask }
    slots[index] = slot
  }

  // MARK: A document's tokens

  /// Gives each of `tokens` its number, and with it shape and script.
  ///
  /// A batch at a time: memory is asked for the slots of all before the first look-up is made, so
  /// that look-ups seldom wait.
  func number(_ tokens: UnsafeMutableBufferPointer<Token>, of text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress, let first = tokens.baseAddress else { return }
    let limit = base + text.count
    var start = 0
    while start < tokens.count {
      let size = min(Self.batch, tokens.count &- start)
      prefetch(first + start, size, base, limit)
      number(first + start, size, base)
      start &+= size
    }
  }

  @inline(__always)
  private func prefetch(
    _ tokens: UnsafeMutablePointer<Token>, _ size: Int, _ base: UnsafePointer<UInt8>,
    _ limit: UnsafePointer<UInt8>
  ) {
    let view = View(self)
    let (keys, seed) = (keys, seed)
    for index in 0..<size {
      let token = tokens + index
      let start = base + Int(token.pointee.start)
      let length = Self.formLength(token)
      guard length > 1, Self.hasOwnNumber(token.pointee.kind, start, length) else {
        keys[index] = .none
        continue
      }
      let key = FormKey(start, length, limit, seed)
      keys[index] = key
      svodka_prefetch(view.slots + (Int(truncatingIfNeeded: key.hash &>> 32) & view.mask))
    }
  }

  /// Length of a token's form, which an abbreviation's full stop is not part of.
  @inline(__always)
  private static func formLength(_ token: UnsafeMutablePointer<Token>) -> Int {
    Int(token.pointee.length)
      &- Int((token.pointee.flags.rawValue & TokenFlags.abbreviation.rawValue) &>> 9)
  }

  @inline(__always)
  private func number(
    _ tokens: UnsafeMutablePointer<Token>, _ size: Int, _ base: UnsafePointer<UInt8>
  ) {
    let (keys, single) = (keys, single)
    var view = View(self)
    for index in 0..<size {
      let token = tokens + index
      let start = base + Int(token.pointee.start)
      let length = Self.formLength(token)
      let key = keys[index]
      if key.hash != 0 {
        if let known = view.find(start, length, key) {
          token.pointee.apply(known.stamp)
        } else {
          token.pointee.apply(addForm(start, length, token.pointee.kind, key).stamp)
          view = View(self)
        }
        continue
      }
      let known = single[Int(start[0] & 0x7F)]
      if length == 1, known.check != 0 {
        token.pointee.apply(known.stamp)
      } else {
        numberSlowly(token, UnsafeBufferPointer(start: start, count: length))
        view = View(self)
      }
    }
  }

  /// Whether a form of two bytes or more has a number of its own.
  @inline(__always)
  private static func hasOwnNumber(
    _ kind: TokenKind, _ start: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    switch kind {
    case .word, .punctuation, .symbol: return length <= longestWord
    case .number: return length <= 4 && sharedNumber(start, length) < 0
    default: return false
    }
  }

  /// What is not a word of usual length, and marks on their first occurrence.
  @inline(never)
  private func numberSlowly(
    _ token: UnsafeMutablePointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let word = intern(bytes, kind: token.pointee.kind)
    let entry = entry(of: word).pointee
    let stamp = Token.stamp(word, entry.shape, entry.flags)
    token.pointee.apply(stamp)
    if bytes.count == 1 {
      single[Int(bytes[0] & 0x7F)] = Slot(check: 1, rawStart: 0, stamp: stamp, head: 0, tail: 0)
    }
  }
}

extension Token {
  /// Word, shape and flags as they lie in a token's last eight bytes, kind left out.
  static func stamp(_ word: WordID, _ shape: TokenShape, _ flags: TokenFlags) -> UInt64 {
    UInt64(UInt32(bitPattern: word)) | UInt64(shape.rawValue) << 40 | UInt64(flags.rawValue) << 48
  }

  /// Sets word and shape and adds flags, all of which `stamp` holds.
  @inline(__always) mutating func apply(_ stamp: UInt64) {
    word = WordID(truncatingIfNeeded: stamp)
    shape = TokenShape(rawValue: UInt8(truncatingIfNeeded: stamp &>> 40)).unsafelyUnwrapped
    flags = TokenFlags(rawValue: flags.rawValue | UInt16(truncatingIfNeeded: stamp &>> 48))
  }
}
