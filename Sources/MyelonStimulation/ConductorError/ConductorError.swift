/// Why a potential could not be computed.
public enum ConductorError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Labels, tissues or layers do not fit together; every finding.
  case invalid([String])
  /// A contact reaches beyond the grid.
  case outside(contact: String, position: SIMD3<Double>, low: SIMD3<Double>, high: SIMD3<Double>)
  /// Two contacts share a place.
  case overlapping(first: String, second: String)
  /// A contact is smaller than two cells along an edge.
  case unresolved(contact: String, extent: Double, cell: Double)
  /// A contact touches no conducting cell.
  case insulated(contact: String, position: SIMD3<Double>)
  /// The current of a contact cannot return.
  case noReturn(contact: String)
  /// A contact's size is not a positive number.
  case size(contact: String, size: Double)
  /// Two contacts have the same name.
  case duplicate(contact: String)
  /// The solver stopped before its tolerance.
  case notConverged(contact: String, iterations: Int, residual: Double, tolerance: Double)

  /// What is required, what was found and what to do.
  public var description: String {
    switch self {
    case .invalid(let findings): return findings.joined(separator: " ")
    case .outside(let contact, let position, let low, let high):
      return
        "Contact \(contact) at \(position) mm must lie inside the grid, which reaches from \(low) to \(high) mm: "
        + "move it or widen the grid."
    case .overlapping(let first, let second):
      return
        "Contacts \(first) and \(second) overlap; contacts must be apart by a cell: move one or refine the grid."
    case .unresolved(let contact, let extent, let cell):
      return "Contact \(contact) is \(extent) mm across where cells are \(cell) mm; it needs two cells: "
        + "use cells of at most \(extent / 2) mm there."
    case .insulated(let contact, let position):
      return "Contact \(contact) at \(position) mm touches no conducting tissue: move it or check its facing."
    case .noReturn(let contact):
      return
        "The current of contact \(contact) has no way back: give the domain a grounded or open side, or a second "
        + "contact that it can reach through tissue."
    case .size(let contact, let size): return "Contact \(contact) needs a size above 0 mm, found \(size) mm."
    case .duplicate(let contact): return "Contact names must differ; \(contact) is there twice."
    case .notConverged(let contact, let iterations, let residual, let tolerance):
      return
        "The potential of contact \(contact) reached a relative residual of \(residual) after \(iterations) iterations, "
        + "\(tolerance) is required: allow more iterations or a larger tolerance."
    }
  }
}
