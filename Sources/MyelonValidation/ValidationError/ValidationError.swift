/// Why published studies cannot be set beside the model.
public enum ValidationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A study has no scenario.
  case nothingToLive(id: String)
  /// No study has the name.
  case unknownStudy(id: String, folder: String, nearest: String?)
  /// A folder holds no studies.
  case noStudies(folder: String)

  /// What was required, what was found and what to do.
  public var description: String {
    switch self {
    case .nothingToLive(let id): "the study \(id) has no scenario, so nothing of it can be lived"
    case .unknownStudy(let id, let folder, let nearest):
      "no study in \(folder) is called \(id)" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .noStudies(let folder):
      "\(folder) holds no studies; name the folder with the files of Validation"
    }
  }
}
