/// Why a grid round the spine cannot be made as asked.
public enum SpineGridError: Error, Equatable, Sendable, CustomStringConvertible {
  /// An edge of a cell or the growth is not usable; lengths in mm.
  case unusableResolution(smallest: Double, largest: Double, growth: Double)
  /// The stretch to be resolved is empty or not finite; positions in mm.
  case emptyStretch(from: Double, to: Double)
  /// The distance to the far boundary is negative, not finite or beyond what is possible; mm.
  case unusableMargin(margin: String, largest: Double)
  /// The grid would need more cells than a model may hold.
  case tooManyCells(needed: Double, limit: Int)
  /// A contact lies outside the domain; position in mm.
  case contactOutsideDomain(array: String, contact: String, position: SIMD3<Double>)

  /// What is required, what was found, and what to do.
  public var description: String {
    switch self {
    case .unusableResolution(let smallest, let largest, let growth):
      return
        "Cells must be above 0 mm, no coarser than the largest, and grow by 1.05 to 1.5; found \(smallest) to "
        + "\(largest) mm and growth \(growth): correct the resolution."
    case .emptyStretch(let from, let to):
      return "The stretch to be resolved must have a length above 0 mm; found \(from) to \(to) mm: name its "
        + "ends in order."
    case .unusableMargin(let margin, let largest):
      return
        "The far boundary must lie 0 to \(largest) mm beyond what is resolved; found \(margin) mm: move it."
    case .tooManyCells(let needed, let limit):
      return "A grid may hold \(limit) cells; this one needs \(needed): coarsen it or shorten the stretch."
    case .contactOutsideDomain(let array, let contact, let position):
      return "Contacts must lie inside the domain; contact '\(contact)' of '\(array)' lies at \(position.x), "
        + "\(position.y), \(position.z) mm: widen the domain, or take the whole body for skin pads."
    }
  }
}
