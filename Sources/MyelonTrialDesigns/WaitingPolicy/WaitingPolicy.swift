/// What becomes of a patient who comes when nobody can be treated.
public enum WaitingPolicy: String, Codable, Sendable, Hashable, CaseIterable {
  /// The patient is lost to the trial.
  case turnedAway
  /// The patient waits, and the next one comes after this one has been treated or joins the line.
  case waits
}
