import MyelonQuantities
import MyelonStatistics

extension EfficacyAnalysis {
  /// Responders by an exact test or the normal approximation.
  ///
  /// Two arms: difference of rates with Newcombe's (1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I, method 10)
  /// interval from Wilson's intervals. One arm: rate less the fixed one with Clopper and Pearson's interval.
  ///
  /// - Parameters:
  ///   - data: the data; outcomes are 1 for a responder and 0 for none.
  ///   - method: exact or normal.
  ///   - reference: fixed rate that a single arm is compared with.
  ///   - confidence: coverage of the interval.
  /// - Returns: the difference of rates.
  /// - Throws: `EfficacyError`.
  public static func responder(
    _ data: TrialData, method: ResponderEndpoint.Method = .exact, reference: Double = 0.5,
    confidence: Double = 0.95
  ) throws(EfficacyError) -> EffectResult {
    try EfficacyError.require(data.findings())
    let people = data.complete()
    for (person, value) in people.outcome.enumerated() where value != 0 && value != 1 {
      throw .outOfRange(
        cell: "outcomes, person \(person + 1) of those with one", allowed: "0 or 1", found: value)
    }
    var trials = (treated: 0, control: 0)
    var successes = (treated: 0, control: 0)
    for (value, isTreated) in zip(people.outcome, people.isTreated) {
      if isTreated {
        trials.treated += 1
        successes.treated += Int(value)
      } else {
        trials.control += 1
        successes.control += Int(value)
      }
    }
    return try EfficacyError.naming("analysis of responders") {
      trials.control == 0
        ? try single(successes.treated, trials.treated, reference, method, confidence)
        : try difference(successes, trials, method, confidence)
    }
  }

  private static func difference(
    _ successes: (treated: Int, control: Int), _ trials: (treated: Int, control: Int),
    _ method: ResponderEndpoint.Method, _ confidence: Double
  ) throws -> EffectResult {
    let first = try ProportionInterval.wilson(
      successes: successes.treated, trials: trials.treated, confidence: confidence)
    let second = try ProportionInterval.wilson(
      successes: successes.control, trials: trials.control, confidence: confidence)
    let value = first.value - second.value
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let estimate = Estimate(
      value: value, standardError: length(first.standardError, second.standardError),
      low: value - length(first.value - first.low, second.high - second.value),
      high: value + length(first.high - first.value, second.value - second.low))
    let total = Double(trials.treated + trials.control)
    let pooled = Double(successes.treated + successes.control) / total
    let variance =
      pooled * (1 - pooled) * (1 / Double(trials.treated) + 1 / Double(trials.control))
    let z = variance > 0 ? value / variance.squareRoot() : 0
    let p: (two: Double, one: Double)
    switch method {
    case .exact:
      let fisher = try FisherExactTest(
        successes: successes.treated, trials: trials.treated, otherSuccesses: successes.control,
        otherTrials: trials.control)
      p = (fisher.twoSided, fisher.greater)
    case .normal:
      let normal = NormalDistribution.standard
      p = (min(1, 2 * normal.upperTail(abs(z))), normal.upperTail(z))
    }
    return EffectResult(
      name:
        "difference of rates of responders, \(method == .exact ? "Fisher's exact test" : "pooled z test")",
      estimate: estimate, statistic: z, degreesOfFreedom: nil, pValue: p.two, benefitPValue: p.one,
      people: Int(total))
  }

  private static func single(
    _ successes: Int, _ trials: Int, _ reference: Double, _ method: ResponderEndpoint.Method,
    _ confidence: Double
  ) throws -> EffectResult {
    try EfficacyError.require(EfficacyError.probability(reference, "reference rate"))
    let rate = try ProportionInterval.clopperPearson(
      successes: successes, trials: trials, confidence: confidence)
    let n = Double(trials)
    let z = (rate.value - reference) / (reference * (1 - reference) / n).squareRoot()
    let p: (two: Double, one: Double)
    switch method {
    case .exact:
      // Twice the smaller tail, as for Clopper and Pearson's interval.
      let null = try BinomialDistribution(trials: trials, probability: reference)
      let above = null.atLeast(successes)
      p = (min(1, 2 * min(above, null.atMost(successes))), above)
    case .normal:
      let normal = NormalDistribution.standard
      p = (min(1, 2 * normal.upperTail(abs(z))), normal.upperTail(z))
    }
    return EffectResult(
      name: "rate of responders less \(reference.shortestText), "
        + (method == .exact ? "exact binomial test" : "z test"),
      estimate: Estimate(
        value: rate.value - reference, standardError: rate.standardError, low: rate.low - reference,
        high: rate.high - reference),
      statistic: z, degreesOfFreedom: nil, pValue: p.two, benefitPValue: p.one, people: trials)
  }
}
