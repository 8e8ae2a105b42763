/// What went wrong while a cord was described, voxelised or read.
public enum AnatomyError: Error, Equatable, CustomStringConvertible {
  /// No segment has this name.
  case unknownSegment(name: String, known: [String])
  /// No vertebra has this name.
  case unknownVertebra(name: String, known: [String])
  /// The window does not lie inside the cord; positions in mm.
  case windowOutsideCord(start: Double, end: Double, cordLength: Double)
  /// The window is empty, reversed or not finite; positions in mm.
  case emptyWindow(start: Double, end: Double)
  /// The voxel edge is not positive and finite or is wider than half the cord; lengths in mm.
  case unusableSpacing(spacing: Double, largest: Double)
  /// A file of an atlas folder is missing.
  case missingFile(name: String, directory: String)
  /// A file of an atlas folder cannot be read; `reason` is the reader's message.
  case unreadableFile(name: String, reason: String)
  /// A volume of an atlas does not have the dimensions of the others.
  case wrongDimensions(file: String, found: [Int], required: [Int])
  /// The list of labels of an atlas does not name a region that is needed.
  case missingLabel(name: String, file: String)
  /// Spinal levels are absent from the volume of levels.
  case absentLevels(names: [String], file: String)
  /// The atlas names no tracts in a part of the window; positions in mm.
  case windowBeyondAtlas(start: Double, end: Double, coveredTo: Double)
  /// Two models do not lie on the same voxels.
  case differentGrids(first: String, second: String)
  /// The window would need more voxels than a model may hold.
  case tooManyVoxels(needed: Double, limit: Int)

  /// What is required, what was found, and what to do.
  public var description: String {
    switch self {
    case .unknownSegment(let name, let known):
      return
        "A segment of this cord is required, found '\(name)': use one of \(known.joined(separator: ", "))."
    case .unknownVertebra(let name, let known):
      return
        "A vertebra of this spine is required, found '\(name)': use one of \(known.joined(separator: ", "))."
    case .windowOutsideCord(let start, let end, let cordLength):
      return
        "The window must overlap the cord, 0 to \(cordLength) mm; found \(start) to \(end) mm: move the window."
    case .emptyWindow(let start, let end):
      return "The window's end must lie caudal to its start, in mm; found start \(start), end \(end)."
    case .unusableSpacing(let spacing, let largest):
      return "The voxel edge must be above 0 and at most \(largest) mm for this cord; found \(spacing) mm."
    case .missingFile(let name, let directory):
      return "The file \(name) is required, found none in \(directory): unpack the whole atlas there."
    case .unreadableFile(let name, let reason):
      return "The file \(name) must be a readable volume or list of labels; found: \(reason)"
    case .wrongDimensions(let file, let found, let required):
      return
        "All volumes of the atlas must be \(required) voxels; \(file) has \(found): use one release of it."
    case .missingLabel(let name, let file):
      return "The list \(file) must name '\(name)'; found no such line: use the atlas's own list."
    case .absentLevels(let names, let file):
      return "Spinal levels C1 to S5 are required; \(file) lacks \(names.joined(separator: ", "))."
    case .windowBeyondAtlas(let start, let end, let coveredTo):
      return "The atlas names tracts down to \(coveredTo) mm; found a window of \(start) to \(end) mm: "
        + "shorten it or use the parametric cord."
    case .differentGrids(let first, let second):
      return
        "Both models must lie on the same voxels; found \(first) and \(second): build one on the other's grid."
    case .tooManyVoxels(let needed, let limit):
      return "A model may hold \(limit) voxels; the window needs \(needed): shorten it or use larger voxels."
    }
  }
}
