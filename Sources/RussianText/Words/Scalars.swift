/// Decodes the scalar at `index` of valid UTF-8 and moves `index` past it.
@inline(__always)
func nextScalar(_ bytes: UnsafePointer<UInt8>, _ index: inout Int) -> UInt32 {
  let first = UInt32(bytes[index])
  if first < 0x80 {
    index &+= 1
    return first
  }
  if first < 0xE0 {
    let code = (first & 0x1F) &<< 6 | UInt32(bytes[index &+ 1] & 0x3F)
    index &+= 2
    return code
  }
  let middle = UInt32(bytes[index &+ 1] & 0x3F) &<< 6 | UInt32(bytes[index &+ 2] & 0x3F)
  if first < 0xF0 {
    index &+= 3
    return (first & 0x0F) &<< 12 | middle
  }
  let code = (first & 0x07) &<< 18 | middle &<< 6 | UInt32(bytes[index &+ 3] & 0x3F)
  index &+= 4
  return code
}

@inline(__always)
func forEachScalar(of bytes: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
  guard let base = bytes.baseAddress else { return }
  var index = 0
  while index < bytes.count { body(nextScalar(base, &index)) }
}

func appendUTF8(_ code: UInt32, to bytes: inout [UInt8]) {
  switch code {
  case ..<0x80:
    bytes.append(UInt8(code))
  case ..<0x800:
    bytes.append(UInt8(0xC0 | code >> 6))
    bytes.append(UInt8(0x80 | code & 0x3F))
  case ..<0x10000:
    bytes.append(UInt8(0xE0 | code >> 12))
    bytes.append(UInt8(0x80 | code >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | code & 0x3F))
  default:
    bytes.append(UInt8(0xF0 | code >> 18))
    bytes.append(UInt8(0x80 | code >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | code >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | code & 0x3F))
  }
}

func appendUTF16(_ code: UInt32, to units: inout [UInt16]) {
  if code < 0x10000 {
    units.append(UInt16(code))
  } else {
    units.append(UInt16(0xD800 + (code - 0x10000) >> 10))
    units.append(UInt16(0xDC00 + (code - 0x10000) & 0x3FF))
  }
}

/// Appends `units` as UTF-8; a lone surrogate becomes U+FFFD. True if there was one.
@discardableResult
func transcode(_ units: some Sequence<UInt16>, to bytes: inout [UInt8]) -> Bool {
  var repaired = false
  var high: UInt32 = 0
  for unit in units {
    let code = UInt32(unit)
    if high != 0 {
      if 0xDC00...0xDFFF ~= code {
        appendUTF8(0x10000 + (high - 0xD800) << 10 + (code - 0xDC00), to: &bytes)
        high = 0
        continue
      }
      appendUTF8(0xFFFD, to: &bytes)
      repaired = true
      high = 0
    }
    switch code {
    case 0xD800...0xDBFF: high = code
    case 0xDC00...0xDFFF:
      appendUTF8(0xFFFD, to: &bytes)
      repaired = true
    default: appendUTF8(code, to: &bytes)
    }
  }
  if high != 0 {
    appendUTF8(0xFFFD, to: &bytes)
    repaired = true
  }
  return repaired
}
