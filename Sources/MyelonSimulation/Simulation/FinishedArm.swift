/// An arm that has ended in a run that has not.
struct FinishedArm: Codable {
  /// What the arm belongs to; see `Simulation.identity`.
  let identity: String
  /// The arm's part of the record.
  let record: ArmRecord
  /// Steps taken.
  let steps: Int
}
