import MyelonAnatomy
import MyelonQuantities
import MyelonTestSupport
import Testing

@testable import MyelonTherapies

/// Stimulation as a simple gain.
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
    _ stimulation: [StimulationCourse], _ training: [TrainingCourse] = [], _ species: Species = .rat
  )
    throws -> Rehabilitation
  {
    let interventions = stimulation.map(Intervention.stimulation) + training.map(Intervention.training)
    return try Rehabilitation(TreatmentProtocol(interventions), species: species)
  }

  private func gain(_ course: StimulationCourse) -> Double { Rehabilitation.gain(of: course, table) }

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
    #expect(arms.excitability(onDay: 20) == [1, found[0]])
  }

  @Test("The usual settings give the gain of the closed form, and no setting reaches the largest")
  func closedForm() throws {
    let half = table["stimulation_half_amplitude"]
    #expect(abs(gain(Self.course()) - 1 - table["EES_gain"] / (1 + half * half)) < 1e-12)
    var last = 1.0
    for amplitude in stride(from: 0.02, through: 6, by: 0.05) {
      let next = gain(Self.course(amplitude: amplitude))
      #expect(next > last && next < 1 + table["EES_gain"])
      last = next
    }
    // Half of the largest gain at half the amplitude.
    #expect(abs(gain(Self.course(amplitude: half)) - 1 - table["EES_gain"] / 2) < 1e-12)
  }

  @Test("Pulses on one strength-duration curve of Weiss have one gain")
  func pulseWidth() {
    let chronaxie = table["stimulation_chronaxie"]
    let usual = gain(Self.course())
    for width in [60.0, 100, 400, 900] {
      let amplitude = (1 + chronaxie / width) / (1 + chronaxie / 200)
      #expect(abs(gain(Self.course(amplitude: amplitude, width: width)) - usual) < 1e-12)
      #expect((gain(Self.course(width: width)) > usual) == (width > 200))
    }
  }

  @Test("Frequency matters outside its window only, and without a jump")
  func frequency() {
    let usual = gain(Self.course())
    for frequency in [15.0, 20, 30, 50, 60] { #expect(gain(Self.course(frequency: frequency)) == usual) }
    #expect(abs(gain(Self.course(frequency: 7.5)) - 1 - (usual - 1) / 4) < 1e-12)
    #expect(abs(gain(Self.course(frequency: 120)) - 1 - (usual - 1) / 4) < 1e-12)
    #expect(abs(gain(Self.course(frequency: 60.001)) - usual) < 1e-3)
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
    let weak = Self.course(amplitude: 0.3)
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

  @Test("People have usual amplitudes of their own for neck and back")
  func people() throws {
    let human = TherapyParameters.table(for: .human)
    func amplitude(_ site: StimulationSite) -> Double {
      UsualStimulation(Self.course(.transcutaneous, site: site), human).amplitude
    }
    #expect(amplitude(.segment("C6")) == 100 && amplitude(.lumbosacral) == 130)
    let plan = try plan(
      [Self.course(.transcutaneous, site: .cervical, frequency: 30, amplitude: 100, width: 1000)], [], .human)
    #expect(plan.excitability(onDay: 12)[1] > 1.2)
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
