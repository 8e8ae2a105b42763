import MyelonStatistics

/// An outcome that is reached or not, such as a gain of two motor levels.
///
/// Two arms: treated against control. Single arm: treated against a fixed rate.
public struct ResponderEndpoint: Sendable, Hashable {
  /// How rates are compared.
  public enum Method: String, Sendable, Hashable, Codable, CaseIterable {
    /// Exact: Fisher's test of two arms, the binomial test of one; power is summed over all outcomes.
    case exact
    /// Normal approximation: pooled variance for the level, that of each arm for the power (Fleiss, Levin & Paik 2003, chapter 4).
    case normal
  }

  /// Response rate in the control arm, or the fixed rate of a single-arm trial.
  public var controlRate: Double
  /// True response rate under treatment.
  public var treatedRate: Double
  /// How rates are compared.
  public var method: Method

  /// Describes an endpoint.
  ///
  /// - Parameters:
  ///   - controlRate: response rate in the control arm, or the fixed rate of a single-arm trial.
  ///   - treatedRate: true response rate under treatment.
  ///   - method: how rates are compared.
  public init(controlRate: Double, treatedRate: Double, method: Method = .exact) {
    self.controlRate = controlRate
    self.treatedRate = treatedRate
    self.method = method
  }

  /// The difference of rates over its standard error.
  func drift(_ sizes: GroupSizes) -> Double { (treatedRate - controlRate) / standardError(sizes) }

  private func standardError(_ sizes: GroupSizes) -> Double {
    let control = sizes.isSingleArm ? 0 : controlRate * (1 - controlRate) / sizes.control
    return (treatedRate * (1 - treatedRate) / sizes.treated + control).squareRoot()
  }

  /// Power; by the exact method for whole numbers of people only.
  func power(_ sizes: GroupSizes, _ test: EfficacyTest) throws(EfficacyError) -> Double {
    switch method {
    case .normal: return normalPower(sizes, test)
    case .exact:
      return try EfficacyError.naming("exact power of responders") {
        sizes.isSingleArm
          ? try binomialPower(Int(sizes.treated.rounded()), test)
          : try fisherPower(Int(sizes.treated.rounded()), Int(sizes.control.rounded()), test)
      }
    }
  }

  private func normalPower(_ sizes: GroupSizes, _ test: EfficacyTest) -> Double {
    let normal = NormalDistribution.standard
    let difference = treatedRate - controlRate
    let spread = standardError(sizes)
    let nullVariance: Double
    if sizes.isSingleArm {
      nullVariance = controlRate * (1 - controlRate) / sizes.treated
    } else {
      let pooled = (treatedRate * sizes.treated + controlRate * sizes.control) / sizes.total
      nullVariance = pooled * (1 - pooled) * sizes.inverse
    }
    let critical = test.criticalZ * nullVariance.squareRoot()
    let upper = normal.upperTail((critical - difference) / spread)
    return test.isTwoSided ? upper + normal.upperTail((critical + difference) / spread) : upper
  }

  /// Least and largest numbers of responders that are not significant in a single arm.
  static func binomialLimits(people: Int, rate: Double, _ test: EfficacyTest) throws -> (low: Int, high: Int)
  {
    let null = try BinomialDistribution(trials: people, probability: rate)
    var high = people
    while high > 0, null.atLeast(high) <= test.oneSidedSignificance { high -= 1 }
    var low = 0
    if test.isTwoSided {
      while low < people, null.atMost(low) <= test.oneSidedSignificance { low += 1 }
    }
    return (low, high)
  }

  private func binomialPower(_ people: Int, _ test: EfficacyTest) throws -> Double {
    let limits = try Self.binomialLimits(people: people, rate: controlRate, test)
    let alternative = try BinomialDistribution(trials: people, probability: treatedRate)
    return alternative.atLeast(limits.high + 1) + (test.isTwoSided ? alternative.atMost(limits.low - 1) : 0)
  }

  private func fisherPower(_ treated: Int, _ control: Int, _ test: EfficacyTest) throws -> Double {
    let first = try BinomialDistribution(trials: treated, probability: treatedRate).masses
    let second = try BinomialDistribution(trials: control, probability: controlRate).masses
    var power = 0.0
    for total in 0...(treated + control) {
      let table = FisherExactTest.masses(trials: treated, otherTrials: control, total: total)
      for index in Self.significant(table.values, test) {
        let responders = table.lowest + index
        power += first[responders] * second[total - responders]
      }
    }
    return power
  }

  /// Which of the tables with given margins Fisher's test calls significant.
  private static func significant(_ masses: [Double], _ test: EfficacyTest) -> [Int] {
    guard test.isTwoSided else {
      var tail = 0.0
      var found: [Int] = []
      for index in masses.indices.reversed() {
        tail += masses[index]
        guard tail <= test.significance else { break }
        found.append(index)
      }
      return found
    }
    // From the least probable table on; those equally probable (to 1e-7, as in R) share the p-value.
    let order = masses.indices.sorted { masses[$0] < masses[$1] }
    var sum = 0.0
    var found: [Int] = []
    var position = 0
    while position < order.count {
      let limit = masses[order[position]] * (1 + 1e-7)
      var end = position
      while end < order.count, masses[order[end]] <= limit {
        sum += masses[order[end]]
        end += 1
      }
      guard sum <= test.significance else { break }
      found += order[position..<end]
      position = end
    }
    return found
  }

  /// What is wrong with the endpoint; nothing if it can be used.
  func findings() -> [EfficacyError] {
    var findings =
      EfficacyError.probability(controlRate, "controlRate")
      + EfficacyError.probability(treatedRate, "treatedRate")
    if treatedRate == controlRate {
      findings.append(
        .outOfRange(cell: "treatedRate", allowed: "different from controlRate", found: treatedRate))
    }
    return findings
  }
}

extension ResponderEndpoint: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case controlRate, treatedRate, method
  }

  /// Reads an endpoint; the method may be missing.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "responder endpoint")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      controlRate: try container.decode(Double.self, forKey: .controlRate),
      treatedRate: try container.decode(Double.self, forKey: .treatedRate),
      method: try container.decodeIfPresent(Method.self, forKey: .method) ?? .exact)
  }
}
