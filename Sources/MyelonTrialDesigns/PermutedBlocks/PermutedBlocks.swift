import MyelonRandom

/// Allocation in blocks of random order, within strata.
///
/// Each stratum fills blocks of its own; the size of a block is drawn among multiples of the smallest one, so that the last
/// allocations of a block cannot be foreseen. The list of a stratum depends only on seed and stratum.
public struct PermutedBlocks: Sendable, Hashable {
  /// The arms.
  public var arms: AllocationArms
  /// Block sizes as multiples of the smallest block, drawn with equal probability.
  public var multiples: [Int]
  /// Factors whose combinations are the strata; none for one list.
  public var factors: [AllocationFactor]

  /// Describes blocks.
  ///
  /// - Parameters:
  ///   - arms: the arms.
  ///   - multiples: block sizes as multiples of the smallest block.
  ///   - factors: factors whose combinations are the strata.
  public init(
    arms: AllocationArms = .equal, multiples: [Int] = [1, 2], factors: [AllocationFactor] = []
  ) {
    self.arms = arms
    self.multiples = multiples
    self.factors = factors
  }

  /// What is wrong with the blocks; nothing if they can be used.
  func findings() -> [EfficacyError] {
    var findings = arms.findings() + AllocationFactor.findings(factors)
    findings += EfficacyError.count(multiples.count, 1...20, "multiples, number of sizes")
    for (index, multiple) in multiples.enumerated() {
      findings += EfficacyError.count(multiple, 1...50, "multiples, size \(index + 1)")
    }
    var strata = 1.0
    for factor in factors { strata *= Double(factor.levels.count) }
    if strata > 1e6 {
      findings.append(.outOfRange(cell: "factors, strata", allowed: "at most 1000000", found: strata))
    }
    return findings
  }

  /// The first allocations of a stratum.
  ///
  /// - Parameters:
  ///   - count: how many.
  ///   - stratum: number of the stratum, from 0.
  ///   - seed: seed of the list.
  /// - Returns: arms, from 0.
  func list(_ count: Int, stratum: Int, seed: UInt64) -> [Int] {
    var list: [Int] = []
    var block: UInt32 = 0
    while list.count < count {
      var stream = RandomStream(seed: seed, entity: UInt32(truncatingIfNeeded: stratum), step: block)
      let multiple = multiples[stream.index(below: multiples.count)]
      let filling = arms.ratio.enumerated().flatMap { arm, part in
        [Int](repeating: arm, count: part * multiple)
      }
      list += stream.permutation(count: filling.count).map { filling[$0] }
      block += 1
    }
    return Array(list.prefix(count))
  }

  /// The number of a person's stratum, from 0.
  func stratum(of levels: [String: String], person: Int) throws(EfficacyError) -> Int {
    var number = 0
    for factor in factors {
      number = number * factor.levels.count + (try factor.index(of: levels, person: person))
    }
    return number
  }
}

extension PermutedBlocks: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case arms, multiples, factors
  }

  /// Reads blocks; everything may be missing.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "permuted blocks")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      arms: try container.decodeIfPresent(AllocationArms.self, forKey: .arms) ?? .equal,
      multiples: try container.decodeIfPresent([Int].self, forKey: .multiples) ?? [1, 2],
      factors: try container.decodeIfPresent([AllocationFactor].self, forKey: .factors) ?? [])
  }
}
