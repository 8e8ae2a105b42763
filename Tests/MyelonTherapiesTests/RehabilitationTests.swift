import MyelonAnatomy
import MyelonQuantities
import MyelonTestSupport
import Testing

@testable import MyelonTherapies

/// How much practice a plan of training amounts to.
@Suite("Practice of motor tasks")
struct RehabilitationTests {
  private let table = TherapyParameters.table(for: .rat)
  private var half: Double { table["training_half_dose"] }

  private func course(
    _ kind: TrainingKind = .treadmill, day: Double = 14, minutes: Double = 30, days: Int = 6,
    weeks: Double = 8, intensity: Double = 1
  ) -> TrainingCourse {
    TrainingCourse(
      name: "\(kind.rawValue) \(day) \(minutes)", day: day, kind: kind, minutesPerDay: minutes,
      daysPerWeek: days, weeks: weeks, intensity: intensity)
  }

  private func plan(_ courses: [TrainingCourse], _ stimulation: [StimulationCourse] = []) throws
    -> Rehabilitation
  {
    let interventions = courses.map(Intervention.training) + stimulation.map(Intervention.stimulation)
    return try Rehabilitation(TreatmentProtocol(interventions), species: .rat)
  }

  private func dose(_ minutes: Double) -> Double { minutes / (minutes + half) }

  @Test("A course gives its daily dose times its days over seven", arguments: [(30, 6), (60, 6), (7, 1)])
  func closedForm(minutes: Double, days: Int) throws {
    let found = try plan([course(minutes: minutes, days: days)])
      .practice(of: .stepping, fromDay: 20, toDay: 20.25)
    #expect(abs(found - dose(minutes) * Double(days) / 7) < 1e-14)
  }

  @Test("Half an hour on six days is past half of what an hour on every day gives")
  func publishedDose() throws {
    // Ward et al 2016: both doses improve gait, so neither may be near nothing.
    let usual = try plan([course()]).practice(of: .stepping, fromDay: 20, toDay: 21)
    let more = try plan([course(minutes: 60)]).practice(of: .stepping, fromDay: 20, toDay: 21)
    #expect(usual > 0.4 && more > usual && more < 1.5 * usual)
  }

  @Test("More minutes, more days or more effort never practise less, and nothing exceeds 1")
  func monotone() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      var less = course(
        .treadmill, minutes: .random(in: 1...600, using: &random), days: .random(in: 1...6, using: &random),
        intensity: .random(in: 0.05...0.9, using: &random))
      let other = course(
        .general, minutes: .random(in: 1...720, using: &random), days: .random(in: 1...7, using: &random))
      let base = try plan([less, other]).practice(of: .stepping, fromDay: 20, toDay: 21)
      let alone = try plan([less]).practice(of: .stepping, fromDay: 20, toDay: 21)
      #expect(base > alone)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: less.minutesPerDay *= 1.2
      case 1: less.daysPerWeek += 1
      default: less.intensity *= 1.1
      }
      let more = try plan([less, other]).practice(of: .stepping, fromDay: 20, toDay: 21)
      #expect(more > base && more < 1)
    }
  }

  @Test("Practice belongs to the trained task, and passive training is no practice")
  func specificity() throws {
    func practised(_ kind: TrainingKind) throws -> [Float] {
      try plan([course(kind, days: 7)]).practice(fromDay: 20, toDay: 21)
    }
    let full = Float(dose(30))
    #expect(try practised(.treadmill) == [full, 0])
    #expect(try practised(.overground) == [full, 0])
    #expect(try practised(.reaching) == [0, full])
    #expect(try practised(.automatedTreadmill) == [0, 0])
    #expect(try practised(.general) == [Float(dose(30 * table["training_share_general"])), 0])
    #expect(try practised(.forelimb) == [0, Float(dose(30 * table["training_share_forelimb"]))])
  }

  @Test("Courses of one day add their minutes, and courses of other weekdays their days")
  func together() throws {
    func found(_ courses: TrainingCourse...) throws -> Double {
      try plan(courses).practice(of: .stepping, fromDay: 20, toDay: 21)
    }
    #expect(abs(try found(course(days: 7), course(.overground, days: 7)) - dose(60)) < 1e-14)
    let mixed = try found(course(days: 7), course(.overground, days: 3))
    #expect(abs(mixed - (3 * dose(60) + 4 * dose(30)) / 7) < 1e-14)
  }

  @Test("Practice begins with the first day and ends with the last, in part within a step")
  func schedule() throws {
    let training = try plan([course(day: 14, days: 7, weeks: 2)])
    let full = dose(30)
    #expect(training.practice(of: .stepping, fromDay: 0, toDay: 14) == 0)
    #expect(training.practice(of: .stepping, fromDay: 28, toDay: 40) == 0)
    #expect(abs(training.practice(of: .stepping, fromDay: 13.75, toDay: 14.25) - full / 2) < 1e-12)
    #expect(abs(training.practice(of: .stepping, fromDay: 0, toDay: 56) - full / 4) < 1e-12)
    // A moment belongs to the course from its first to before its last.
    #expect(training.practice(of: .stepping, fromDay: 14, toDay: 14) == full)
    #expect(training.practice(of: .stepping, fromDay: 28, toDay: 28) == 0)
    #expect(training.practice(of: .stepping, fromDay: 28 - 1e-9, toDay: 0) == full)
  }

  @Test("The mean of a stretch is the mean of its parts, however courses overlap")
  func additivity() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<100 {
      let courses = (0..<4).map { _ in
        course(
          TrainingKind.allCases.randomElement(using: &random) ?? .treadmill,
          day: .random(in: 0...50, using: &random),
          minutes: .random(in: 1...100, using: &random), days: .random(in: 1...7, using: &random),
          weeks: .random(in: 0.2...4, using: &random))
      }
      let training = try plan(courses)
      let cuts = (0..<3).map { _ in Double.random(in: 0...70, using: &random) }.sorted()
      for task in MotorTask.allCases {
        func area(_ from: Double, _ to: Double) -> Double {
          training.practice(of: task, fromDay: from, toDay: to) * (to - from)
        }
        #expect(abs(area(cuts[0], cuts[2]) - area(cuts[0], cuts[1]) - area(cuts[1], cuts[2])) < 1e-10)
        let fine = (0..<2000).reduce(0.0) { sum, index in
          let step = (cuts[2] - cuts[0]) / 2000
          let day = cuts[0] + (Double(index) + 0.5) * step
          return sum + training.practice(of: task, fromDay: day, toDay: day) * step
        }
        #expect(abs(area(cuts[0], cuts[2]) - fine) < 0.3, "midpoint sums err by a step at each of 8 kinks")
      }
    }
  }

  @Test("A protocol without training practises nothing")
  func nothing() throws {
    let empty = try plan([])
    #expect(empty.isEmpty)
    #expect(empty.practice(fromDay: 0, toDay: 100) == [0, 0])
    #expect(empty.excitability(onDay: 5) == [1, 1])
    // As an arm whose training lasts no minute is planned.
    var idle = course()
    idle.minutesPerDay = 0
    #expect(try plan([idle]).isEmpty)
  }

  /// A change that makes a course impossible, with what the message must name.
  static let faults: [(change: @Sendable (inout TrainingCourse) -> Void, words: [String])] = [
    ({ $0.minutesPerDay = 0.5 }, ["minutes a day", "1.0", "720.0 min", "found 0.5 min"]),
    ({ $0.minutesPerDay = .nan }, ["minutes a day", "found nan min"]),
    ({ $0.daysPerWeek = 8 }, ["days a week", "7.0", "found 8.0"]),
    ({ $0.daysPerWeek = 0 }, ["days a week", "found 0.0"]),
    ({ $0.weeks = 0.05 }, ["weeks", "0.1", "found 0.05 wk"]),
    ({ $0.intensity = 1.5 }, ["intensity", "1.0", "found 1.5"]),
    ({ $0.day = -1 }, ["day", "found -1.0 d"]),
  ]

  @Test(
    "A course that cannot be is refused with what is allowed and what was found", arguments: faults.indices)
  func refusal(index: Int) throws {
    var planned = course()
    Self.faults[index].change(&planned)
    let error = #expect(throws: TherapyError.self) { try plan([planned]) }
    for word in Self.faults[index].words + [planned.name] {
      #expect(error?.description.contains(word) == true, "\(word): \(error?.description ?? "")")
    }
  }
}
