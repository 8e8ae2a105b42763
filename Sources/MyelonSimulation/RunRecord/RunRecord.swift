import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// Everything about a finished run that is not a volume.
///
/// It is what `run.json`, `exams.json` and `series.csv` are
/// written from, and what a report is made of.
public struct RunRecord: Sendable, Codable {
  /// Version of the program that made the run.
  public let version: String
  /// The scenario as read.
  public let scenario: Scenario
  /// Path of the scenario file as given.
  public let scenarioPath: String
  /// All parameters in force, with sources.
  public let parameters: ParameterTable
  /// The voxel grid.
  public let grid: VoxelGrid
  /// Segments that the window covers: name, rostral and caudal end in mm.
  public let segments: [SpinalSegment]
  /// Where the anatomy came from, in words.
  public let anatomySource: String
  /// Arms in the scenario's order.
  public let arms: [ArmRecord]
  /// Wall time of each stage, s.
  public let timings: [String: Double]
  /// Steps taken per arm.
  public let steps: [String: Int]

  /// Makes a record.
  public init(
    version: String, scenario: Scenario, scenarioPath: String, parameters: ParameterTable, grid: VoxelGrid,
    segments: [SpinalSegment], anatomySource: String, arms: [ArmRecord], timings: [String: Double],
    steps: [String: Int]
  ) {
    self.version = version
    self.scenario = scenario
    self.scenarioPath = scenarioPath
    self.parameters = parameters
    self.grid = grid
    self.segments = segments
    self.anatomySource = anatomySource
    self.arms = arms
    self.timings = timings
    self.steps = steps
  }
}
