import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRecovery
import MyelonRegrowth
import MyelonStimulation
import MyelonTherapies

/// Runs one arm: lets its cord live, samples it, examines it at visits, keeps checkpoints.
struct ArmSimulation {
  let plan: RunPlan
  let cord: CordModel
  let index: Int
  let directory: RunDirectory
  let identity: String
  let model: LesionModel
  let influence: ArmInfluence
  let recorder: SeriesRecorder
  let examiner: VisitExaminer
  private(set) var series: SeriesTable
  private(set) var visits: [VisitRecord] = []
  var therapy: TherapyRecord?
  var regrowth = RegrowthRecord()
  private var lastCheckpoint = Date()

  /// The treatment, or nil.
  var course: TherapyCourse? { influence.course }

  /// Seconds of wall time between two checkpoints.
  private static let checkpointInterval = 20.0

  init(
    plan: RunPlan, cord: CordModel, index: Int, directory: RunDirectory, identity: String,
    recruitment: [StimulationSetting: CircuitRecruitment] = [:]
  ) throws {
    self.plan = plan
    self.cord = cord
    self.index = index
    self.directory = directory
    self.identity = identity
    let (species, age) = (plan.scenario.subject.species, plan.scenario.subject.age)
    let arm = plan.scenario.arms[index]
    let executor = SlabExecutor(threads: plan.threads)
    model = try plan.makeModel(of: arm, cord: cord, executor: executor)
    influence = try plan.makeInfluence(
      of: arm, model: model, executor: executor, recruitment: recruitment)
    therapy = influence.course.map(TherapyRecord.init)
    recorder = SeriesRecorder(
      species: species, age: age, parameters: plan.parameters, cord: cord, hasTherapies: plan.hasTherapies)
    examiner = VisitExaminer(species: species, age: age, parameters: plan.parameters)
    series = SeriesTable(columns: recorder.columns)
  }

  /// Continues from a checkpoint of this arm.
  ///
  /// - Throws: `RunError.damagedCheckpoint` when it does not fit this arm.
  mutating func restore(_ checkpoint: Checkpoint, payload: Data) throws(RunError) {
    let problem: String?
    let cordBytes = model.checkpointByteCount
    if payload.count < cordBytes {
      problem = "it belongs to another grid"
    } else if checkpoint.series.columns != recorder.columns
      || checkpoint.series.rows.count > plan.sampleSeconds.count
    {
      problem = "its series is not one of this run"
    } else {
      do {
        try payload.withUnsafeBytes {
          try model.restore(
            clock: checkpoint.clock, bytes: UnsafeRawBufferPointer(rebasing: $0[..<cordBytes]))
        }
        let state = try ArmState(decoding: payload[(payload.startIndex + cordBytes)...])
        guard (state.treatment == nil) == (course == nil) else {
          throw RegrowthError.damagedCheckpoint(problem: "it belongs to an arm with another treatment")
        }
        try influence.restore(state, on: model)
        problem = nil
      } catch { problem = "\(error)" }
    }
    if let problem { throw .damagedCheckpoint(path: directory.checkpoint, problem: problem) }
    series = checkpoint.series
    visits = checkpoint.visits
    therapy = checkpoint.therapy
    regrowth = checkpoint.regrowth
  }

  /// Runs to the last sample.
  ///
  /// - Parameters:
  ///   - progress: called after each step.
  ///   - shouldStop: asked after each step; true stops the arm and leaves a checkpoint.
  /// - Returns: true when the arm has ended, false when it was stopped.
  /// - Throws: `RunError` when a file cannot be written or a field stopped being finite.
  mutating func run(progress: (RunProgress) -> Void, shouldStop: () -> Bool) throws -> Bool {
    let samples = plan.sampleSeconds
    let visitSeconds = plan.scenario.run.visits.map(RunPlan.seconds)
    for second in samples.dropFirst(series.rows.count) {
      let finished = try model.advance(to: second) { clock in
        if let failure = course?.failure {
          throw RunError.treatmentImpossible(arm: plan.scenario.arms[index].name, problem: "\(failure)")
        }
        progress(report(clock))
        if shouldStop() { return false }
        if Date().timeIntervalSince(lastCheckpoint) > Self.checkpointInterval {
          try writeCheckpoint()
          lastCheckpoint = Date()
        }
        return true
      }
      guard finished else {
        try writeCheckpoint()
        return false
      }
      let reading = try influence.reading(model)
      let grown = influence.regrowth.summary(model, reading: reading)
      series.append(
        try recorder.row(of: model, course: course, supply: reading.supply, grown: grown))
      // Two visits may fall into one second.
      for visit in visitSeconds.indices where visitSeconds[visit] == second {
        try record(visit: visit, supply: reading.supply, grown: grown)
      }
    }
    return true
  }

  private func report(_ clock: LesionClock) -> RunProgress {
    RunProgress(
      arm: plan.scenario.arms[index].name, armIndex: index, armCount: plan.scenario.arms.count,
      steps: clock.steps,
      day: clock.days, lastDay: plan.scenario.run.days)
  }

  private func writeCheckpoint() throws {
    try Checkpoint.write(
      model, state: try influence.checkpoint(), identity: identity, arm: index, series: series,
      visits: visits,
      therapy: therapy, regrowth: regrowth, to: directory.checkpoint)
  }

  /// Examines the subject and keeps snapshots of the fields.
  private mutating func record(visit: Int, supply: ConnectionSupply, grown: RegrowthSummary) throws {
    visits.append(
      try examiner.visit(
        day: plan.scenario.run.visits[visit], of: model, connections: supply,
        stream: plan.examinerStream(visit: visit)))
    for field in TissueField.allCases {
      let values = model.state.values(field)
      if let voxel = values.firstIndex(where: { !$0.isFinite }) {
        throw RunError.notFinite(field: field.name, voxel: voxel, day: model.clock.days)
      }
    }
    try recordTherapy(visit: visit)
    recordRegrowth(grown)
    let fields = plan.fields(of: plan.scenario.arms[index])
    guard !fields.isEmpty else { return }
    try WholeFile.write(
      fields.map { UnsafeRawBufferPointer(model.state.values($0)) },
      to: directory.snapshot(arm: index, visit: visit))
  }
}

extension RunPlan {
  /// Fields to be written as volumes.
  var fields: [TissueField] {
    let names = Set(scenario.outputs.fieldNames(in: .standard))
    return TissueField.allCases.filter { names.contains($0.name) }
  }
}
