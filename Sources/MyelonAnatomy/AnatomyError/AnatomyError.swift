/// What went wrong while a cord was described, voxelised or read.
public enum AnatomyError: Error, Equatable, CustomStringConvertible {
  /// No segment has this name.
  case unknownSegment(name: String, known: [String])
  /// The window does not lie inside the cord; positions in mm.
  case windowOutsideCord(start: Double, end: Double, cordLength: Double)
  /// The window is empty, reversed or not finite; positions in mm.
  case emptyWindow(start: Double, end: Double)
  /// The voxel edge is not positive and finite or is wider than half the cord; lengths in mm.
  case unusableSpacing(spacing: Double, largest: Double)
  /// The window would need more voxels than a model may hold.
  case tooManyVoxels(needed: Double, limit: Int)

  /// What is required, what was found, and what to do.
  public var description: String {
    switch self {
    case .unknownSegment(let name, let known):
      return
        "A segment of this cord is required, found '\(name)': use one of \(known.joined(separator: ", "))."
    case .windowOutsideCord(let start, let end, let cordLength):
      return
        "The window must overlap the cord, 0 to \(cordLength) mm; found \(start) to \(end) mm: move the window."
    case .emptyWindow(let start, let end):
      return "The window's end must lie caudal to its start, in mm; found start \(start), end \(end)."
    case .unusableSpacing(let spacing, let largest):
      return "The voxel edge must be above 0 and at most \(largest) mm for this cord; found \(spacing) mm."
    case .tooManyVoxels(let needed, let limit):
      return "A model may hold \(limit) voxels; the window needs \(needed): shorten it or use larger voxels."
    }
  }
}
