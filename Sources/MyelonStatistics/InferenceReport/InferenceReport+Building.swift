extension InferenceReport {
  /// Sums up a posterior.
  init(
    method: String, posterior: PosteriorSample, observation: Observation, steps: [Step], simulations: Int,
    failures: Int, rule: ReproductionRule
  ) throws(StatisticsError) {
    let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]
    let judged = try rule.judge(
      observation, replicates: posterior.replicates, weights: posterior.weights,
      tolerance: steps.last?.tolerance)
    var parameters: [Parameter] = []
    for (index, name) in posterior.space.names.enumerated() {
      let sample = try posterior.parameter(index)
      let scores = try WeightedSample(posterior.scores.map { $0[index] }, weights: posterior.weights)
      parameters.append(
        Parameter(
          name: name, prior: posterior.space.marginals[index],
          quantiles: probabilities.map { sample.quantile($0) },
          scoreDeviation: scores.deviation))
    }
    var data: [Datum] = []
    for (index, name) in observation.names.enumerated() {
      let sample = try WeightedSample(posterior.replicates.map { $0[index] }, weights: posterior.weights)
      let observed = observation.values[index]
      data.append(
        Datum(
          name: name, observed: observed, predicted: probabilities.map { sample.quantile($0) },
          standardisedError: (observed - judged.means[index]) / judged.deviations[index]))
    }
    self.method = method
    self.probabilities = probabilities
    self.parameters = parameters
    self.data = data
    self.steps = steps
    self.simulations = simulations
    self.failures = failures
    effectiveSize = posterior.effectiveSize
    tailProbability = judged.tailProbability
    self.rule = rule
    verdict = judged.verdict
  }
}
