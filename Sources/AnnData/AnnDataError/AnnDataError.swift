/// A table that could not be written.
public enum AnnDataError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The table contradicts itself; all findings.
  case invalid([AnnDataFault])
  /// HDF5 refused a step; `place` is the path inside the file.
  case library(place: String, reason: String)
  /// The finished file could not be put under its name.
  case notWritten(path: String, reason: String)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .invalid(let faults):
      "The table cannot be written as it is: " + faults.map(\.description).joined(separator: " ")
    case .library(let place, let reason):
      "HDF5 could not write \(place): \(reason). Check memory, and that the HDF5 library is 1.10 or later."
    case .notWritten(let path, let reason):
      "\(path) was not written: \(reason). Whatever stood under that name is unchanged."
    }
  }
}
