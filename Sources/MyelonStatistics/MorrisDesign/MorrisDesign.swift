import MyelonRandom

/// The runs for elementary effects after Morris: a cheap screening of many parameters.
///
/// Every block of k + 1 runs changes each of the k parameters once, giving one effect each. Morris 1991, "Factorial
/// sampling plans for preliminary computational experiments", doi:10.1080/00401706.1991.10484804.
public struct MorrisDesign: SensitivityDesign {
  /// How the runs of a block are placed.
  public enum Kind: Sendable, Hashable, Codable {
    /// Walks on a grid: each run changes one parameter of the run before, by half of the grid and a bit.
    ///
    /// `levels` is even, the step levels / (2 (levels - 1)). Of `candidates` random walks those are kept that lie
    /// farthest apart, chosen one after the other (Campolongo et al. 2007, doi:10.1016/j.envsoft.2006.10.004; Ruano et al.
    /// 2012, doi:10.1016/j.envsoft.2012.03.008); as many candidates as blocks means none is left out.
    case trajectories(levels: Int, candidates: Int)
    /// Stars: each run changes one parameter of the block's first run to that of a second point of a low-discrepancy
    /// sequence (Campolongo, Saltelli & Cariboni 2011, doi:10.1016/j.cpc.2010.12.039); at most 555 parameters.
    case radial
  }

  /// The parameters and their distributions.
  public let space: ParameterSpace
  /// Number of blocks, each giving one effect of each parameter.
  public let blocks: Int
  /// How the runs of a block are placed.
  public let kind: Kind
  /// Seed of the placing.
  public let seed: UInt64
  /// Where the runs come from.
  let placement: Placement

  /// Stars are computed when asked for; walks are kept, run after run.
  enum Placement: Sendable {
    case stars(SobolSequence)
    case walks(DenseMatrix)
  }

  /// Makes a design.
  ///
  /// - Parameters:
  ///   - space: the parameters.
  ///   - blocks: number of blocks, at least 2; 10 to 50 are usual for trajectories.
  ///   - kind: how runs are placed.
  ///   - seed: seed of the placing.
  /// - Throws: `StatisticsError.outOfRange`.
  public init(space: ParameterSpace, blocks: Int, kind: Kind = .radial, seed: UInt64) throws(StatisticsError)
  {
    guard blocks >= 2 else { throw .tooFew(what: "blocks", required: 2, found: blocks) }
    self.space = space
    self.blocks = blocks
    self.kind = kind
    self.seed = seed
    switch kind {
    case .radial:
      guard let sequence = try? SobolSequence(dimensions: 2 * space.count, scrambling: .owen(seed: seed))
      else {
        throw .outOfRange(
          what: "Parameters of a radial design", allowed: "at most \(SobolSequence.maximumDimensions / 2)",
          found: Double(space.count))
      }
      placement = .stars(sequence)
    case .trajectories(let levels, let candidates):
      guard levels >= 2, levels % 2 == 0, levels <= 1000 else {
        throw .outOfRange(what: "Levels", allowed: "even, 2 to 1000", found: Double(levels))
      }
      guard candidates >= blocks else {
        throw .tooFew(what: "candidates", required: blocks, found: candidates)
      }
      placement = .walks(
        Self.trajectories(
          parameters: space.count, blocks: blocks, levels: levels, candidates: candidates, seed: seed))
    }
  }

  /// Number of runs.
  public var count: Int { blocks * (space.count + 1) }
  /// Runs of a block.
  public var runsPerUnit: Int { space.count + 1 }

  /// The probabilities of one run: a point of the unit cube.
  public func point(_ row: Int) -> [Double] {
    precondition(0..<count ~= row, "Run \(row) of \(count)")
    switch placement {
    case .walks(let points): return points.row(row)
    case .stars(let sequence):
      let block = row / (space.count + 1)
      // Run 0 of a block is the centre, run i has parameter i - 1 from the second half of the coordinates.
      let changed = row % (space.count + 1) - 1
      return (0..<space.count).map { parameter in
        sequence.coordinate(
          point: block, dimension: parameter == changed ? parameter + space.count : parameter)
      }
    }
  }
}

extension MorrisDesign {
  private enum CodingKeys: String, CodingKey {
    case space, blocks, kind, seed
  }

  /// Reads a design and places its runs again.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      space: container.decode(ParameterSpace.self, forKey: .space),
      blocks: container.decode(Int.self, forKey: .blocks), kind: container.decode(Kind.self, forKey: .kind),
      seed: container.decode(UInt64.self, forKey: .seed))
  }

  /// Writes what the design is made from.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(space, forKey: .space)
    try container.encode(blocks, forKey: .blocks)
    try container.encode(kind, forKey: .kind)
    try container.encode(seed, forKey: .seed)
  }
}
