import Foundation

/// What standard output is written to.
enum Terminal {
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal; 100 where there is none.
  static var width: Int { width(of: STDOUT_FILENO) }

  /// Columns of the terminal at a file descriptor.
  static func width(of descriptor: Int32) -> Int {
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap({ Int($0) }),
      columns > 0
    {
      return columns
    }
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 100
  }

  /// Says something to the person at the terminal, beside the output.
  static func warn(_ text: String) {
    FileHandle.standardError.write(Data("svodka: \(text)\n".utf8))
  }

  /// See no-color.org for `NO_COLOR`.
  static var hasColors: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
  }
}
