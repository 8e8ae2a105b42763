import Foundation

/// Prior guesses of the rates of toxicity for the continual reassessment method.
public enum Skeleton {
  /// A skeleton by indifference intervals: whichever dose is the right one, the neighbours are told apart equally well.
  ///
  /// At the value of β where the method changes from dose k to dose k + 1, the lower of the two has the rate target - halfWidth and
  /// the upper one target + halfWidth. Lee & Cheung 2009, doi:10.1177/1740774509105076; `getprior` of dfcrm.
  ///
  /// - Parameters:
  ///   - target: rate of toxicity that is aimed at.
  ///   - halfWidth: half of the width of the interval of indifference.
  ///   - guess: dose that is expected to have the target rate, from 1.
  ///   - doses: number of doses.
  ///   - model: how the rate depends on dose.
  ///   - intercept: a of the logistic model.
  /// - Returns: increasing rates; that of the guessed dose is the target.
  /// - Throws: `TrialDesignError` naming what is wrong.
  public static func indifference(
    target: Double, halfWidth: Double, guess: Int, doses: Int, model: ReassessmentModel = .power,
    intercept: Double = 3
  ) throws(TrialDesignError) -> [Double] {
    var findings = TrialDesignError.probability(target, "target")
    findings += TrialDesignError.count(doses, 1...DoseTally.maximumDoses, "doses")
    findings += TrialDesignError.count(guess, 1...max(1, doses), "guess")
    if !(halfWidth > 0 && halfWidth < min(target, 1 - target)) {
      findings.append(
        .outOfRange(
          cell: "halfWidth", allowed: "above 0, less than the target and 1 less the target", found: halfWidth)
      )
    }
    try TrialDesignError.require(findings)
    let low = scale(target - halfWidth, model, intercept)
    let high = scale(target + halfWidth, model, intercept)
    // Both are products of exp(β) and the dose, so neighbours have a constant ratio.
    let ratio = high / low
    let middle = scale(target, model, intercept)
    let values = (1...doses).map { rate(middle * pow(ratio, Double($0 - guess)), model, intercept) }
    try TrialDesignError.require(
      Self.findings(values, doses: doses, model: model, intercept: intercept))
    return values
  }

  /// What is wrong with a skeleton; nothing if it can be used.
  ///
  /// - Parameters:
  ///   - values: rates, one for each dose.
  ///   - doses: number of doses.
  ///   - model: how the rate depends on dose.
  ///   - intercept: a of the logistic model.
  /// - Returns: the findings, each naming the dose.
  public static func findings(_ values: [Double], doses: Int, model: ReassessmentModel, intercept: Double)
    -> [TrialDesignError]
  {
    var findings = TrialDesignError.perDose(values, doses: doses, "skeleton")
    guard values.count == doses else { return findings }
    for dose in values.indices.dropFirst() where values[dose] <= values[dose - 1] {
      findings.append(
        .notIncreasing(cell: "skeleton, dose \(dose + 1)", previous: values[dose - 1], found: values[dose]))
    }
    let limit = 1 / (1 + exp(-intercept))
    if model == .logistic {
      for (dose, value) in values.enumerated() where value >= limit && value < 1 {
        findings.append(
          .outOfRange(
            cell: "skeleton, dose \(dose + 1)",
            allowed: "below \(limit), the largest rate that the intercept \(intercept) allows", found: value))
      }
    }
    return findings
  }

  /// The dose as the model sees it: ln s, or logit s - a; negative.
  static func scale(_ rate: Double, _ model: ReassessmentModel, _ intercept: Double) -> Double {
    model == .power ? log(rate) : log(rate / (1 - rate)) - intercept
  }

  /// The rate that belongs to exp(β) times a scaled dose.
  static func rate(_ scaled: Double, _ model: ReassessmentModel, _ intercept: Double) -> Double {
    model == .power ? exp(scaled) : 1 / (1 + exp(-intercept - scaled))
  }
}
