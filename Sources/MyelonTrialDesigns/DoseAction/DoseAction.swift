/// What to do next in a dose-finding trial.
public enum DoseAction: Codable, Sendable, Hashable {
  /// Treat the next patients at a dose.
  case treat(Int)
  /// Treat nobody until more is known about patients under observation.
  case wait
  /// End the trial; the dose is the one selected, nil if none is.
  case stop(selected: Int?)
}
