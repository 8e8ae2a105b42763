/// Why a run could not start, continue or be written.
public enum RunError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The output directory holds files and overwriting was not asked for.
  case directoryInUse(path: String)
  /// A directory could not be made.
  case directoryNotMade(path: String, reason: String)
  /// A file could not be written; nothing stands under its final name.
  case notWritten(path: String, reason: String)
  /// A file could not be read.
  case notRead(path: String, reason: String)
  /// There is no unfinished run to resume.
  case nothingToResume(path: String)
  /// The unfinished run was made by another version, so that its bits could not be continued.
  case otherVersion(path: String, found: String, required: String)
  /// A checkpoint is damaged.
  case damagedCheckpoint(path: String, problem: String)
  /// The PAM50 anatomy was asked for but no directory was named.
  case anatomyDirectoryMissing
  /// The anatomy is of another species than the subject.
  case anatomyOfOtherSpecies(required: String)
  /// A number stopped being finite: a fault of the program.
  case notFinite(field: String, voxel: Int, day: Double)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .directoryInUse(let path):
      "The output directory '\(path)' is not empty. Choose another with --output, or pass --overwrite to replace "
        + "what a run has written there."
    case .directoryNotMade(let path, let reason):
      "The directory '\(path)' could not be made: \(reason). Choose a place that can be written."
    case .notWritten(let path, let reason):
      "'\(path)' could not be written: \(reason). No incomplete file was left under that name. Free some space or "
        + "choose another place, then continue with `myelon resume`."
    case .notRead(let path, let reason):
      "'\(path)' could not be read: \(reason)."
    case .nothingToResume(let path):
      "There is no unfinished run in '\(path)'. `myelon run FILE --output DIR` starts one."
    case .otherVersion(let path, let found, let required):
      "The unfinished run in '\(path)' was made by version \(found); this is \(required). Its numbers could not be "
        + "continued bit for bit: start it again with --overwrite, or resume it with version \(found)."
    case .damagedCheckpoint(let path, let problem):
      "The checkpoint '\(path)' cannot be used: \(problem). Start the run again with --overwrite."
    case .anatomyDirectoryMissing:
      "The scenario asks for the PAM50 anatomy but no directory is named. Pass --anatomy DIR or write "
        + "`anatomy: {pam50: DIR}`."
    case .anatomyOfOtherSpecies(let required):
      "The PAM50 template is a human cord, and the subject is a \(required). Use `anatomy: parametric`."
    case .notFinite(let field, let voxel, let day):
      "The field '\(field)' stopped being a finite number in voxel \(voxel) on day \(day). This is a fault of the "
        + "program: please report it with the scenario."
    }
  }
}
