extension String {
  /// The lines of a file, whatever ends them; other marks that Unicode calls a new line end none.
  var fileLines: [Substring] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }
}
