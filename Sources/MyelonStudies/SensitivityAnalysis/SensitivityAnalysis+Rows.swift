import MyelonStatistics

extension SensitivityAnalysis {
  /// Factors by falling mean size of their effects.
  func rows(_ found: MorrisIndices) -> [SensitivityRow] {
    let ranks = self.ranks(found.effects)
    return found.ranking.enumerated().map { place, factor in
      SensitivityRow(
        factor: found.parameters[factor], rank: place + 1, ranks: ranks[factor],
        importance: found.meanSize[factor], direct: found.mean[factor], deviation: found.deviation[factor],
        isInert: found.effects[factor].allSatisfy { $0 == 0 })
    }
  }

  /// Factors by falling total index.
  func rows(_ found: SobolIndices) -> [SensitivityRow] {
    found.ranking.enumerated().map { place, factor in
      SensitivityRow(
        factor: found.factors[factor], rank: place + 1, ranks: nil, importance: found.total[factor],
        direct: found.first[factor], deviation: nil, isInert: found.total[factor].value == 0)
    }
  }

  /// Pairs by falling size of their index.
  func pairs(_ found: SobolIndices) -> [SensitivityFinding.Pair] {
    found.pairs.sorted { abs($0.index.value) > abs($1.index.value) }.map {
      SensitivityFinding.Pair(
        first: found.factors[$0.first], second: found.factors[$0.second], index: $0.index)
    }
  }

  /// Places of each parameter in resampled trajectories, between the quantiles of the interval.
  private func ranks(_ effects: [[Double]]) -> [ClosedRange<Int>] {
    let blocks = effects.first?.count ?? 0
    let sizes = effects.map { $0.map { abs($0) } }
    let places = bootstrap.replicates(units: blocks, values: effects.count) { counts in
      let means = sizes.map { values in zip(values, counts).reduce(0) { $0 + $1.0 * Double($1.1) } }
      var places = [Double](repeating: 0, count: means.count)
      let order = means.indices.sorted { (means[$0], $1) > (means[$1], $0) }
      for (place, parameter) in order.enumerated() { places[parameter] = Double(place + 1) }
      return places
    }
    let tail = (1 - bootstrap.confidence) / 2
    return places.map { found in
      let sorted = found.sorted()
      let last = Double(sorted.count - 1)
      return Int(
        sorted[Int((last * tail).rounded(.down))])...Int(
          sorted[Int((last * (1 - tail)).rounded(.up))])
    }
  }
}
