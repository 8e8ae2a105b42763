import Foundation
import MyelonStatistics

/// Finds bounds that use up the error probabilities of a group-sequential design.
struct SequentialBounds {
  /// Bounds for success; Z at or above stops.
  var upper: [Double]
  /// Bounds below which the trial stops, minus infinity where there is none; the last one is never used for futility.
  var lower: [Double]

  /// Bounds beyond this stand for a look at which nothing can be spent.
  static let farthest = 30.0

  /// The bounds of a design.
  ///
  /// - Parameters:
  ///   - design: a valid design.
  ///   - drift: mean of Z at full information under which type II error is spent; used only if there is such spending.
  /// - Throws: `StatisticsError` if no bound spends an error.
  init(_ design: GroupSequentialDesign, drift: Double) throws {
    let looks = design.informationFractions.count
    let none = [Double](repeating: -.infinity, count: looks)
    switch design.efficacy {
    case .given(let bounds): upper = bounds
    case .spending(let function):
      self = try Self.spend(function, design, drift: drift)
      if design.futility?.isBinding == true { return }
    case .obrienFleming, .pocock, .wangTsiatis:
      upper = try Self.family(design, drift: drift)
    }
    if design.isTwoSided {
      lower = upper.map { -$0 }
      return
    }
    switch design.futility {
    case nil: lower = none
    case .given(let bounds): lower = bounds + [-.infinity]
    case .spending(let function, _):
      lower = try Self.futility(function, design, upper: upper, drift: drift)
    }
  }

  private init(upper: [Double], lower: [Double]) {
    self.upper = upper
    self.lower = lower
  }

  /// Success by error spending, look by look; binding futility bounds are found on the way.
  private static func spend(
    _ function: SpendingFunction, _ design: GroupSequentialDesign, drift: Double
  ) throws -> SequentialBounds {
    let fractions = design.informationFractions
    var null = SequentialDensity(drift: 0)
    var alternative = SequentialDensity(drift: drift)
    var bounds = SequentialBounds(upper: [], lower: [])
    for look in fractions.indices {
      let t = fractions[look]
      let step = increment(function, of: design.oneSidedSignificance, fractions, look)
      let high = try bound(of: step) { null.upperTail($0, at: t) }
      var low = design.isTwoSided ? -high : -Double.infinity
      let isLast = look + 1 == fractions.count
      if case .spending(let spending, isBinding: true) = design.futility, !isLast {
        let error = increment(spending, of: 1 - design.power, fractions, look)
        low = min(high, -(try bound(of: error) { alternative.lowerTail(-$0, at: t) }))
        if !isLast {
          alternative.advance(to: t, lower: low, upper: high, afterwards: fractions[look + 1])
        }
      }
      bounds.upper.append(high)
      bounds.lower.append(low)
      if !isLast { null.advance(to: t, lower: low, upper: high, afterwards: fractions[look + 1]) }
    }
    return bounds
  }

  /// Futility by error spending under a drift, for given bounds of success.
  private static func futility(
    _ function: SpendingFunction, _ design: GroupSequentialDesign, upper: [Double], drift: Double
  ) throws -> [Double] {
    let fractions = design.informationFractions
    var alternative = SequentialDensity(drift: drift)
    var lower: [Double] = []
    for look in fractions.indices.dropLast() {
      let t = fractions[look]
      let error = increment(function, of: 1 - design.power, fractions, look)
      let low = min(upper[look], -(try bound(of: error) { alternative.lowerTail(-$0, at: t) }))
      lower.append(low)
      alternative.advance(to: t, lower: low, upper: upper[look], afterwards: fractions[look + 1])
    }
    return lower + [-.infinity]
  }

  /// Bounds c t^(Δ - 1/2) with the constant that gives the significance level.
  private static func family(_ design: GroupSequentialDesign, drift: Double) throws -> [Double] {
    let fractions = design.informationFractions
    let shape = design.efficacy.shape ?? 0.5
    let weights = fractions.map { pow($0, shape - 0.5) }
    let level = design.oneSidedSignificance
    let normal = NormalDistribution.standard
    func upper(_ constant: Double) -> [Double] { weights.map { constant * $0 } }
    func excess(_ constant: Double) throws -> Double {
      let high = upper(constant)
      var low = design.isTwoSided ? high.map { -$0 } : [Double](repeating: -.infinity, count: high.count)
      if case .spending(let spending, isBinding: true) = design.futility {
        low = try futility(spending, design, upper: high, drift: drift)
      }
      let found = StageProbabilities(fractions: fractions, upper: high, lower: low, drift: 0)
      return found.totalSuccess - level
    }
    // Bonferroni's bound at every look, and a little for rounding, is wide enough; without looks before the last, the last one's own is too low. Binding
    // futility lowers bounds, so that half of the latter is tried.
    let widest = 1.001 * normal.upperQuantile(level / Double(fractions.count)) / (weights.min() ?? 1)
    let single = normal.upperQuantile(level)
    let least = design.futility?.isBinding == true ? single / 4 : 0.999 * single
    guard fractions.count > 1 else { return [single] }
    let constant = try BracketedRoot.solve(
      from: least, to: widest, tolerance: 1e-13, what: "The constant of the bounds", excess)
    return upper(constant)
  }

  /// What is spent between the look before and this one.
  private static func increment(
    _ function: SpendingFunction, of total: Double, _ fractions: [Double], _ look: Int
  ) -> Double {
    let before = look == 0 ? 0 : function.spent(of: total, at: fractions[look - 1])
    return function.spent(of: total, at: fractions[look]) - before
  }

  /// The bound beyond which a falling tail has a probability.
  private static func bound(of probability: Double, _ tail: (Double) -> Double) throws -> Double {
    guard probability > 0, tail(farthest) < probability else { return farthest }
    guard tail(-farthest) > probability else { return -farthest }
    return try BracketedRoot.solve(
      from: -farthest, to: farthest, tolerance: 1e-13, what: "A bound that spends an error"
    ) { tail($0) - probability }
  }
}
