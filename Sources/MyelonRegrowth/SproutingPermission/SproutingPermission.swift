import MyelonAnatomy

/// How far the circuits of each task let spared fibres sprout onto them, 0 to 1, by `MotorTask.rawValue`.
///
/// Chondroitinase opens the perineuronal net, which closes again over weeks; an antibody against Nogo-A, neurotrophins and
/// what grafted cells and vesicles release permit sprouting while they are there. A missing value counts as 0.
public struct SproutingPermission: Sendable, Hashable {
  /// Share of the perineuronal net that enzyme keeps digested.
  public var digested: [Double]
  /// What antibody, factors and grafted cells permit together.
  public var supported: [Double]
  /// Growth of axons relative to a young adult's just after an injury: all sprouting is slower by it.
  public var vigour: Double

  /// Joins them.
  public init(digested: [Double] = [], supported: [Double] = [], vigour: Double = 1) {
    self.digested = digested
    self.supported = supported
    self.vigour = vigour
  }

  /// A cord without such treatment.
  public static let none = SproutingPermission()
}
