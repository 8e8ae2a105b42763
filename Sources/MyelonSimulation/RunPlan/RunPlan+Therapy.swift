import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRegrowth
import MyelonStimulation
import MyelonTherapies

extension RunPlan {
  /// True when any arm is treated.
  var hasTherapies: Bool { scenario.arms.contains { !$0.therapies.isEmpty } }

  /// The treatment of an arm, bound to its cord; nil for an untreated arm.
  ///
  /// - Throws: `TherapyError` when a drug, a dose or a route does not exist.
  private func makeCourse(
    of arm: Scenario.Arm, model: LesionModel, executor: SlabExecutor,
    recruitment: [StimulationSetting: CircuitRecruitment] = [:]
  ) throws -> TherapyCourse? {
    guard !arm.therapies.isEmpty else { return nil }
    let context = TherapyContext(
      bodyMass: scenario.subject.weight.map { $0 / 1000 },
      epicentre: try epicentre(of: scenario.injury(of: arm)), parameters: parameters, seed: scenario.run.seed,
      agentBudget: scenario.run.agents, executor: executor, recruitment: recruitment)
    return try TherapyCourse(arm.therapies, context: context, model: model)
  }

  /// What the electrodes and pulses of all arms recruit, each setting computed once.
  ///
  /// - Throws: `AnatomyError`, `StimulationError` when electrodes cannot be placed or a field cannot be solved.
  func recruitment(executor: SlabExecutor) throws -> [StimulationSetting: CircuitRecruitment] {
    var found: [StimulationSetting: CircuitRecruitment] = [:]
    for arm in scenario.arms {
      for setting in arm.therapies.stimulationSettings where found[setting] == nil {
        found[setting] = try setting.recruitment(in: anatomy, executor: executor)
      }
    }
    return found
  }

  /// All that acts on the cord of an arm, bound to it: its treatment and its growing axons.
  ///
  /// - Throws: `TherapyError` when a drug, a dose or a route does not exist.
  func makeInfluence(
    of arm: Scenario.Arm, model: LesionModel, executor: SlabExecutor,
    recruitment: [StimulationSetting: CircuitRecruitment] = [:]
  ) throws -> ArmInfluence {
    let injury = scenario.injury(of: arm)
    let centre = try epicentre(of: injury)
    let setting = RegrowthSetting(
      cord: model.cord, anatomy: anatomy, epicentre: centre,
      lesionLength: struckLength(
        of: injury, diameter: anatomy.crossSection(atZ: centre).anteroposterior), parameters: parameters,
      seed: scenario.run.seed, budget: scenario.run.growthCones, executor: executor)
    let influence = ArmInfluence(
      course: try makeCourse(of: arm, model: model, executor: executor, recruitment: recruitment),
      regrowth: Regrowth(setting),
      ageFactor: RegrowthParameters.ageFactor(age: scenario.subject.age, parameters))
    model.influence = influence
    return influence
  }

  /// Fields that are written as volumes for an arm: the scenario's, and those that its treatment acts through.
  func fields(of arm: Scenario.Arm) -> [TissueField] {
    guard case .standard = scenario.outputs.fields, !arm.therapies.isEmpty else { return fields }
    return fields + Self.therapyFields(arm.therapies).filter { !fields.contains($0) }
  }

  private static func therapyFields(_ plan: TreatmentProtocol) -> [TissueField] {
    var found: Set<TissueField> = []
    for intervention in plan.interventions {
      switch intervention {
      case .cells(let transplant):
        found.insert(transplant.product.kind == .vesicles ? .exosomes : .graft)
        found.formUnion([.bdnf, .protection, .repairDrive])
        for case .secretes(let factor, _) in transplant.engineering { found.insert(factor.field) }
        for case .responds(let circuit) in transplant.engineering { found.insert(circuit.factor.field) }
      case .scaffold: found.insert(.scaffold)
      case .release(let release): found.insert(release.factor.field)
      case .drug(let course):
        if course.drug == .antiNogo { found.insert(.antiNogo) }
        if course.drug == .chondroitinase { found.insert(.chondroitinase) }
      case .safetySwitch, .training, .stimulation: break
      }
    }
    return TissueField.allCases.filter(found.contains)
  }

  /// Days at which a treatment is sampled more closely: at the start of every intervention and for weeks after it.
  var therapySamples: [Double] {
    let starts = scenario.arms.flatMap { $0.therapies.interventions.map(\.day) }
    let later = [0.0, 0.25, 1, 2, 3, 5, 7, 10, 14, 21, 28, 42, 56]
    return Set(starts).flatMap { start in later.map { start + $0 } }
  }
}
