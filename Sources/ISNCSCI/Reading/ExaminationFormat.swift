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
