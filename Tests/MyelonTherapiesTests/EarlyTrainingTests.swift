import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import Testing

@testable import MyelonTherapies

/// Harm by training a fresh lesion.
@Suite("Training too early")
struct EarlyTrainingTests {
  private static func training(
    day: Double, minutes: Double = 60, weeks: Double = 3, kind: TrainingKind = .treadmill
  ) -> TrainingCourse {
    TrainingCourse(
      name: "steps", day: day, kind: kind, minutesPerDay: minutes, daysPerWeek: 7, weeks: weeks)
  }

  private func rehabilitation(_ courses: TrainingCourse..., species: Species = .rat) throws -> Rehabilitation
  {
    try Rehabilitation(TreatmentProtocol(courses.map(Intervention.training)), species: species)
  }

  @Test(
    "A lesion is fresh for two days, half so at three and no more at four, 2.5 times as long in people"
  )
  func freshness() throws {
    for (species, slowing) in [(Species.rat, 1.0), (.human, 2.5)] {
      let found = try rehabilitation(Self.training(day: 0), species: species)
      #expect(found.freshness(onDay: 0) == 1 && found.freshness(onDay: 2 * slowing) == 1)
      #expect(abs(found.freshness(onDay: 3 * slowing) - 0.5) < 1e-12)
      #expect(found.freshness(onDay: 4 * slowing) == 0 && found.harmlessFrom == 4 * slowing)
      // The integral against a fine sum, and exactly over the whole window.
      #expect(abs(found.freshTime(until: 30) - 3 * slowing) < 1e-12)
      for end in [0.5, 2.2, 2.9, 3.4, 3.9, 5].map({ $0 * slowing }) {
        let fine = (0..<4000).reduce(0.0) {
          $0 + found.freshness(onDay: (Double($1) + 0.5) * end / 4000) * end / 4000
        }
        #expect(abs(found.freshTime(until: end) - fine) < 1e-6)
      }
    }
  }

  @Test("Terms are multiplied by one and their change times the dose, in the window only")
  func terms() throws {
    let table = TherapyParameters.table(for: .rat)
    let untreated = LesionKinetics(LesionParameters.table(for: .rat))
    let found = try rehabilitation(Self.training(day: 1))
    let dose = 60 / (60 + table["training_half_dose"])
    let changes: [KineticTerm: Double] = [
      .cytokineFromDamage: table["training_harm_cytokine"],
      .cytokineFromNeutrophils: table["training_harm_cytokine"],
      .cytokineFromMacrophages: table["training_harm_cytokine"],
      .oedemaLeak: table["training_harm_oedema"], .axonOxidation: table["training_harm_axon"],
    ]
    // Before; in the fresh lesion; half of the step before the start; half fresh over the fading; after.
    for (from, to, share) in [(0, 1, 0), (1, 2, 1), (0.5, 1.5, 0.5), (2, 4, 0.5), (4, 9, 0), (4, 4, 0)] {
      var kinetics = untreated
      found.apply(to: &kinetics, fromDay: from, toDay: to)
      for term in KineticTerm.allCases {
        let factor = Float(1 + (changes[term] ?? 0) * dose * share)
        let number = untreated[keyPath: term.keyPath]
        #expect(
          abs(kinetics[keyPath: term.keyPath] - factor * number) <= 1e-6 * abs(number), "\(term) \(from)")
        kinetics[keyPath: term.keyPath] = number
      }
      #expect(kinetics == untreated, "nothing but the terms may change")
    }
  }

  @Test("All exercise in a fresh lesion harms, also passive, and more of it more")
  func anyKind() throws {
    let doses = try TrainingKind.allCases.map {
      try rehabilitation(Self.training(day: 0.5, kind: $0)).earlyExercise(fromDay: 1, toDay: 2)
    }
    #expect(Set(doses).count == 1 && doses[0] > 0.5)
    let less = try rehabilitation(Self.training(day: 0.5, minutes: 10)).earlyExercise(fromDay: 1, toDay: 2)
    #expect(less < doses[0])
    let both = try rehabilitation(Self.training(day: 0.5), Self.training(day: 1))
      .earlyExercise(fromDay: 1, toDay: 2)
    #expect(both > doses[0] && both < 1)
  }

  // MARK: - On a cord

  private func run(
    _ interventions: [Intervention], days: Double, threads: Int = 2
  ) throws -> (LesionModel, TherapyCourse?) {
    let bench = try GraftBench.rat(spacing: 0.4, reach: 5)
    let model = try bench.model(.moderateDrop)
    var course: TherapyCourse?
    if !interventions.isEmpty {
      let plan = TreatmentProtocol(interventions)
      let context = TherapyContext(
        epicentre: bench.epicentre, parameters: TherapyParameters.table(for: .rat), seed: 7, agentBudget: 100,
        executor: SlabExecutor(threads: threads), recruitment: plan.recruiting())
      course = try TherapyCourse(plan, context: context, model: model)
      model.influence = course
    }
    model.advance(to: Int(days * 86_400))
    return (model, course)
  }

  @Test("Training from the fourth day and stimulation leave the cord as it is, bit for bit")
  func lateTraining() throws {
    let stimulation = StimulationCourse(
      name: "EES", day: 1, kind: .epidural, site: .lumbosacral, frequency: 40, amplitude: 1, pulseWidth: 200,
      minutesPerDay: nil, weeks: 1)
    let (untreated, _) = try run([], days: 8)
    let (trained, course) = try run(
      [.training(Self.training(day: 4)), .stimulation(stimulation)], days: 8)
    #expect(trained.state.block.map(\.bitPattern) == untreated.state.block.map(\.bitPattern))
    #expect(trained.kinetics == untreated.kinetics)
    let found = try #require(course)
    #expect(found.practice(fromDay: 5, toDay: 6)[0] > 0.5 && found.practice(fromDay: 0, toDay: 4) == [0, 0])
    #expect(found.excitability(onDay: 2) == [1, 1])
    #expect(found.excitability(onDay: 2, inExamination: false)[0] > 1)
    #expect(found.neuriteFactor(onDay: 2) == 1)
    #expect(found.infectionRisk(byDay: 8) == 0 && found.immunosuppression(onDay: 5) == 0)
  }

  @Test("Training from the first day on makes the lesion worse, more so the more there is")
  func worse() throws {
    func spared(_ interventions: [Intervention]) throws -> Double {
      LesionMeasures(try run(interventions, days: 7).0).sparedWhiteEpicentre
    }
    let untreated = try spared([])
    let little = try spared([.training(Self.training(day: 0.25, minutes: 5))])
    let much = try spared([.training(Self.training(day: 0.25, minutes: 120))])
    let later = try spared([.training(Self.training(day: 3, minutes: 120))])
    #expect(much < little && little < untreated, "spared \(untreated), \(little), \(much)")
    #expect(later > much && later <= untreated, "spared \(later)")
  }

  @Test("A tacrolimus course lends its neurite factor to the course of therapies")
  func neurites() throws {
    let drug = DrugCourse(
      name: "d", drug: .tacrolimus, route: .intraperitoneal, day: 1, dose: 1, interval: 24, duration: 5)
    let (_, course) = try run([.drug(drug), .training(Self.training(day: 1))], days: 2)
    let found = try #require(course)
    #expect(found.neuriteFactor(onDay: 0.5) == 1)
    #expect(found.neuriteFactor(onDay: 4) > 1.1)
  }
}
