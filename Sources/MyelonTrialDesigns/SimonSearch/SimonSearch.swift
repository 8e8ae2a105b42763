import MyelonStatistics

/// Goes through all two-stage designs of a kind.
struct SimonSearch {
  private let design: SimonDesign
  /// Probabilities of each number of responses among m patients, at the null and the alternative rate.
  private let null: [[Double]]
  private let alternative: [[Double]]
  /// Probabilities of at least each number of responses among m patients; one more entry than above, the last one 0.
  private let nullTails: [[Double]]
  private let alternativeTails: [[Double]]

  init(_ design: SimonDesign) throws(EfficacyError) {
    self.design = design
    func masses(_ rate: Double) throws(EfficacyError) -> [[Double]] {
      try EfficacyError.naming("response rate") {
        try (0...design.maximumPatients).map {
          try BinomialDistribution(trials: $0, probability: rate).masses
        }
      }
    }
    null = try masses(design.nullRate)
    alternative = try masses(design.alternativeRate)
    nullTails = null.map(Self.tails)
    alternativeTails = alternative.map(Self.tails)
  }

  private static func tails(_ masses: [Double]) -> [Double] {
    var tails = [Double](repeating: 0, count: masses.count + 1)
    for index in masses.indices.reversed() { tails[index] = tails[index + 1] + masses[index] }
    return tails
  }

  /// The best design by the criterion; nil if there is none.
  func best() throws(EfficacyError) -> SimonPlan? {
    var best: (plan: SimonPlan, expected: Double)?
    for total in 2...design.maximumPatients {
      if design.criterion == .minimax, best != nil { break }
      for first in 1..<total {
        // The mean number is at least that of the first stage.
        if let best, Double(first) >= best.expected { break }
        var missed = 0.0
        for limit in 0..<first {
          missed += alternative[first][limit]
          guard missed <= 1 - design.power else { break }
          guard let plan = try candidate(first: first, limit: limit, total: total) else { continue }
          let stopped = 1 - nullTails[first][limit + 1]
          let expected = Double(first) + (1 - stopped) * Double(total - first)
          if expected < (best?.expected ?? .infinity) { best = (plan, expected) }
        }
      }
    }
    return best?.plan
  }

  /// The design with these stages whose final limit is the lowest that keeps the level, if it has the power.
  private func candidate(first: Int, limit: Int, total: Int) throws(EfficacyError) -> SimonPlan? {
    let second = total - first
    var low = limit
    var high = total
    // Success is impossible above total - 1, so that `high` always keeps the level.
    while low < high {
      let middle = (low + high) / 2
      let level = Self.success(null[first], nullTails[second], limit: limit, final: middle)
      if level <= design.significance { high = middle } else { low = middle + 1 }
    }
    guard low < total else { return nil }
    let power = Self.success(alternative[first], alternativeTails[second], limit: limit, final: low)
    guard power >= design.power else { return nil }
    return try SimonPlan(
      design: design, firstPatients: first, firstLimit: limit, patients: total, finalLimit: low)
  }

  /// Probability of more than `limit` responses in the first stage and more than `final` in both.
  private static func success(_ masses: [Double], _ tails: [Double], limit: Int, final: Int) -> Double {
    var sum = 0.0
    for responses in (limit + 1)..<max(limit + 1, masses.count) {
      let needed = max(0, final + 1 - responses)
      guard needed < tails.count else { continue }
      sum += masses[responses] * tails[needed]
    }
    return sum
  }
}
