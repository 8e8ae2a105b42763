/// How a depot releases what it holds.
///
/// Each gives the share of the load that has left by a time t (days since the start), before any loss of activity.
public enum ReleaseKinetics: Sendable, Hashable, Codable {
  /// A burst b at once, then first-order: `1 - (1 - b) e^(-k t)`; rate in 1/d.
  case burstFirstOrder(burst: Double, rate: Double)
  /// Higuchi's square root: `min(1, k sqrt(t))`; k in 1/sqrt(d).
  case higuchi(constant: Double)
  /// Power law (Korsmeyer-Peppas): `min(1, k t^n)`; k in 1/d^n.
  case powerLaw(constant: Double, exponent: Double)
  /// A pump: `min(1, t / duration)`; duration in d.
  case pump(duration: Double)
  /// A capsule: nothing for a lag, then constant for a duration; days.
  case capsule(lag: Double, duration: Double)
  /// All at once: one injection.
  case bolus
}
