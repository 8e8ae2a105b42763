/// Why a study could not be made, opened, continued or written.
public enum StudyError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no file of this name.
  case notFound(path: String)
  /// There is a file of this name already.
  case exists(path: String, isStudy: Bool)
  /// The file is no study database.
  case notAStudy(path: String, found: String)
  /// The study was made by a later version of the program, with tables that this one does not know.
  case laterFormat(path: String, found: String)
  /// The study is another one than was asked for.
  case otherStudy(path: String, difference: String)
  /// The file is damaged.
  case damaged(path: String, problem: String)
  /// Another program writes into the study at this moment.
  case busy(path: String)
  /// The file, or its folder, may be read but not written.
  case readOnly(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The file, or its folder, cannot be written for another reason.
  case cannotWrite(path: String, reason: String)
  /// The file cannot be read.
  case cannotRead(path: String, reason: String)
  /// The file lies on a network file system, on which SQLite's write-ahead log does not work.
  case networkFileSystem(path: String, kind: String)
  /// Two results of one member differ, although the same seed and values gave them.
  case conflictingResults(path: String, member: Int)
  /// A member was asked for that the study does not have.
  case unknownMember(path: String, member: Int)
  /// A member of this number is in the study with another seed or other values.
  case otherMember(path: String, member: Int)
  /// A parameter vector that no member can have.
  case wrongValues(ParameterFault)
  /// Results that a model may not give: a fault of the program.
  case wrongOutcomes(member: Int, problem: String)
  /// A setting outside its range.
  case wrongSetting(name: String, found: String, allowed: String)

  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .notFound, .exists, .notAStudy, .laterFormat, .otherStudy, .damaged: studyDescription
    case .busy, .readOnly, .diskFull, .cannotWrite, .cannotRead, .networkFileSystem: placeDescription
    case .conflictingResults, .unknownMember, .otherMember, .wrongValues, .wrongOutcomes, .wrongSetting:
      memberDescription
    }
  }

  /// Sentences about what a file is.
  private var studyDescription: String {
    switch self {
    case .notFound(let path):
      "There is no study at '\(path)'. `myelon ensemble FILE --study \(path)` makes one."
    case .exists(let path, let isStudy):
      isStudy
        ? "There is a study at '\(path)' already. Continue it with --resume, name another file with --study, or "
          + "pass --overwrite to start afresh."
        : "'\(path)' exists and is no study of Myelon, so it is left alone. Name another file with --study."
    case .notAStudy(let path, let found):
      "A study database of Myelon is required; '\(path)' is \(found). Name another file with --study."
    case .laterFormat(let path, let found):
      "The study '\(path)' was made by a later version of Myelon (its format is \(found)). Open it with that version, "
        + "or name another file with --study."
    case .otherStudy(let path, let difference):
      "The study '\(path)' cannot be continued with this: \(difference). Give it what it began with, name another file "
        + "with --study, or pass --overwrite to start afresh."
    case .damaged(let path, let problem):
      "The study '\(path)' is damaged: \(problem). Put back a copy, or start afresh with --overwrite."
    default: ""
    }
  }

  /// Sentences about places.
  private var placeDescription: String {
    switch self {
    case .busy(let path):
      "Another program is writing into the study '\(path)' at this moment. Wait for it to end, or name another file "
        + "with --study."
    case .readOnly(let path):
      "'\(path)' can be read but not written. Copy the study to a place that can be written."
    case .diskFull(let path):
      "The disk is full: '\(path)' could not be written. What was done before is kept; free some space and continue."
    case .cannotWrite(let path, let reason):
      "'\(path)' could not be written: \(reason). Choose another place."
    case .cannotRead(let path, let reason): "'\(path)' could not be read: \(reason)."
    case .networkFileSystem(let path, let kind):
      "A study must lie on a disk of this machine; '\(path)' lies on a network file system (\(kind)), where SQLite "
        + "may lose data. Name a place such as /var/tmp with --study."
    default: ""
    }
  }

  /// Sentences about members and settings.
  private var memberDescription: String {
    switch self {
    case .conflictingResults(let path, let member):
      "Two results of member \(member) differ although seed and values are the same: '\(path)' holds one. One of them "
        + "comes from another build or a broken machine; do not use either before that is known."
    case .unknownMember(let path, let member): "The study '\(path)' has no member \(member)."
    case .otherMember(let path, let member):
      "The study '\(path)' has a member \(member) with another seed or other values. Give it what it began with, or "
        + "name another file with --study."
    case .wrongValues(let fault): "\(fault)"
    case .wrongOutcomes(let member, let problem):
      "Member \(member) gave results that cannot be stored: \(problem). This is a fault of the program: please report "
        + "it with the scenario."
    case .wrongSetting(let name, let found, let allowed): "\(name) must be \(allowed); found \(found)."
    default: ""
    }
  }
}
