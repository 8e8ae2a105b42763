/// A simulated patient with what the future holds.
struct ObservedPatient: Sendable {
  var dose: Int
  /// Day of treatment.
  var start: Double
  /// Day of toxicity; infinite if there is none.
  var toxicity: Double
  /// Day on which the window closes.
  var end: Double
  var isEffective: Bool
  var isBackfill: Bool

  /// Day on which the patient's toxicity is known.
  var known: Double { min(toxicity, end) }
}
