/// What an unfinished run keeps besides checkpoint and snapshots, in `settings.json`.
struct UnfinishedSettings: Codable {
  /// Version of the program that began it.
  let version: String
  /// Path of the scenario file as it was given.
  let scenarioPath: String
  /// Absolute path of the PAM50 template's directory, if it is used.
  let anatomyDirectory: String?
  /// The scenario, to the bit; `scenario.yaml` beside it is for people, and shows whether it was changed.
  let scenario: Scenario
}
