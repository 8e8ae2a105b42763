import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRegrowth
import MyelonTherapies

/// Measured cost of one person's year at one voxel size.
public struct PatientYear: Sendable {
  /// Voxel edge, mm.
  public let voxel: Double
  /// Voxels of the grid, and those that hold cord.
  public let voxels: Int
  /// See `voxels`.
  public let cordVoxels: Int
  /// Steps of the year.
  public let steps: Int
  /// Wall time from the scenario to the last examination, s: anatomy, injury, 365 days with all visits.
  public let wall: Double
  /// Grafted agents that live at the end.
  public let agents: Int
  /// Bytes per voxel of the state and the diffusion pattern.
  public let bytesPerVoxel: Double
  /// Reaction step: voxels of cord per second.
  public let reactionRate: Double

  /// Runs a person's year without writing anything.
  ///
  /// - Parameters:
  ///   - voxel: voxel edge, mm.
  ///   - threads: threads to use.
  ///   - agents: agents of a graft given on day 14; 0 for an untreated year.
  /// - Returns: the figures.
  /// - Throws: what a run throws.
  public static func measure(voxel: Double, threads: Int, agents: Int = 0) throws -> PatientYear {
    let injury = Injury(
      mechanism: .compression(peakCompression: 0.6, residualCompression: 0.35, decompression: 12),
      level: "C5")
    var arm = Scenario.Arm.untreated
    if agents > 0 {
      arm.therapies = TreatmentProtocol([.cells(Graft.benchmarkTransplant(day: 14, agents: agents))])
    }
    let scenario = Scenario(
      name: "bench", subject: .init(species: .human, age: 38, sex: .male), injury: injury, arms: [arm],
      run: .init(voxel: voxel))
    let start = Date()
    let plan = try RunPlan(scenario: scenario, scenarioPath: "bench", threads: threads)
    let executor = SlabExecutor(threads: threads)
    let cord = try plan.makeCord(executor: executor)
    let model = try plan.makeModel(of: arm, cord: cord, executor: executor)
    let influence = try plan.makeInfluence(of: arm, model: model, executor: executor)
    let recorder = SeriesRecorder(
      species: .human, age: scenario.subject.age, parameters: plan.parameters, cord: cord,
      hasTherapies: agents > 0)
    let examiner = VisitExaminer(
      species: .human, age: scenario.subject.age, parameters: plan.parameters)
    var row: [Double] = []
    for second in plan.sampleSeconds {
      model.advance(to: second)
      let reading = try influence.reading(model)
      row = try recorder.row(
        of: model, course: influence.course, supply: reading.supply,
        grown: influence.regrowth.summary(model, reading: reading))
    }
    _ = try examiner.visit(day: 365, of: model, stream: nil)
    let wall = Date().timeIntervalSince(start)
    precondition(row.allSatisfy(\.isFinite), "A patient-year must end in finite numbers")
    let steps = model.clock.steps
    let living = influence.course?.graft.ledger.entries.reduce(0) { $0 + $1.totalAlive } ?? 0
    return PatientYear(
      voxel: voxel, voxels: cord.grid.count, cordVoxels: cord.cordFraction.count { $0 > 0 }, steps: steps,
      wall: wall, agents: living, bytesPerVoxel: Double(model.memoryByteCount) / Double(cord.grid.count),
      reactionRate: model.measureReactionRate())
  }
}
