/// Why a root or a fibre's course cannot be made.
public enum SpinalRootError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No segment of the cord has this name.
  case unknownSegment(name: String, known: [String])
  /// The column has no vertebra below whose pedicle the root could leave.
  case noForamen(segment: String)
  /// A number of rootlets or quantiles is below 1.
  case tooFew(what: String, found: Int)
  /// A number of a course is not finite, or not inside what is possible.
  case unusableCourse(what: String, value: String)
  /// A stretch lies beyond the cord; positions in mm.
  case beyondCord(position: Double, length: Double)
  /// A stretch is empty, reversed or not finite; positions in mm.
  case emptyStretch(from: Double, to: Double)
  /// A place lies outside the cord; half-diameters.
  case outsideCord(lateral: Double, dorsal: Double)
  /// The cord has no such tract.
  case noTract(name: String)

  /// What is required, what was found, and what to do.
  public var description: String {
    switch self {
    case .unknownSegment(let name, let known):
      return
        "A segment of this cord is required, found '\(name)': use one of \(known.joined(separator: ", "))."
    case .noForamen(let segment):
      return
        "A root needs a vertebra to leave at; the column has none for '\(segment)': use a complete column."
    case .tooFew(let what, let found):
      return "At least 1 is required for the number of \(what); found \(found)."
    case .unusableCourse(let what, let value):
      return "The \(what) of a root's course must be finite and above 0; found \(value): correct it."
    case .beyondCord(let position, let length):
      return
        "Fibres of the cord must lie between 0 and \(length) mm, or at most 20 mm beyond; found \(position) "
        + "mm: shorten the stretch."
    case .emptyStretch(let from, let to):
      return
        "The caudal end must lie beyond the rostral one, mm; found \(from) to \(to) mm: name them in order."
    case .outsideCord(let lateral, let dorsal):
      return "The fibre must lie inside the cord; found it at \(lateral) lateral and \(dorsal) dorsal "
        + "half-diameters: move it inward."
    case .noTract(let name):
      return "This species' cord has no \(name): use another tract."
    }
  }
}
