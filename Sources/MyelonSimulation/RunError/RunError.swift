/// Why a run could not start, continue or be written.
public enum RunError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The output directory holds files and overwriting was not asked for.
  case directoryInUse(path: String, isUnfinishedRun: Bool)
  /// Another run is writing into the output directory.
  case directoryBusy(path: String)
  /// A directory could not be made.
  case directoryNotMade(path: String, reason: String)
  /// A file could not be written; nothing stands under its final name.
  case notWritten(path: String, reason: String)
  /// A file could not be read.
  case notRead(path: String, reason: String)
  /// There is no unfinished run to resume.
  case nothingToResume(path: String, isFinished: Bool)
  /// There is no finished run to report on.
  case noFinishedRun(path: String, isUnfinished: Bool)
  /// The unfinished run was made by another version, so that its bits could not be continued.
  case otherVersion(path: String, found: String, required: String)
  /// The scenario that an unfinished run keeps was changed after the run began.
  case changedScenario(path: String)
  /// A checkpoint, or another file of an unfinished run, is damaged.
  case damagedCheckpoint(path: String, problem: String)
  /// The PAM50 anatomy was asked for but no directory was named.
  case anatomyDirectoryMissing
  /// There is no directory where the PAM50 anatomy should be.
  case anatomyDirectoryNotFound(path: String)
  /// The anatomy is of another species than the subject.
  case anatomyOfOtherSpecies(required: String)
  /// An arm's treatment could not be carried out on its cord.
  case treatmentImpossible(arm: String, problem: String)
  /// A number stopped being finite: a fault of the program.
  case notFinite(field: String, voxel: Int, day: Double)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .directoryInUse, .directoryBusy, .directoryNotMade, .notWritten: placeDescription
    case .nothingToResume, .noFinishedRun, .otherVersion, .changedScenario, .damagedCheckpoint:
      unfinishedDescription
    case .notRead(let path, let reason):
      "'\(path)' could not be read: \(reason)."
    case .anatomyDirectoryMissing:
      "The scenario asks for the PAM50 anatomy but no directory is named. Pass --anatomy DIR or write "
        + "`anatomy: {pam50: DIR}`."
    case .anatomyDirectoryNotFound(let path):
      "A directory with the PAM50 template is required; there is none at '\(path)'. Name the one that holds its "
        + "folders `template` and `atlas`."
    case .anatomyOfOtherSpecies(let required):
      "The PAM50 template is a human cord, and the subject is a \(required). Use `anatomy: parametric`."
    case .treatmentImpossible(let arm, let problem):
      "The treatment of arm '\(arm)' cannot be carried out: \(problem)"
    case .notFinite(let field, let voxel, let day):
      "The field '\(field)' stopped being a finite number in voxel \(voxel) on day \(day). This is a fault of the "
        + "program: please report it with the scenario."
    }
  }

  /// Sentences about the place where results go.
  private var placeDescription: String {
    switch self {
    case .directoryInUse(let path, let isUnfinishedRun):
      isUnfinishedRun
        ? "The output directory '\(path)' holds an unfinished run. Continue it with `myelon resume`, choose another "
          + "directory with --output, or pass --overwrite to start afresh."
        : "The output directory '\(path)' is not empty. Choose another with --output, or pass --overwrite to replace "
          + "what a run has written there."
    case .directoryBusy(let path):
      "Another run is writing into '\(path)' at this moment. Wait for it to end, or choose another directory with "
        + "--output."
    case .directoryNotMade(let path, let reason):
      "The directory '\(path)' could not be made: \(reason). Choose a place that can be written."
    case .notWritten(let path, let reason):
      "'\(path)' could not be written: \(reason). No incomplete file was left under that name. Free some space or "
        + "choose another place."
    default: ""
    }
  }

  /// Sentences about runs that have not ended.
  private var unfinishedDescription: String {
    switch self {
    case .nothingToResume(let path, let isFinished):
      isFinished
        ? "The run in '\(path)' has ended; there is nothing to resume. `myelon report DIR` writes its report again."
        : "There is no unfinished run in '\(path)'. `myelon run FILE --output DIR` starts one."
    case .noFinishedRun(let path, let isUnfinished):
      isUnfinished
        ? "The run in '\(path)' has not ended. Continue it with `myelon resume`; it writes the report itself."
        : "There is no finished run in '\(path)' (no run.json). `myelon run FILE --output DIR` makes one."
    case .otherVersion(let path, let found, let required):
      "The unfinished run in '\(path)' was made by version \(found); this is \(required). Its numbers could not be "
        + "continued bit for bit: start it again with --overwrite, or resume it with version \(found)."
    case .changedScenario(let path):
      "'\(path)' was changed after the run began, so that the run cannot be continued with it. Put it back, or start "
        + "again with --overwrite from your own scenario file."
    case .damagedCheckpoint(let path, let problem):
      "The checkpoint '\(path)' cannot be used: \(problem). Start the run again with --overwrite."
    default: ""
    }
  }
}
