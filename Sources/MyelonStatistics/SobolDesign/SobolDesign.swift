import MyelonRandom

/// The runs for variance-based sensitivity indices after Sobol and Saltelli.
///
/// Two independent samples A and B of N points are taken from one low-discrepancy sequence of twice the dimensions;
/// AB_i is A with factor i from B, BA_i the other way round. For each point there is one run of A, one of each AB_i, for
/// second order one of each BA_i, and one of B, in this order: N (k + 2) or N (2 k + 2) runs, the layout that SALib uses
/// too. Saltelli 2002, doi:10.1016/S0010-4655(02)00280-1; Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018.
public struct SobolDesign: SensitivityDesign {
  /// The parameters and their distributions.
  public let space: ParameterSpace
  /// What is varied together.
  public let factors: SensitivityFactors
  /// Points N of each of the two samples, a power of two.
  public let points: Int
  /// Whether pairs of factors are estimated too.
  public let withSecondOrder: Bool
  /// Randomisation of the sequence.
  public let scrambling: SobolScrambling
  private let sequence: SobolSequence

  /// Makes a design.
  ///
  /// - Parameters:
  ///   - space: the parameters, at most 555 of them.
  ///   - factors: what is varied together; nil means each parameter alone.
  ///   - points: points of each sample, a power of two of at least 8; 1024 and more for indices to two digits.
  ///   - withSecondOrder: whether pairs are to be estimated, at twice the runs.
  ///   - scrambling: randomisation of the sequence; scrambled unless a published sample is to be repeated.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(
    space: ParameterSpace, factors: SensitivityFactors? = nil, points: Int, withSecondOrder: Bool = false,
    scrambling: SobolScrambling
  ) throws(StatisticsError) {
    guard points >= 8, points & (points - 1) == 0, points <= 1 << 30 else {
      throw .outOfRange(
        what: "Points of a sample", allowed: "a power of two of at least 8", found: Double(points))
    }
    let factors = factors ?? SensitivityFactors(space)
    let members = factors.members.flatMap { $0 }.sorted()
    guard members == Array(space.names.indices), factors.members.count == factors.names.count else {
      throw .lengthMismatch(
        what: "parameters, each in one factor,", required: space.count, found: Set(members).count)
    }
    self.space = space
    self.factors = factors
    self.points = points
    self.withSecondOrder = withSecondOrder
    self.scrambling = scrambling
    guard let sequence = try? SobolSequence(dimensions: 2 * space.count, scrambling: scrambling) else {
      throw .outOfRange(
        what: "Parameters of a Sobol design", allowed: "at most \(SobolSequence.maximumDimensions / 2)",
        found: Double(space.count))
    }
    self.sequence = sequence
  }

  /// Runs for each point of the samples.
  public var runsPerPoint: Int { withSecondOrder ? 2 * factors.count + 2 : factors.count + 2 }

  /// Runs for each point of the samples.
  public var runsPerUnit: Int { runsPerPoint }

  /// Number of runs.
  public var count: Int { points * runsPerPoint }

  /// The probabilities of one run: a point of the unit cube.
  public func point(_ row: Int) -> [Double] {
    precondition(0..<count ~= row, "Run \(row) of \(count)")
    let index = row / runsPerPoint
    let place = row % runsPerPoint
    let parameters = space.count
    // From which sample each parameter comes: A unless it is taken from B.
    var fromB = [Bool](repeating: place > factors.count, count: parameters)
    if 1...factors.count ~= place {
      for member in factors.members[place - 1] { fromB[member] = true }
    } else if withSecondOrder, factors.count + 1...2 * factors.count ~= place {
      for member in factors.members[place - 1 - factors.count] { fromB[member] = false }
    }
    return (0..<parameters).map { parameter in
      sequence.coordinate(point: index, dimension: fromB[parameter] ? parameter + parameters : parameter)
    }
  }
}

extension SobolDesign {
  private enum CodingKeys: String, CodingKey {
    case space, factors, points, withSecondOrder, scrambling
  }

  /// Reads a design and prepares its sequence again.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      space: container.decode(ParameterSpace.self, forKey: .space),
      factors: container.decode(SensitivityFactors.self, forKey: .factors),
      points: container.decode(Int.self, forKey: .points),
      withSecondOrder: container.decode(Bool.self, forKey: .withSecondOrder),
      scrambling: container.decode(SobolScrambling.self, forKey: .scrambling))
  }

  /// Writes what the design is made from.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(space, forKey: .space)
    try container.encode(factors, forKey: .factors)
    try container.encode(points, forKey: .points)
    try container.encode(withSecondOrder, forKey: .withSecondOrder)
    try container.encode(scrambling, forKey: .scrambling)
  }
}
