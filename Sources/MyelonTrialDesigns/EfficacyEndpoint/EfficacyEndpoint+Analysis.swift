import Foundation
import MyelonRandom
import MyelonStatistics

extension EfficacyEndpoint {
  /// Analyses the data of a trial as the endpoint asks.
  ///
  /// - Parameters:
  ///   - data: the data; a trial without controls is compared with 0, or with the control rate of responders.
  ///   - confidence: coverage of the interval.
  /// - Returns: the effect.
  /// - Throws: `EfficacyError`.
  public func analyse(_ data: TrialData, confidence: Double = 0.95) throws(EfficacyError) -> EffectResult {
    switch self {
    case .continuous(let endpoint):
      try EfficacyAnalysis.continuous(data, analysis: endpoint.analysis, confidence: confidence)
    case .ordinal(let endpoint):
      try EfficacyAnalysis.ordinal(data, analysis: endpoint.analysis, confidence: confidence)
    case .responder(let endpoint):
      try EfficacyAnalysis.responder(
        data, method: endpoint.method, reference: endpoint.controlRate, confidence: confidence)
    case .repeated(let endpoint):
      try EfficacyAnalysis.repeated(data, contrast: endpoint.contrast, confidence: confidence)
    }
  }

  /// The true effect on the scale of the analysis, for a share of the planned one.
  func trueEffect(share: Double) -> Double {
    switch self {
    case .continuous(let endpoint): share * endpoint.difference
    case .ordinal(let endpoint): share * log(endpoint.oddsRatio)
    case .responder(let endpoint): share * (endpoint.treatedRate - endpoint.controlRate)
    case .repeated(let endpoint): share * endpoint.difference
    }
  }

  /// Draws the data of a trial from the endpoint's own assumptions.
  ///
  /// Continuous outcomes are normal, dropout falls on people at random.
  ///
  /// - Parameters:
  ///   - isTreated: arms of the people.
  ///   - share: share of the planned effect that is true; 0 for none.
  ///   - stream: where random numbers come from.
  /// - Returns: the data.
  /// - Throws: `EfficacyError` if the covariance of visits cannot occur.
  public func simulate(isTreated: [Bool], share: Double, stream: inout RandomStream) throws(EfficacyError)
    -> TrialData
  {
    switch self {
    case .continuous(let endpoint):
      return endpoint.simulate(isTreated: isTreated, share: share, stream: &stream)
    case .ordinal(let endpoint):
      var shifted = endpoint
      shifted.oddsRatio = exp(share * log(endpoint.oddsRatio))
      let treated = shifted.treatedProbabilities
      let outcome = isTreated.map { isTreated in
        var left = stream.uniform()
        for (category, mass) in (isTreated ? treated : endpoint.controlProbabilities).enumerated() {
          left -= mass
          if left < 0 { return Double(category) }
        }
        return Double(treated.count - 1)
      }
      return TrialData(isTreated: isTreated, outcome: outcome)
    case .responder(let endpoint):
      let rate = endpoint.controlRate + share * (endpoint.treatedRate - endpoint.controlRate)
      let outcome = isTreated.map { stream.uniform() < ($0 ? rate : endpoint.controlRate) ? 1.0 : 0 }
      return TrialData(isTreated: isTreated, outcome: outcome)
    case .repeated(let endpoint):
      return try endpoint.simulate(isTreated: isTreated, share: share, stream: &stream)
    }
  }
}

extension ContinuousEndpoint {
  func simulate(isTreated: [Bool], share: Double, stream: inout RandomStream) -> TrialData {
    let rho = baselineCorrelation
    let rest = (1 - rho * rho).squareRoot()
    var baseline: [Double] = []
    var outcome: [Double] = []
    for isTreated in isTreated {
      let start = stream.normal()
      baseline.append(deviation * start)
      outcome.append(
        (isTreated ? share * difference : 0) + deviation * (rho * start + rest * stream.normal()))
    }
    return TrialData(isTreated: isTreated, baseline: baseline, outcome: outcome)
  }
}

extension RepeatedEndpoint {
  func simulate(isTreated: [Bool], share: Double, stream: inout RandomStream) throws(EfficacyError)
    -> TrialData
  {
    let factor = try EfficacyError.naming("covariance of visits") { try CholeskyFactor(covariance.matrix) }
    let visits = differences.count
    var baseline: [Double] = []
    var outcomes = DenseMatrix(rows: isTreated.count, columns: visits)
    for person in isTreated.indices {
      let values = factor.times((0..<factor.lower.rows).map { _ in stream.normal() })
      if hasBaseline { baseline.append(values[0]) }
      let luck = stream.uniform()
      for visit in 0..<visits {
        let isSeen = retention.isEmpty || luck < retention[visit]
        let effect = isTreated[person] ? share * differences[visit] : 0
        outcomes[person, visit] = isSeen ? values[visit + (hasBaseline ? 1 : 0)] + effect : .nan
      }
    }
    return TrialData(isTreated: isTreated, baseline: baseline, outcomes: outcomes)
  }
}
