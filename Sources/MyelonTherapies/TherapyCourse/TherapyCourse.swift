import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// Carries out a treatment protocol on one cord.
///
/// The order within a step: what is due begins; every component adds its part to the kinetics, the conditioning
/// fields and the sources; the cord takes its step; grafted cells take theirs in the tissue as it then is. Components
/// meet only in the cord's fields, which is what makes combinations synergistic or not.
///
/// A class, because the cord calls it back and a run asks it for its state; it belongs to one cord.
public final class TherapyCourse: LesionInfluence {
  /// What is done.
  public let plan: TreatmentProtocol
  /// All grafted cells.
  public let graft: Graft
  /// Scaffolds implanted so far.
  public internal(set) var scaffolds: [Scaffold] = []
  /// The first intervention that could not be carried out, or nil.
  public internal(set) var failure: TherapyError?

  let context: TherapyContext
  /// What is remembered of labelled cells; nil when none is labelled.
  let tracking: CellTracking?
  /// Probability of a severe infection caused by the drugs up to a day after injury.
  public func infectionRisk(byDay day: Double) -> Double { drugs.infectionRisk(byDay: day) }

  /// Kinetics without any drug.
  let untreated: LesionKinetics
  /// Training and stimulation.
  public let rehabilitation: Rehabilitation
  var releases: [Release] = []
  var drugs: [DrugState] = []
  /// Second and position in the plan of every intervention that changes the cord, in order of time.
  let due: [(second: Int, position: Int)]
  /// Interventions of `due` that have begun.
  var begun = 0
  /// Moments other than beginnings at which a step must end, seconds, in order.
  var moments: [Int]

  /// Prepares a protocol for a cord.
  ///
  /// - Parameters:
  ///   - plan: the interventions.
  ///   - context: the subject and the run.
  ///   - model: the cord at the moment of injury.
  /// - Throws: `TherapyError` when a drug, a dose or a route does not exist.
  public init(_ plan: TreatmentProtocol, context: TherapyContext, model: LesionModel) throws(TherapyError) {
    self.plan = plan
    self.context = context
    let isLabelled = plan.interventions.contains {
      if case .cells(let transplant) = $0 { !transplant.labels.isEmpty } else { false }
    }
    tracking = isLabelled ? CellTracking(cord: model.cord, parameters: context.parameters) : nil
    untreated = model.kinetics
    graft = Graft(
      cord: model.cord, epicentre: context.epicentre, parameters: context.parameters, seed: context.seed,
      executor: context.executor, agentBudget: context.agentBudget)
    let rehabilitation = try Rehabilitation(
      plan, species: model.cord.species, table: context.parameters,
      recruitment: context.recruitment)
    self.rehabilitation = rehabilitation
    due = plan.interventions.enumerated()
      .filter { $1.givesSomething && rehabilitation.changesCord($1) }
      .map { (second: Self.second($1.day), position: $0) }
      .sorted { ($0.second, $0.position) < ($1.second, $1.position) }
    var states: [DrugState] = []
    for case .drug(let course) in plan.interventions where course.dose > 0 {
      states.append(
        try DrugState(course, in: model.cord, bodyMass: context.bodyMass, table: context.parameters))
    }
    drugs = states
    moments = (states.flatMap(\.eventDays) + rehabilitation.eventDays).map(Self.second).sorted()
  }

  /// Days as whole seconds.
  static func second(_ day: Double) -> Int { Int((day * 86_400).rounded()) }

  /// Mean daily dose of active practice of every task between two days, 0 to 1, by `MotorTask.rawValue`.
  public func practice(fromDay from: Double, toDay to: Double) -> [Float] {
    rehabilitation.practice(fromDay: from, toDay: to)
  }

  /// Excitability of the circuits of every task by stimulation, fold, by `MotorTask.rawValue`; 1 without.
  ///
  /// - Parameters:
  ///   - day: day after injury.
  ///   - inExamination: true for stimulators that stay on during examinations, false for all whose course is under way.
  /// - Returns: one gain a task.
  public func excitability(onDay day: Double, inExamination: Bool = true) -> [Float] {
    rehabilitation.excitability(onDay: day, inExamination: inExamination)
  }

  /// Excitability of the circuits of every task averaged over days and nights between two days, fold.
  ///
  /// What stimulation does for a training session is in `practice`; this is what it adds outside sessions.
  public func meanExcitability(fromDay from: Double, toDay to: Double) -> [Float] {
    rehabilitation.meanExcitability(fromDay: from, toDay: to)
  }

  /// Factor of drugs on the growth of neurites on a day; 1 without.
  public func neuriteFactor(onDay day: Double) -> Float { Float(drugs.neuriteFactor(atDay: day)) }

  /// Share of the adaptive immune response that drugs prevent at a time, 0 to 1.
  public func immunosuppression(onDay day: Double) -> Double {
    drugs.immunosuppression(atDay: day)
  }
}
