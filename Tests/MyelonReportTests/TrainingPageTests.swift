import Foundation
import MyelonAnatomy
import MyelonLesion
import MyelonReport
import MyelonSimulation
import MyelonTestSupport
import MyelonTherapies
import Testing

@Suite("Report of training and stimulation") struct TrainingPageTests {
  private static let training = TrainingCourse(
    name: "robot <1>", day: 22, kind: .overground, minutesPerDay: 30, daysPerWeek: 6, weeks: 8, intensity: 0.8
  )
  private static let stimulation = StimulationCourse(
    name: "EES", day: 30, kind: .epidural, site: .segment("L2"), frequency: 40, amplitude: 4.5,
    pulseWidth: 300,
    minutesPerDay: nil, weeks: 1, isOnDuringExamination: true)

  @Test("the plan tells in plain words what is trained and how the stimulator is set")
  func words() throws {
    var sample = SampleTreatment()
    sample.besides = [.training(Self.training), .stimulation(Self.stimulation)]
    let scratch = try ScratchDirectory()
    let record = try sample.make(in: scratch.path)
    let html = try RunReport(record: record, directory: scratch.path, assets: .none).html()
    #expect(TagBalance.faults(in: html) == [])
    for text in [
      "robot &lt;1&gt;", "walking over ground towards a goal", "30 min a day, 6 days a week, 8 weeks",
      "effort 80\u{202F}% of the usual", "practises stepping", ">22–78<", ">30–37<",
      "epidural electrodes, 40 Hz",
      "4.5 mA, pulses of 300 µs", "on during examinations",
      "day and night, every day, 1 week<", "over segment L2", "What stimulation recruited",
      "Natural spikes cancelled",
    ] {
      let found = html.contains(text)
      #expect(found, "the page lacks \(text)")
    }
  }

  @Test("every kind of training and site has its words")
  func kinds() throws {
    let sites: [StimulationSite] = [.cervical, .lumbosacral]
    var sample = SampleTreatment()
    sample.besides =
      TrainingKind.allCases.map { kind in
        .training(
          TrainingCourse(
            name: "of \(kind.rawValue)", day: 30, kind: kind, minutesPerDay: 30, daysPerWeek: 1, weeks: 2))
      }
      + sites.map { site in
        .stimulation(
          StimulationCourse(
            name: "at \(site.name)", day: 30, kind: .transcutaneous, site: site, frequency: 30,
            amplitude: 100,
            pulseWidth: 1000, minutesPerDay: 60, daysPerWeek: 5, weeks: 2))
      }
    let scratch = try ScratchDirectory()
    let record = try sample.make(in: scratch.path)
    let html = try RunReport(record: record, directory: scratch.path, assets: .none).html()
    for text in [
      "step training on a treadmill, stepping by own effort", "automated treadmill that moves the legs",
      "reaching and grasping", "general exercise", "exercise of the arms without skill",
      "1 day a week, 2 weeks", "electrodes on the skin", "switched off for examinations",
      "cervical enlargement (arms)", "lumbosacral enlargement (legs)", "60 min a day, 5 days a week",
    ] {
      let found = html.contains(text)
      #expect(found, "the page lacks \(text)")
    }
  }

  @Test("arms that only train and stimulate are run, compared and reported, each course a component")
  func simulated() throws {
    let training = Intervention.training(
      TrainingCourse(
        name: "steps", day: 1, kind: .treadmill, minutesPerDay: 60, daysPerWeek: 7, weeks: 4))
    let stimulation = Intervention.stimulation(
      StimulationCourse(
        name: "EES", day: 1, kind: .epidural, site: .lumbosacral, frequency: 40, amplitude: 1,
        pulseWidth: 200,
        minutesPerDay: 30, weeks: 4))
    let arms = Scenario.leavingOneOut(
      Scenario.Arm(
        name: "both", therapies: TreatmentProtocol([training, stimulation]), leavesOneOut: true))
    let scenario = Scenario(
      name: "training alone", subject: Scenario.Subject(species: .rat, age: 0.19, sex: .female, weight: 250),
      injury: Injury(mechanism: .weightDrop(height: 12.5, mass: 10), level: "T10"), arms: [.untreated] + arms,
      run: Scenario.Run(days: 3, voxel: 0.5, seed: 3, visits: [1, 3]))
    let scratch = try ScratchDirectory()
    let plan = try RunPlan(scenario: scenario, scenarioPath: "trained.yaml", anatomyDirectory: nil)
    let directory = RunDirectory("\(scratch.path)/run")
    guard
      case .finished(let record) = try Simulation(plan: plan, directory: directory).start(overwrite: false)
    else {
      Issue.record("the run did not end")
      return
    }
    let html = try RunReport(record: record, directory: directory.path, assets: .none).html()
    #expect(TagBalance.faults(in: html) == [])
    let comparison = ArmComparison(record)
    let table = try #require(ComponentTable.all(of: record, comparison: comparison).first)
    #expect(table.copies.map(\.removed) == ["steps", "EES"] && table.missing.isEmpty)
    #expect(ArmComparison(try directory.readRecord()) == comparison)
    // Stimulation leaves the lesion alone, training on the first day does not.
    let spared = try ["both", "both without EES", "both without steps", "untreated"].map {
      try #require(comparison[$0]?.values["spared_white_matter"]?.number)
    }
    #expect(spared[0] == spared[1] && spared[2] == spared[3] && spared[0] < spared[3])
  }
}
