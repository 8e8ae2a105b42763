import Foundation
import MyelonStatistics

extension GroupSequentialPlan {
  /// The p-value of a trial that ended at a look, one-sided, by stagewise ordering.
  ///
  /// Tsiatis, Rosner & Mehta 1984, doi:10.2307/2530912: ending with success earlier counts as stronger evidence, then larger Z.
  /// Bounds for futility that are not binding are ignored.
  ///
  /// - Parameters:
  ///   - look: the look at which the trial ended, from 1.
  ///   - statistic: Z at that look.
  /// - Returns: the p-value.
  /// - Throws: `EfficacyError` if the look does not exist or Z is not finite.
  public func stagewisePValue(look: Int, statistic: Double) throws(EfficacyError) -> Double {
    try check(look: look, statistic: statistic, last: informationFractions.count)
    return stagewiseTail(look: look, statistic: statistic, drift: 0)
  }

  /// The effect that a trial has shown, allowing for its looks: median-unbiased, with an interval.
  ///
  /// The drifts at which the stagewise tail of the result is 1/2, and the shares left out of the interval.
  ///
  /// - Parameters:
  ///   - look: the look at which the trial ended, from 1.
  ///   - statistic: Z at that look.
  ///   - standardErrorAtEnd: standard error of the effect at full information, which turns drift into effect.
  ///   - confidence: coverage of the two-sided interval.
  /// - Returns: the effect; its standard error is that at the look.
  /// - Throws: `EfficacyError`.
  public func estimate(
    look: Int, statistic: Double, standardErrorAtEnd: Double = 1, confidence: Double = 0.95
  ) throws(EfficacyError) -> Estimate {
    try check(look: look, statistic: statistic, last: informationFractions.count)
    try EfficacyError.require(
      EfficacyError.positive(standardErrorAtEnd, "standardErrorAtEnd")
        + EfficacyError.probability(confidence, "confidence"))
    let tail = (1 - confidence) / 2
    let centre = statistic / informationFractions[look - 1].squareRoot()
    func drift(_ probability: Double) throws -> Double {
      try BracketedRoot.solve(
        from: centre - 20 / informationFractions[0].squareRoot(),
        to: centre + 20 / informationFractions[0].squareRoot(), tolerance: 1e-11,
        what: "The drift with a given tail"
      ) { stagewiseTail(look: look, statistic: statistic, drift: $0) - probability }
    }
    return try EfficacyError.naming("estimate after look \(look)") {
      Estimate(
        value: try drift(0.5) * standardErrorAtEnd,
        standardError: standardErrorAtEnd / informationFractions[look - 1].squareRoot(),
        low: try drift(tail) * standardErrorAtEnd, high: try drift(1 - tail) * standardErrorAtEnd)
    }
  }

  /// The significance level, of one side, at which a repeated test at a look would just succeed.
  ///
  /// Jennison & Turnbull 2000, chapter 9: a repeated p-value, valid whatever made the trial stop or go on. Only for boundaries with a
  /// level to vary, not for given ones; a binding rule for futility is left out.
  ///
  /// - Parameters:
  ///   - look: the look, from 1.
  ///   - statistic: Z at that look.
  /// - Returns: the p-value, between 1e-12 and 0.49.
  /// - Throws: `EfficacyError`.
  public func repeatedPValue(look: Int, statistic: Double) throws(EfficacyError) -> Double {
    try check(look: look, statistic: statistic, last: informationFractions.count)
    if case .given = design.efficacy {
      throw .incompatible(cell: "efficacy", because: "given bounds have no level that could be varied")
    }
    var varied = design
    varied.futility = nil
    func excess(_ logLevel: Double) throws -> Double {
      varied.significance = exp(logLevel) * (design.isTwoSided ? 2 : 1)
      return statistic - (try SequentialBounds(varied, drift: 0)).upper[look - 1]
    }
    return try EfficacyError.naming("repeated p-value at look \(look)") {
      let (low, high) = (log(1e-12), log(0.49))
      if try excess(high) <= 0 { return 0.49 }
      if try excess(low) >= 0 { return 1e-12 }
      return exp(try BracketedRoot.solve(from: low, to: high, what: "A repeated p-value", excess))
    }
  }

  /// Probability of ending before a look with success, or of reaching it and having at least this Z.
  private func stagewiseTail(look: Int, statistic: Double, drift: Double) -> Double {
    var upper = Array(successBounds.prefix(look))
    upper[look - 1] = statistic
    var lower = [Double](repeating: -.infinity, count: look)
    if design.isTwoSided {
      for index in 0..<(look - 1) { lower[index] = -successBounds[index] }
    } else if design.futility?.isBinding == true, let futilityBounds {
      for index in 0..<(look - 1) { lower[index] = futilityBounds[index] }
    }
    return StageProbabilities(
      fractions: Array(informationFractions.prefix(look)), upper: upper, lower: lower, drift: drift
    ).totalSuccess
  }
}
