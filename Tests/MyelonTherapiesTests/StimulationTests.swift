import MyelonAnatomy
import MyelonQuantities
import MyelonStimulation
import MyelonTestSupport
import Testing

@testable import MyelonTherapies

/// What recruited fibres do to the circuits of a task.
@Suite("Excitability by stimulation")
struct StimulationTests {
  private let table = TherapyParameters.table(for: .rat)

  private static func course(
    _ kind: StimulationKind = .epidural, site: StimulationSite = .lumbosacral, frequency: Double = 40,
    amplitude: Double = 1, width: Double = 200, minutes: Double? = 30, isOn: Bool = true
  ) -> StimulationCourse {
    StimulationCourse(
      name: "stimulator", day: 10, kind: kind, site: site, frequency: frequency, amplitude: amplitude,
      pulseWidth: width, minutesPerDay: minutes, weeks: 4, isOnDuringExamination: isOn)
  }

  private func plan(
    _ stimulation: [StimulationCourse], _ training: [TrainingCourse] = [], _ species: Species = .rat,
    _ recruitment: CircuitRecruitment = .simple
  )
    throws -> Rehabilitation
  {
    let interventions = stimulation.map(Intervention.stimulation) + training.map(Intervention.training)
    let plan = TreatmentProtocol(interventions)
    return try Rehabilitation(plan, species: species, recruitment: plan.recruiting(recruitment))
  }

  private func effect(
    _ course: StimulationCourse, _ recruitment: CircuitRecruitment = .simple
  ) -> StimulationEffect {
    StimulationEffect(course, recruitment, table)
  }

  private func gain(_ course: StimulationCourse) -> Double { effect(course).gain }

  @Test("Excitability is 1 before, after, elsewhere and when the stimulator is off")
  func off() throws {
    let on = try plan([Self.course()])
    #expect(on.excitability(onDay: 9.999) == [1, 1])
    #expect(on.excitability(onDay: 38) == [1, 1])
    let found = on.excitability(onDay: 20)
    #expect(found == [Float(gain(Self.course())), 1])
    #expect(found[0] > 1)
    let off = try plan([Self.course(isOn: false)])
    #expect(off.excitability(onDay: 20) == [1, 1])
    #expect(off.excitability(onDay: 20, inExamination: false) == found)
    let arms = try plan([Self.course(site: .segment("C5"))])
    #expect(arms.excitability(onDay: 20) == [1, Float(gain(Self.course(site: .segment("C5"))))])
  }

  @Test("The gain follows the recruited afferents, and motor axons that follow the pulses take it away again")
  func closedForm() {
    let largest =
      table["stimulation_gain"] * (1 - table["stimulation_natural_share"] * effect(Self.course()).collision)
    #expect(gain(Self.course(amplitude: 0.5)) == 1)
    // Half of either group fires at the geometric mean of its two thresholds.
    #expect(abs(gain(Self.course(amplitude: (0.75 * 1.25).squareRoot())) - 1 - 0.5 * largest) < 1e-12)
    #expect(abs(gain(Self.course(amplitude: 1.8)) - 1 - largest) < 1e-12)
    #expect(abs(gain(Self.course(amplitude: (2.5 * 3.5).squareRoot())) - 1 - 0.5 * largest) < 1e-12)
    #expect(gain(Self.course(amplitude: 5)) == 1)
    #expect(effect(Self.course()).firing[.dorsalColumn] == 0)
  }

  @Test("Electrodes that reach no afferent do nothing at any amplitude")
  func nothingReached() {
    let elsewhere = CircuitRecruitment(curves: [.alphaMotor: RecruitmentCurve(weighted: [(1, 1)])])
    for amplitude in [0.1, 1, 6] {
      #expect(StimulationEffect(Self.course(amplitude: amplitude), elsewhere, table).gain == 1)
    }
  }

  @Test("Spikes of people meet the pulses' spikes far more often than those of rats")
  func collision() {
    let human = TherapyParameters.table(for: .human)
    func met(_ frequency: Double, _ table: ParameterTable) -> Double {
      StimulationEffect(Self.course(frequency: frequency), .simple, table).collision
    }
    // (2 l / v + tau) f with 0.8 m at 60 m/s and 0.12 m at 50 m/s.
    #expect(abs(met(20, human) - (2 * 0.8 / 60 + 0.001) * 20) < 1e-12)
    #expect(abs(met(20, table) - (2 * 0.12 / 50 + 0.001) * 20) < 1e-12)
    #expect(met(60, human) == 1 && met(60, table) < 0.4)
  }

  @Test("A course whose recruitment nobody computed is refused")
  func missing() {
    let error = #expect(throws: TherapyError.self) {
      try Rehabilitation(TreatmentProtocol([.stimulation(Self.course())]), species: .rat)
    }
    #expect(error == .recruitmentMissing(course: "stimulator"))
  }

  @Test("Axons driven by the pulses count as active over days and nights, and not at an examination")
  func driven() throws {
    let recruitment = CircuitRecruitment(curves: [
      .regenerated: RecruitmentCurve(weighted: [(0.5, 1), (2, 1)]),
      .corticospinal: RecruitmentCurve(weighted: [(0.9, 1), (3, 3)]),
    ])
    let found = effect(Self.course(), recruitment)
    #expect(abs(found.drivenDescending - 0.5) < 1e-12 && found.gain == 1)
    let plan = try plan([Self.course(minutes: nil)], [], .rat, recruitment)
    let mean = plan.meanExcitability(fromDay: 12, toDay: 13)
    #expect(abs(mean[0] - 1.5) < 1e-6 && mean[1] == 1)
    #expect(plan.excitability(onDay: 12) == [1, 1])
  }

  @Test("Below and above the useful frequencies the gain falls with the square, and without a jump")
  func frequency() {
    func bare(_ frequency: Double) -> Double {
      let found = effect(Self.course(frequency: frequency))
      return (found.gain - 1) / (1 - table["stimulation_natural_share"] * found.collision)
    }
    let usual = bare(40)
    for frequency in [15.0, 20, 30, 50, 60] { #expect(abs(bare(frequency) - usual) < 1e-12) }
    #expect(abs(bare(7.5) - usual / 4) < 1e-12)
    #expect(abs(bare(120) - usual / 4) < 1e-12)
    #expect(abs(gain(Self.course(frequency: 60.001)) - gain(Self.course(frequency: 60))) < 1e-3)
  }

  @Test("Over days and nights a stimulator counts for the share of the week that it is on")
  func meanOfDays() throws {
    let extra = Float(gain(Self.course()) - 1)
    var rare = Self.course(minutes: 720, isOn: false)
    rare.daysPerWeek = 2
    func found(_ courses: StimulationCourse..., from: Double = 12, to: Double = 13) throws -> [Float] {
      try plan(courses).meanExcitability(fromDay: from, toDay: to)
    }
    #expect(try found(Self.course(minutes: nil)) == [1 + extra, 1])
    #expect(abs(try found(rare)[0] - 1 - extra / 7) < 1e-6)
    #expect(abs(try found(rare, Self.course(minutes: nil))[0] - 1 - extra) < 1e-6)
    // Under way for a quarter of the stretch; over and elsewhere not at all.
    #expect(abs(try found(Self.course(minutes: nil), from: 7, to: 11)[0] - 1 - extra / 4) < 1e-6)
    #expect(try found(Self.course(minutes: nil), from: 38, to: 40) == [1, 1])
    #expect(try found() == [1, 1])
  }

  @Test("The strongest of two stimulators over the same circuits counts")
  func strongest() throws {
    let weak = Self.course(amplitude: 0.7)
    let found = try plan([weak, Self.course(), weak]).excitability(onDay: 20)
    #expect(found == [Float(gain(Self.course())), 1])
  }

  @Test("Stimulation adds to practice only while it accompanies the training of its circuits")
  func practice() throws {
    let half = table["training_half_dose"]
    func training(_ kind: TrainingKind, days: Int = 7) -> TrainingCourse {
      TrainingCourse(name: "t", day: 10, kind: kind, minutesPerDay: 60, daysPerWeek: days, weeks: 4)
    }
    func found(_ stimulation: [StimulationCourse], _ kind: TrainingKind, days: Int = 7) throws -> Double {
      let task: MotorTask = kind == .reaching ? .reaching : .stepping
      return try plan(stimulation, [training(kind, days: days)]).practice(of: task, fromDay: 20, toDay: 21)
    }
    func dose(_ minutes: Double) -> Double { minutes / (minutes + half) }
    let extra = table["stimulation_practice_gain"] * (gain(Self.course()) - 1)
    #expect(abs(try found([Self.course(minutes: nil)], .overground) - dose(60 * (1 + extra))) < 1e-12)
    // Thirty of the sixty minutes are accompanied.
    #expect(abs(try found([Self.course()], .overground) - dose(60 * (1 + extra / 2))) < 1e-12)
    #expect(abs(try found([Self.course(isOn: false)], .overground) - dose(60 * (1 + extra / 2))) < 1e-12)
    #expect(try found([Self.course(site: .cervical)], .overground) == found([], .overground))
    #expect(try found([Self.course()], .reaching) == found([], .reaching))
    // What the subject's will does not drive stays no practice (van den Brand et al 2012).
    #expect(try found([Self.course(minutes: nil)], .automatedTreadmill) == 0)
    #expect(try plan([Self.course()]).practice(fromDay: 20, toDay: 21) == [0, 0])
    var rare = Self.course(minutes: nil)
    rare.daysPerWeek = 2
    let expected = (2 * dose(60 * (1 + extra)) + 3 * dose(60)) / 7
    #expect(abs(try found([rare], .overground, days: 5) - expected) < 1e-12)
  }

  @Test("Every site of a species has circuits below it", arguments: Species.allCases)
  func sites(species: Species) throws {
    let segments = Set(CordAnatomy.standard(species).segments.map(\.name))
    for name in StimulationSite.names(in: species) {
      let site = StimulationSite(name: name)
      #expect(site.name == name)
      if case .segment(let segment) = site { #expect(segments.contains(segment), "\(segment)") }
      #expect((name.hasPrefix("C") || name == "T1" || name == "cervical") == (site.task == .reaching))
    }
  }

  /// A change that makes a course impossible in a rat, with what the message must name.
  static let faults: [(change: @Sendable (inout StimulationCourse) -> Void, words: [String])] = [
    ({ $0.kind = .transcutaneous }, ["rat", "epidural", "found transcutaneous"]),
    ({ $0.site = .segment("T10") }, ["lumbosacral", "L6", "found 'T10'", "not vertebrae"]),
    ({ $0.site = .segment("S5") }, ["S4", "found 'S5'"]),
    ({ $0.frequency = 10_000 }, ["frequency", "200.0 Hz", "found 10000.0 Hz"]),
    ({ $0.amplitude = 15 }, ["amplitude", "6.0 mA", "found 15.0 mA"]),
    ({ $0.amplitude = .infinity }, ["amplitude", "found inf mA"]),
    ({ $0.pulseWidth = 0.2 }, ["pulse width", "30.0", "found 0.2 us"]),
    ({ $0.minutesPerDay = 2000 }, ["minutes a day", "1440.0 min", "found 2000.0 min"]),
    ({ $0.daysPerWeek = 0 }, ["days a week", "found 0.0 d"]),
    ({ $0.weeks = -2 }, ["weeks", "found -2.0 wk"]),
  ]

  @Test(
    "A setting that cannot be is refused with what is allowed and what was found", arguments: faults.indices)
  func refusal(index: Int) {
    var planned = Self.course()
    Self.faults[index].change(&planned)
    let error = #expect(throws: TherapyError.self) { try plan([planned]) }
    for word in Self.faults[index].words + ["stimulator"] {
      #expect(error?.description.contains(word) == true, "\(word): \(error?.description ?? "")")
    }
  }
}
