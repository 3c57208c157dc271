/// Something is wrong with what the command was given to read, not with the command: it is told
/// without the command's usage.
struct DataError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
