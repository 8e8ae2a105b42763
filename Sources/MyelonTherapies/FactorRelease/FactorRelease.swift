import MyelonLesion

/// A factor that a depot, a pump or a scaffold releases into the cord.
public struct FactorRelease: Sendable, Hashable, Codable {
  /// Name within the arm.
  public var name: String
  /// Day after injury on which release begins.
  public var day: Double
  /// What is released.
  public var factor: Factor
  /// Amount loaded, in `factor.amountUnit`: ng, or units of chondroitinase.
  public var amount: Double
  /// How it is released.
  public var kinetics: ReleaseKinetics
  /// Half-life of activity in the depot before release, d; nil for a factor that keeps.
  public var depotHalfLife: Double?
  /// Where it is released.
  public var origin: Origin

  /// Where a factor comes from.
  public enum Origin: Sendable, Hashable, Codable {
    /// Depots at points, each with its share.
    case sites([InjectionSite])
    /// The scaffold of this name in the same arm.
    case scaffold(String)
    /// The cerebrospinal fluid around the whole window: reaches the cord's surface.
    case intrathecal
  }

  /// Plans a release.
  public init(
    name: String, day: Double, factor: Factor, amount: Double, kinetics: ReleaseKinetics,
    depotHalfLife: Double? = nil, origin: Origin = .sites([.epicentre])
  ) {
    self.name = name
    self.day = day
    self.factor = factor
    self.amount = amount
    self.kinetics = kinetics
    self.depotHalfLife = depotHalfLife
    self.origin = origin
  }
}
