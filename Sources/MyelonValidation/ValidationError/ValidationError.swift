/// Why published studies cannot be set beside the model.
public enum ValidationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A study has no scenario.
  case nothingToLive(id: String)
  /// No study has the name.
  case unknownStudy(id: String, folder: String, nearest: String?)
  /// A study that is held out was to be fitted.
  case heldOut(id: String)
  /// No study has a number, or nothing is to be moved.
  case nothingToFit
  /// The user stopped it.
  case stopped
  /// A folder holds no studies.
  case noStudies(folder: String)

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .nothingToLive(let id): "the study \(id) has no scenario, so nothing of it can be lived"
    case .unknownStudy(let id, let folder, let nearest):
      "no study in \(folder) is called \(id)" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .heldOut(let id):
      "the study \(id) is held out and must not be fitted; leave it out, or change its half and say why"
    case .nothingToFit: "a calibration needs a name to vary and a study of the fit half with a number"
    case .stopped: "stopped before the last step; continue with --resume"
    case .noStudies(let folder):
      "\(folder) holds no studies; name the folder with the files of Validation"
    }
  }
}
