import MyelonStatistics

/// A group-sequential design with its bounds and what they lead to.
public struct GroupSequentialPlan: Sendable, Hashable, Encodable {
  /// The design.
  public let design: GroupSequentialDesign
  /// Bounds on Z for success at each look; 30 stands for a look at which nothing is spent.
  public let successBounds: [Double]
  /// Bounds on Z below which a look stops for futility, for all looks but the last; nil without futility.
  public let futilityBounds: [Double]?
  /// Mean of Z at full information at which the trial has the wanted power.
  public let drift: Double
  /// How the trial ends without effect, futility bounds obeyed.
  public let null: StageProbabilities
  /// How the trial ends at the drift, futility bounds obeyed.
  public let alternative: StageProbabilities
  /// Probability of false success up to each look, one side, bounds that are not binding ignored.
  public let spentSignificance: [Double]

  /// Solves a design.
  ///
  /// - Parameter design: the design.
  /// - Throws: `EfficacyError` if it cannot be used or no drift gives the power.
  public init(_ design: GroupSequentialDesign) throws(EfficacyError) {
    try design.validate()
    self.design = design
    let fractions = design.informationFractions
    let solved = try EfficacyError.naming("group-sequential design") {
      try Self.solve(design)
    }
    successBounds = solved.bounds.upper
    let lower = solved.bounds.lower
    futilityBounds = design.futility == nil ? nil : Array(lower.dropLast())
    drift = solved.drift
    null = StageProbabilities(fractions: fractions, upper: successBounds, lower: lower, drift: 0)
    alternative = StageProbabilities(
      fractions: fractions, upper: successBounds, lower: lower, drift: drift)
    let isObeyed = design.isTwoSided || design.futility?.isBinding == true
    spentSignificance =
      isObeyed
      ? null.cumulativeSuccess
      : StageProbabilities(
        fractions: fractions, upper: successBounds,
        lower: [Double](repeating: -.infinity, count: fractions.count), drift: 0
      ).cumulativeSuccess
  }

  /// Bounds and the drift at which the design has its power.
  private static func solve(_ design: GroupSequentialDesign) throws -> (
    bounds: SequentialBounds, drift: Double
  ) {
    let fractions = design.informationFractions
    let hangsOnDrift: Bool
    if case .spending = design.futility { hangsOnDrift = true } else { hangsOnDrift = false }
    let fixed = hangsOnDrift ? nil : try SequentialBounds(design, drift: 0)
    func bounds(_ drift: Double) throws -> SequentialBounds {
      try fixed ?? SequentialBounds(design, drift: drift)
    }
    func excess(_ drift: Double) throws -> Double {
      let bounds = try bounds(drift)
      let found = StageProbabilities(
        fractions: fractions, upper: bounds.upper, lower: bounds.lower, drift: drift)
      return found.totalSuccess - design.power
    }
    let normal = NormalDistribution.standard
    let fixedDrift = normal.upperQuantile(design.oneSidedSignificance) + normal.quantile(design.power)
    var high = max(0.5, 1.1 * fixedDrift)
    while try excess(high) < 0 {
      guard high < 40 else {
        throw EfficacyError.unreachable(
          cell: "power", required: "\(design.power) with these bounds", searched: "drifts up to \(high)")
      }
      high *= 1.5
    }
    guard try excess(0) < 0 else {
      throw EfficacyError.incompatible(
        cell: "power", because: "these bounds have the wanted power already without an effect")
    }
    let drift = try BracketedRoot.solve(
      from: 0, to: high, tolerance: 1e-12, what: "The drift that gives the power", excess)
    return (try bounds(drift), drift)
  }

  /// Shares of the information at the looks.
  public var informationFractions: [Double] { design.informationFractions }

  /// Full information over that of a trial without interim looks, for the same level and power.
  public var inflation: Double {
    let normal = NormalDistribution.standard
    let fixed = normal.upperQuantile(design.oneSidedSignificance) + normal.quantile(design.power)
    return (drift / fixed) * (drift / fixed)
  }

  /// The one-sided p-value that each bound for success stands for.
  public var nominalLevels: [Double] {
    successBounds.map { NormalDistribution.standard.upperTail($0) }
  }

  /// How the trial ends for a true effect.
  ///
  /// - Parameter drift: mean of Z at full information: the true effect over its standard error at the end.
  /// - Returns: probabilities look by look, futility bounds obeyed.
  public func probabilities(drift: Double) -> StageProbabilities {
    StageProbabilities(
      fractions: informationFractions, upper: successBounds, lower: lowerBounds, drift: drift)
  }

  /// Bounds below which the trial stops, minus infinity where there is none.
  var lowerBounds: [Double] {
    if design.isTwoSided { return successBounds.map { -$0 } }
    guard let futilityBounds else {
      return [Double](repeating: -.infinity, count: successBounds.count)
    }
    return futilityBounds + [-.infinity]
  }
}

extension GroupSequentialPlan: Decodable {
  private enum StoredKey: String, CodingKey {
    case design
  }

  /// Reads the design and solves it again, so that bounds always fit it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: StoredKey.self)
    try self.init(try container.decode(GroupSequentialDesign.self, forKey: .design))
  }
}
