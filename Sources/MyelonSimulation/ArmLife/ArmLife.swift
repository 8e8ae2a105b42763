import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRecovery
import MyelonRegrowth
import MyelonTherapies

/// One arm of a plan lived in memory: the numbers of a run without its files.
///
/// It stops where a run stops to sample, so that it takes the same steps and ends in the same bits. `live` reads the cord at
/// visits only, `series` at every sample; neither keeps volumes or a checkpoint.
public struct ArmLife {
  let plan: RunPlan
  let arm: Scenario.Arm
  let model: LesionModel
  let influence: ArmInfluence
  private let examiner: VisitExaminer

  /// Injures a cord.
  ///
  /// - Parameters:
  ///   - plan: what to live.
  ///   - arm: index of the arm in the plan's scenario.
  ///   - setting: what the life shares with others; its cord must hold the arm's injury.
  ///   - executor: threads to use; the result does not depend on their number.
  /// - Throws: `InjuryError`, `TherapyError` or `AnatomyError` when the arm does not fit the cord.
  public init(plan: RunPlan, arm: Int, setting: LifeSetting, executor: SlabExecutor) throws {
    self.plan = plan
    self.arm = plan.scenario.arms[arm]
    model = try plan.makeModel(of: self.arm, cord: setting.cord, executor: executor)
    influence = try plan.makeInfluence(
      of: self.arm, model: model, executor: executor, recruitment: setting.recruitment)
    examiner = VisitExaminer(
      species: plan.scenario.subject.species, age: plan.scenario.subject.age, parameters: plan.parameters)
  }

  /// Lives to the last visit.
  ///
  /// - Parameters:
  ///   - shouldStop: asked after each step; true ends the life without a result.
  ///   - goesOn: asked after each visit; false ends the life without a result.
  /// - Returns: what was found at each visit of the scenario, in order; nil when the life was stopped.
  /// - Throws: `RunError` when a treatment cannot be carried out or a field stops being finite, and what an
  ///   examination throws.
  public func live(
    shouldStop: () -> Bool = { false }, goesOn: (ArmVisit) -> Bool = { _ in true }
  ) throws -> [ArmVisit]? {
    let visitSeconds = plan.scenario.run.visits.map(RunPlan.seconds)
    guard let end = visitSeconds.max() else { return [] }
    var found: [ArmVisit] = []
    for second in plan.sampleSeconds where second <= end {
      guard try advance(to: second, shouldStop: shouldStop) else { return nil }
      let due = visitSeconds.indices.filter { visitSeconds[$0] == second }
      if !due.isEmpty {
        let visits = try examine(visits: due)
        guard visits.allSatisfy(goesOn) else { return nil }
        found += visits
      }
    }
    return found
  }

  /// Lives to a second of the run; false when the life was stopped on the way.
  func advance(to second: Int, shouldStop: () -> Bool) throws -> Bool {
    try model.advance(to: second) { _ in
      if let failure = influence.course?.failure {
        throw RunError.treatmentImpossible(arm: arm.name, problem: "\(failure)")
      }
      return !shouldStop()
    }
  }

  /// Examines the subject at visits that fall into the present second.
  private func examine(visits: [Int]) throws -> [ArmVisit] {
    for field in TissueField.allCases {
      if let voxel = model.state.values(field).firstIndex(where: { !$0.isFinite }) {
        throw RunError.notFinite(field: field.name, voxel: voxel, day: model.clock.days)
      }
    }
    let reading = try influence.reading(model)
    let measures = LesionMeasures(model)
    let image = ImageReading(model)
    let subject = plan.scenario.subject
    let serum =
      subject.species == .human
      ? SerumMarkers(model, lostTissue: measures.lesionVolume, age: subject.age, table: plan.parameters) : nil
    let therapy = TherapyMeasures(influence.course, on: model)
    return try visits.map { visit in
      let record = try examiner.visit(
        day: plan.scenario.run.visits[visit], of: model, connections: reading.supply,
        stream: plan.examinerStream(visit: visit))
      return ArmVisit(
        record: record, lesion: measures, image: image, serum: serum, allodyniaRisk: reading.hazard.allodynia,
        spasticityRisk: reading.hazard.spasticity, therapy: therapy)
    }
  }
}
