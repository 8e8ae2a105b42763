extension Scenario {
  /// How a scenario is run.
  public struct Run: Sendable, Hashable, Codable {
    /// Simulated time after injury, days.
    public var days: Double
    /// Edge of a cubic voxel, mm.
    public var voxel: Double
    /// Seed of all random streams; the same seed gives the same bits.
    public var seed: UInt64
    /// Days of the examinations, ascending.
    public var visits: [Double]
    /// Threads to use; nil leaves it to the machine.
    ///
    /// The result does not depend on it.
    public var threads: Int?
    /// True when recorded examinations carry the examiner's error.
    public var examinerNoise: Bool
    /// True when the subject's own susceptibility is drawn at random; false gives the typical subject.
    public var individualVariation: Bool
    /// Length of the simulated stretch of cord.
    public var window: Window
    /// Relative error allowed in a time step; nil takes the model's own.
    public var timeStepTolerance: Double?
    /// Most agents that stand for the grafted cells of an arm; each stands for a number of cells when there are more.
    public var agents: Int
    /// Most growth cones of host axons, and of grafted neurons, of an arm; 0 leaves regrowth out.
    public var growthCones: Int

    /// Growth cones when a file does not say.
    ///
    /// Assumed because counts of a few thousand axons then have errors of a few per cent, and a year costs seconds.
    public static let standardGrowthCones = 20_000

    /// Agents when a file does not say.
    ///
    /// Assumed because a hundred thousand describe a graft well and cost little beside the tissue.
    public static let standardAgents = 100_000

    /// Describes how to run.
    ///
    /// - Parameters:
    ///   - days: simulated time after injury.
    ///   - voxel: edge of a voxel, mm.
    ///   - seed: seed of all random streams.
    ///   - visits: days of the examinations; nil takes `standardVisits(upTo:)`.
    ///   - threads: threads to use, or nil.
    ///   - examinerNoise: whether recorded examinations carry the examiner's error.
    ///   - individualVariation: whether the subject's susceptibility is drawn at random.
    ///   - window: length of the simulated stretch of cord.
    ///   - timeStepTolerance: relative error allowed in a time step, or nil.
    ///   - agents: most agents that stand for grafted cells.
    ///   - growthCones: most growth cones of host axons; 0 leaves regrowth out.
    public init(
      days: Double = 365, voxel: Double = 0.5, seed: UInt64 = 1, visits: [Double]? = nil, threads: Int? = nil,
      examinerNoise: Bool = true, individualVariation: Bool = false, window: Window = .automatic,
      timeStepTolerance: Double? = nil, agents: Int = Run.standardAgents,
      growthCones: Int = Run.standardGrowthCones
    ) {
      self.days = days
      self.voxel = voxel
      self.seed = seed
      self.visits = visits ?? Run.standardVisits(upTo: days)
      self.threads = threads
      self.examinerNoise = examinerNoise
      self.individualVariation = individualVariation
      self.window = window
      self.timeStepTolerance = timeStepTolerance
      self.agents = agents
      self.growthCones = growthCones
    }

    /// Decodes settings; records of versions without agents are read with the usual number.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      days = try values.decode(Double.self, forKey: .days)
      voxel = try values.decode(Double.self, forKey: .voxel)
      seed = try values.decode(UInt64.self, forKey: .seed)
      visits = try values.decode([Double].self, forKey: .visits)
      threads = try values.decodeIfPresent(Int.self, forKey: .threads)
      examinerNoise = try values.decode(Bool.self, forKey: .examinerNoise)
      individualVariation = try values.decode(Bool.self, forKey: .individualVariation)
      window = try values.decode(Window.self, forKey: .window)
      timeStepTolerance = try values.decodeIfPresent(Double.self, forKey: .timeStepTolerance)
      agents = try values.decodeIfPresent(Int.self, forKey: .agents) ?? Run.standardAgents
      // Earlier versions knew no regrowth.
      growthCones = try values.decodeIfPresent(Int.self, forKey: .growthCones) ?? 0
    }

    /// The usual visits that fit into a run, and its last day.
    ///
    /// Days 1, 3, 7, 14, 28, 84, 168 and 365: the acute phase, then one, three, six and twelve months.
    public static func standardVisits(upTo days: Double) -> [Double] {
      let usual = [1.0, 3, 7, 14, 28, 84, 168, 365].filter { $0 <= days }
      return usual.last == days ? usual : usual + [days]
    }
  }

  /// Length of the stretch of cord that is simulated.
  public enum Window: Sendable, Hashable, Codable {
    /// As long as the injury needs.
    case automatic
    /// A length in mm.
    case length(Double)
  }
}
