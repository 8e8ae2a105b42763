import MyelonImaging
import MyelonAnatomy
import MyelonLesion
import MyelonQuantities
import MyelonSimulation
import MyelonStatistics

extension FitVariable {
  /// Model parameters that differ between people and show in the baseline or decide on recovery from it: the shape of the
  /// blow, the depth and length of spinal shock, and what sprouting and relearning make of spared connections.
  ///
  /// Each is looked for within its plausible range. Assumed to be those in which people differ most; other numbers of the
  /// lesion are the same for all people here.
  static let personal = ["impact_radial_spread", "shock_depth", "shock_time", "plasticity_gain"]

  /// What a fit of a blow looks for when nothing else is said.
  ///
  /// The injury: its peak compression (all from a twentieth to nineteen twentieths alike), struck length, offsets to the
  /// side, to the back and along the cord; the patient: how much a blow does to them, and the parameters of `personal`.
  ///
  /// - Parameters:
  ///   - plan: the patient's plan.
  ///   - baseline: what is known; an image that shows where the lesion is narrows where it is looked for.
  ///   - extra: further variables, or other ranges for these; evenly spread.
  ///   - path: path of the scenario, for messages.
  /// - Returns: the variables.
  /// - Throws: `PatientError.notFitted` for another injury than a blow, `StudyError.wrongValues` for names and ranges that
  ///   cannot be.
  static func standard(
    _ plan: RunPlan, baseline: PatientBaseline, extra: [VariedParameter], path: String
  ) throws -> [FitVariable] {
    let scenario = plan.scenario
    switch scenario.injury.mechanism {
    case .contusion, .compression: break
    default: throw PatientError.notFitted(mechanism: scenario.injury.mechanism.name)
    }
    let table = plan.parameters
    let segment = try plan.anatomy.position(ofSegment: scenario.injury.level)
    let seen = baseline.suggestion.map { min(max($0.z - segment, -18), 18) }
    let offsets = ((seen ?? 0) - offsetReach)...((seen ?? 0) + offsetReach)
    let longest =
      baseline.image.map { min(longestLength, max(2 * leastLength, 1.5 * $0.length)) } ?? longestLength
    var priors: [(VariedParameter, Marginal)] = [
      (VariedParameter("injury.peak_compression", range: 0.05...0.95), .uniform(low: 0.05, high: 0.95)),
      (
        VariedParameter("injury.length", range: leastLength...longest),
        .uniform(low: leastLength, high: longest)
      ),
      (
        VariedParameter("injury.laterality", range: -1...1),
        .truncatedNormal(mean: 0, deviation: lateralDeviation, low: -1, high: 1)
      ),
      (
        VariedParameter("injury.depth", range: -0.8...0.8),
        .truncatedNormal(mean: table["impact_depth_dorsal"], deviation: depthDeviation, low: -0.8, high: 0.8)
      ),
      (
        VariedParameter("injury.offset", range: offsets),
        .truncatedNormal(
          mean: seen ?? 0, deviation: offsetDeviation, low: offsets.lowerBound, high: offsets.upperBound)
      ),
      (
        VariedParameter("subject.susceptibility", range: 0.3...3),
        .logNormal(median: 1, logDeviation: table["individual_variation"])
      ),
    ]
    for name in personal where table.parameter(name).map({ !$0.isOverridden }) ?? false {
      guard let range = table.parameter(name)?.plausible else { continue }
      priors.append((VariedParameter(name), evenly(range)))
    }
    for request in extra {
      priors.removeAll { $0.0.name == request.name }
      let resolved = try ParameterSampling.parameters([request], of: scenario, path: path)
      if let range = resolved.first?.range { priors.append((request, evenly(range))) }
    }
    let parameters = try ParameterSampling.parameters(priors.map(\.0), of: scenario, path: path)
    return parameters.compactMap { parameter in
      priors.first { $0.0.name == parameter.name }.map {
        FitVariable(given(parameter), prior: $0.1)
      }
    }
  }

  // Assumed, because no register states how far injuries lie from the middle: most within a third of the half-width, and
  // within half a segment of the level that is written down.
  private static let lateralDeviation = 0.3
  private static let depthDeviation = 0.25
  private static let offsetDeviation = 6.0
  /// Twice the deviation; three times what readers of an image are off by.
  private static let offsetReach = 12.0
  /// From a point to three segments; the lesion grows beyond what was struck.
  private static let leastLength = 2.0
  private static let longestLength = 30.0

  /// Evenly over a range, or over its logarithm as `ParameterSampling` does.
  private static func evenly(_ range: ClosedRange<Double>) -> Marginal {
    ParameterSampling.scale(of: range) == .logarithmic
      ? .logUniform(low: range.lowerBound, high: range.upperBound)
      : .uniform(low: range.lowerBound, high: range.upperBound)
  }

  /// The same number, its values given from outside.
  private static func given(_ parameter: StudyParameter) -> StudyParameter {
    StudyParameter(
      name: parameter.name, unit: parameter.unit, scale: .given, range: parameter.range,
      usual: parameter.usual, meaning: parameter.meaning)
  }
}

extension InjuryMechanism {
  /// The mechanism as a word.
  fileprivate var name: String {
    switch self {
    case .weightDrop: "weight drop"
    case .impactForce: "impact force"
    case .clip: "clip"
    case .contusion: "contusion"
    case .compression: "compression"
    case .hemisection: "hemisection"
    case .dorsalSection: "dorsal section"
    case .transection: "transection"
    }
  }
}
