/// How members are run on a cluster.
public struct SlurmSettings: Sendable, Hashable {
  /// Folder that this machine and every node see under the same path.
  public var folder: String
  /// Program that the nodes run, as an absolute path that they see.
  public var program: String
  /// Members of a task at first; later rounds take fewer, so that a member that brings its task down ends alone.
  public var chunk: Int
  /// Times that members without a result are submitted, the first included.
  public var rounds: Int
  /// Processors of a task, each of which runs one member at a time.
  public var processors: Int
  /// Most tasks that run at once; nil for as many as there is room for.
  public var throttle: Int?
  /// Partition, nil for the cluster's usual one.
  public var partition: String?
  /// Time limit of a task, as Slurm writes it, nil for the partition's.
  public var time: String?
  /// Further options of `sbatch`.
  public var options: [String]
  /// Seconds between two looks at the queue.
  public var pollInterval: Double
  /// Seconds to wait for results of tasks that have left the queue, because a network file system shows files late.
  public var settlingTime: Double

  /// Members of a task when nothing is said: a life takes about a second, and a task should last a minute because the
  /// scheduler starts only a few a second.
  public static let standardChunk = 50
  /// Rounds when nothing is said; assumed because a node may fail once and a member brings its task down every time.
  public static let standardRounds = 3

  /// Decides how to run.
  ///
  /// - Parameters:
  ///   - folder: shared folder.
  ///   - program: absolute path of the program on the nodes.
  ///   - chunk: members of a task at first, 1 to 100,000.
  ///   - rounds: times that members without a result are submitted, 1 to 20.
  ///   - processors: processors of a task, 1 to 1024.
  ///   - throttle: most tasks at once, or nil.
  ///   - partition: partition, or nil.
  ///   - time: time limit of a task, or nil.
  ///   - options: further options of `sbatch`.
  ///   - pollInterval: seconds between two looks at the queue.
  ///   - settlingTime: seconds to wait for results of tasks that have left the queue.
  /// - Throws: `StudyError.wrongSetting` for a number outside its range.
  public init(
    folder: String, program: String, chunk: Int = Self.standardChunk, rounds: Int = Self.standardRounds,
    processors: Int = 1, throttle: Int? = nil, partition: String? = nil, time: String? = nil,
    options: [String] = [], pollInterval: Double = 2, settlingTime: Double = 5
  ) throws(StudyError) {
    try EnsembleSettings.require(chunk, in: 1...100_000, "The number of members of a task")
    try EnsembleSettings.require(rounds, in: 1...20, "The number of rounds")
    try EnsembleSettings.require(processors, in: 1...1024, "The number of processors of a task")
    if let throttle { try EnsembleSettings.require(throttle, in: 1...100_000, "The number of tasks at once") }
    self.folder = StudyStore.absolute(folder)
    self.program = program
    self.chunk = chunk
    self.rounds = rounds
    self.processors = processors
    self.throttle = throttle
    self.partition = partition
    self.time = time
    self.options = options
    self.pollInterval = pollInterval
    self.settlingTime = settlingTime
  }

  /// Members of a task in a round, from 1: a quarter of those of the round before, at least one.
  func chunk(inRound round: Int) -> Int {
    var size = chunk
    for _ in 1..<max(1, round) { size = (size + 3) / 4 }
    return max(1, size)
  }
}
