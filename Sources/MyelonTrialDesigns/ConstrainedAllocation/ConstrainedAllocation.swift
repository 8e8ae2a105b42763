import MyelonRandom
import MyelonStatistics

/// Allocation of people (or centres) who are all known beforehand, drawn among the allocations that balance covariates best.
///
/// Raab & Butcher 2001, doi:10.1002/1097-0258(20010215)20:3<351::AID-SIM797>3.0.CO;2-C; Moulton 2004, doi:10.1191/1740774504cn024oa.
/// The score of an allocation is Σ weight · (difference of means between arms / deviation over all people)².
public struct ConstrainedAllocation: Sendable, Hashable {
  /// A covariate to be balanced.
  public struct Covariate: Sendable, Hashable, Codable {
    /// Name.
    public var name: String
    /// One number a person.
    public var values: [Double]
    /// Weight in the score.
    public var weight: Double

    /// Makes a covariate.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - values: one number a person.
    ///   - weight: weight in the score.
    public init(name: String, values: [Double], weight: Double = 1) {
      self.name = name
      self.values = values
      self.weight = weight
    }
  }

  /// Covariates to be balanced.
  public var covariates: [Covariate]
  /// People to be treated.
  public var treated: Int
  /// Allocations that are drawn and scored.
  public var candidates: Int
  /// Share of the best among them from which one is drawn.
  public var bestShare: Double

  /// Describes an allocation.
  ///
  /// - Parameters:
  ///   - covariates: covariates to be balanced.
  ///   - treated: people to be treated.
  ///   - candidates: allocations that are drawn and scored.
  ///   - bestShare: share of the best among them from which one is drawn.
  public init(covariates: [Covariate], treated: Int, candidates: Int = 10_000, bestShare: Double = 0.1) {
    self.covariates = covariates
    self.treated = treated
    self.candidates = candidates
    self.bestShare = bestShare
  }

  /// Most allocations that are compared for pairs.
  private static let mostCompared = 1000

  /// What was drawn.
  public struct Draw: Sendable, Hashable, Codable {
    /// Whether each person is treated.
    public let isTreated: [Bool]
    /// Score of the allocation.
    public let score: Double
    /// Score that the best share does not exceed.
    public let cutoff: Double
    /// Mean score of unconstrained allocations.
    public let meanScore: Double
    /// Number of different allocations in the best share; few of them weaken tests by randomisation.
    public let distinct: Int
    /// Pairs of people who are always or never together in the best share, of which at most a thousand are compared.
    public let fixedPairs: Int
    /// How it was chosen, as a sentence.
    public let reason: String
  }

  /// Draws an allocation.
  ///
  /// - Parameter seed: seed; candidate i comes from the stream (seed, i).
  /// - Returns: the allocation with its score.
  /// - Throws: `EfficacyError` naming the covariate and person.
  public func draw(seed: UInt64) throws(EfficacyError) -> Draw {
    try EfficacyError.require(findings())
    let people = covariates[0].values.count
    let scaled = covariates.map(Self.scaled)
    var scored: [(score: Double, index: Int)] = []
    scored.reserveCapacity(candidates)
    for index in 0..<candidates {
      scored.append((score(Self.candidate(index, people, treated, seed), scaled), index))
    }
    let mean = scored.reduce(0) { $0 + $1.score } / Double(candidates)
    scored.sort { ($0.score, $0.index) < ($1.score, $1.index) }
    let kept = scored.prefix(max(1, Int(bestShare * Double(candidates))))
    var stream = RandomStream(seed: seed, entity: UInt32.max, step: 1)
    let chosen = kept[stream.index(below: kept.count)]
    var seen: Set<[Bool]> = []
    let allocations = kept.map { Self.candidate($0.index, people, treated, seed) }
      .filter { seen.insert($0).inserted }
    let cutoff = kept.last?.score ?? 0
    return Draw(
      isTreated: Self.candidate(chosen.index, people, treated, seed), score: chosen.score, cutoff: cutoff,
      meanScore: mean, distinct: allocations.count,
      fixedPairs: Self.fixedPairs(allocations.prefix(Self.mostCompared), people),
      reason: "drawn among the \(kept.count) best of \(candidates) allocations, score "
        + "\(Wording.decimal(chosen.score, 4)) at most \(Wording.decimal(cutoff, 4)), mean of all "
        + Wording.decimal(mean, 4))
  }

  private static func candidate(_ index: Int, _ people: Int, _ treated: Int, _ seed: UInt64) -> [Bool] {
    var stream = RandomStream(seed: seed, entity: UInt32(truncatingIfNeeded: index), step: 0)
    let order = stream.permutation(count: people)
    var isTreated = [Bool](repeating: false, count: people)
    for person in order.prefix(treated) { isTreated[person] = true }
    return isTreated
  }

  /// Values less their mean over their deviation.
  private static func scaled(_ covariate: Covariate) -> [Double] {
    let count = Double(covariate.values.count)
    let mean = covariate.values.reduce(0, +) / count
    let squares = covariate.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / (count - 1)).squareRoot()
    return covariate.values.map { ($0 - mean) / deviation }
  }

  private func score(_ isTreated: [Bool], _ scaled: [[Double]]) -> Double {
    let (n, m) = (Double(treated), Double(isTreated.count - treated))
    var score = 0.0
    for (covariate, values) in zip(covariates, scaled) {
      var difference = 0.0
      for (value, isTreated) in zip(values, isTreated) {
        difference += isTreated ? value / n : -value / m
      }
      score += covariate.weight * difference * difference
    }
    return score
  }

  private static func fixedPairs(_ allocations: ArraySlice<[Bool]>, _ people: Int) -> Int {
    var fixed = 0
    for first in 0..<people {
      for second in 0..<first {
        let together = allocations.reduce(0) { $0 + ($1[first] == $1[second] ? 1 : 0) }
        if together == 0 || together == allocations.count { fixed += 1 }
      }
    }
    return fixed
  }

  /// What is wrong with the description; nothing if it can be used.
  public func findings() -> [EfficacyError] {
    guard let first = covariates.first else {
      return [.outOfRange(cell: "covariates, number", allowed: "1 or more", found: 0)]
    }
    let people = first.values.count
    var findings = EfficacyError.count(people, 4...1000, "people")
    findings += EfficacyError.count(treated, 1...max(1, people - 1), "treated")
    findings += EfficacyError.count(candidates, 10...1_000_000, "candidates")
    if !(bestShare > 0 && bestShare <= 1) {
      findings.append(.outOfRange(cell: "bestShare", allowed: "above 0 and at most 1", found: bestShare))
    }
    for covariate in covariates {
      let cell = "covariate '\(covariate.name)'"
      findings += EfficacyError.positive(covariate.weight, "\(cell), weight")
      if covariate.values.count != people {
        findings.append(.wrongLength(cell: cell, required: people, found: covariate.values.count))
      }
      for (person, value) in covariate.values.enumerated() {
        findings += EfficacyError.finite(value, "\(cell), person \(person + 1)")
      }
      if let value = covariate.values.first, covariate.values.allSatisfy({ $0 == value }) {
        findings.append(.incompatible(cell: cell, because: "is the same for everybody: leave it out"))
      }
    }
    return findings
  }
}

extension ConstrainedAllocation: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case covariates, treated, candidates, bestShare
  }

  /// Reads a description; candidates and share may be missing.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "constrained allocation")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      covariates: try container.decode([Covariate].self, forKey: .covariates),
      treated: try container.decode(Int.self, forKey: .treated),
      candidates: try container.decodeIfPresent(Int.self, forKey: .candidates) ?? 10_000,
      bestShare: try container.decodeIfPresent(Double.self, forKey: .bestShare) ?? 0.1)
  }
}
