private import CICU

/// ICU could not do what it was asked: its data are missing or memory ran out.
///
///     "ubrk_open: U_MISSING_RESOURCE_ERROR (is ICU's data library installed?)"
public struct ICUError: Error, Hashable, CustomStringConvertible {
  /// The ICU function that failed.
  public let function: String
  /// ICU's name for the failure, as `U_MISSING_RESOURCE_ERROR`.
  public let name: String

  public var description: String {
    "\(function): \(name) (is ICU's data library installed?)"
  }
}

extension svodka_UErrorCode {
  /// Throws ``ICUError`` if this code is a failure; warnings pass.
  func check(_ function: String) throws(ICUError) {
    if rawValue > U_ZERO_ERROR.rawValue {
      throw ICUError(function: function, name: String(cString: cicu_u_errorName(self)))
    }
  }
}

/// The version of the ICU library in use, as "72.1".
public var icuVersion: String {
  var version: UVersionInfo = (0, 0, 0, 0)
  withUnsafeMutableBytes(of: &version) {
    cicu_u_getVersion($0.bindMemory(to: UInt8.self).baseAddress)
  }
  return "\(version.0).\(version.1)"
}
