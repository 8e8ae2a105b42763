/// The text formats in which examinations are read.
public enum ExaminationFormat: String, CaseIterable, Sendable, Hashable, Codable {
  /// One JSON object, or an array of objects.
  ///
  /// An object holds the nested keys of `Examination`'s JSON form, or the flat keys of the published case file; or
  /// it holds one of these under "exam" or "examination" and anything else beside it. "id" (or "name") names the
  /// record; "note", and in flat form "group", "check" and "totals", are not read.
  case json
  /// One JSON object a line.
  case jsonLines
  /// A header line, then one row an examination.
  ///
  /// Columns in any order: the 134 required flat keys (`Examination.flatKeys`: "analContraction", "analSensation",
  /// "c5RightMotor", "c2RightTouch", "c2RightPrick", ... "s4_5LeftPrick"), the two optional ones
  /// ("rightLowestNonKeyMuscleWithMotorFunction", ...), and optionally "id", "name", "note".
  case csv
  /// A CSV export (raw codes) of the public REDCap instrument "ISNCSCI exam" of 2023.
  ///
  /// Source of the names and codes: github.com/fom-ds-redcap/isncsci, `saveToRedcap.php` and `app.js`: columns
  /// "right_motor_c5_value", "left_light_touch_s4_5_value", "right_pinprick_c2_value", "..._considernormal",
  /// "voluntary_anal_contraction", "deep_anal_pressure", "lowest_non_key_muscle_with_motor_function_right"; codes
  /// "0" to "5", "nt", and "ab-3" for a starred 3, which is considered normal when its "_considernormal" is 1.
  /// Other columns of the project are not read. The per-item variable names of the NINDS common data elements
  /// could not be established, so their export needs its columns renamed first.
  case redcap
}

/// How strictly examinations are read.
public struct ReadingOptions: Sendable, Hashable {
  /// Whether motor "5*" of editions before 2019 is read as 5; refused by default.
  ///
  /// That grade meant "would be 5 but for pain or disuse" and counted as 5. Each translation is noted in the record.
  public var acceptsLegacy: Bool

  /// Whether fields that no examination has are skipped instead of refused; false by default.
  public var ignoresUnknownFields: Bool

  /// Options of reading.
  ///
  /// - Parameters:
  ///   - acceptsLegacy: Whether motor "5*" is read as 5.
  ///   - ignoresUnknownFields: Whether unknown fields are skipped.
  public init(acceptsLegacy: Bool = false, ignoresUnknownFields: Bool = false) {
    self.acceptsLegacy = acceptsLegacy
    self.ignoresUnknownFields = ignoresUnknownFields
  }
}

/// One record of an input: an examination, or everything that is wrong with it.
public struct ReadRecord: Sendable, Hashable {
  /// The line on which the record starts, from 1 (for a JSON array: the position in it, from 1).
  public let line: Int
  /// The record's own name, if it has one.
  public let identifier: String?
  /// The examination, or the faults.
  public let outcome: Result<Examination, InvalidExamination>
  /// What was translated on the way, for example a legacy "5*" that was read as 5.
  public let notes: [String]

  /// The examination, or nil when it was refused.
  public var examination: Examination? { try? outcome.get() }

  /// The faults, empty for an examination.
  public var faults: [ExaminationError] {
    guard case .failure(let invalid) = outcome else { return [] }
    return invalid.faults
  }

  init(line: Int, _ raw: RawExamination, _ options: ReadingOptions) {
    self.line = line
    identifier = raw.identifier
    do throws(InvalidExamination) {
      let valid = try raw.validated(acceptsLegacy: options.acceptsLegacy)
      outcome = .success(valid.examination)
      notes = valid.notes
    } catch {
      outcome = .failure(error)
      notes = []
    }
  }

  init(line: Int, fault: ExaminationError) {
    self.line = line
    identifier = nil
    outcome = .failure(InvalidExamination(faults: [fault]))
    notes = []
  }
}
