import Foundation
import MyelonAnatomy
import MyelonQuantities
import MyelonSimulation
import Testing

/// A stopped and resumed run must give the bits of an uninterrupted one.
@Suite struct RunResumeTests {
  /// Steps of each arm of the coarse human run, from a run of its own.
  private static func stepsOfArms(_ record: RunRecord) -> [Int] {
    record.scenario.arms.map { record.steps[$0.name] ?? 0 }
  }

  @Test func aRunStoppedAnywhereAndResumedGivesTheSameBits() throws {
    let scratch = try RunScratch()
    let scenario = CoarseScenario.human()
    let whole = scratch.directory("whole")
    let record = try #require(try CoarseRun.start(scenario, in: whole).record)
    let reference = try results(of: whole)
    #expect(reference.keys.contains("run.json") && reference.keys.contains("series.csv"))
    let steps = Self.stepsOfArms(record)
    try #require(steps.allSatisfy { $0 > 20 })
    // The first step, before the first sampled hour; between visits; the last step of the first arm; the first
    // step and the middle of the second arm; the last step of all.
    let stops = [
      1, 3, steps[0] / 2, steps[0] - 1, steps[0], steps[0] + 1, steps[0] + steps[1] / 2,
      steps[0] + steps[1] - 1,
    ]
    for (position, stop) in stops.enumerated() {
      let directory = scratch.directory("stopped-\(stop)")
      let outcome = try CoarseRun.start(scenario, in: directory, stopAfter: stop)
      #expect(outcome.record == nil, "A run stopped after \(stop) steps must not end")
      #expect(directory.holdsUnfinishedRun && !directory.holdsFinishedRun)
      #expect(!FileManager.default.fileExists(atPath: directory.file("series.csv")))
      let finished = try CoarseRun.resume(directory, threads: 1 + position % 3)
      #expect(finished.record != nil)
      let found = differences(reference, try results(of: directory))
      #expect(found == [], "Stopped after \(stop) steps")
    }
  }

  @Test func aRunStoppedAfterEveryFewStepsGivesTheSameBits() throws {
    let scratch = try RunScratch()
    let scenario = CoarseScenario.human()
    let whole = scratch.directory("whole")
    try CoarseRun.start(scenario, in: whole, threads: 2)
    let directory = scratch.directory("often")
    try CoarseRun.start(scenario, in: directory, stopAfter: 7)
    var resumptions = 0
    while try CoarseRun.resume(directory, threads: 1 + resumptions % 2, stopAfter: 17).record == nil {
      resumptions += 1
    }
    #expect(resumptions > 5)
    #expect(differences(try results(of: whole), try results(of: directory)) == [])
  }

  @Test func aRatRunResumesToTheSameBits() throws {
    let scratch = try RunScratch()
    let whole = scratch.directory("whole")
    let directory = scratch.directory("stopped")
    try CoarseRun.start(CoarseScenario.rat(), in: whole)
    try CoarseRun.start(CoarseScenario.rat(), in: directory, threads: 2, stopAfter: 40)
    #expect(try CoarseRun.resume(directory).record != nil)
    #expect(differences(try results(of: whole), try results(of: directory)) == [])
  }

  /// What a kill leaves: a checkpoint older than the last snapshots.
  @Test func anOldCheckpointBesideLaterSnapshotsGivesTheSameBits() throws {
    let scratch = try RunScratch()
    let scenario = CoarseScenario.rat()
    let whole = scratch.directory("whole")
    let record = try #require(try CoarseRun.start(scenario, in: whole).record)
    let steps = record.steps.values.reduce(0, +)
    let directory = scratch.directory("killed")
    try CoarseRun.start(scenario, in: directory, stopAfter: 10)
    let checkpoint = directory.file(".unfinished/checkpoint")
    let early = try Data(contentsOf: URL(fileURLWithPath: checkpoint))
    try CoarseRun.resume(directory, stopAfter: steps - 12)
    #expect(try Data(contentsOf: URL(fileURLWithPath: checkpoint)) != early)
    try early.write(to: URL(fileURLWithPath: checkpoint))
    #expect(try CoarseRun.resume(directory).record != nil)
    #expect(differences(try results(of: whole), try results(of: directory)) == [])

    // Without any checkpoint the arm begins anew.
    let bare = scratch.directory("bare")
    try CoarseRun.start(scenario, in: bare, stopAfter: steps - 2)
    try FileManager.default.removeItem(atPath: bare.file(".unfinished/checkpoint"))
    #expect(try CoarseRun.resume(bare).record != nil)
    #expect(differences(try results(of: whole), try results(of: bare)) == [])
  }

  @Test func replacedParametersKeepTheirLinesOverAnInterruption() throws {
    let scratch = try RunScratch()
    var scenario = CoarseScenario.rat()
    scenario.parameters = [ParameterOverride(id: "strain_steepness", value: 4, line: 37)]
    let table = RunPlan.table(for: .rat)
    let parameter = try #require(table.parameter("strain_steepness"))
    scenario.parameters[0].value = parameter.plausible.upperBound
    let whole = scratch.directory("whole")
    let directory = scratch.directory("stopped")
    try CoarseRun.start(scenario, in: whole)
    try CoarseRun.start(scenario, in: directory, stopAfter: 5)
    let record = try #require(try CoarseRun.resume(directory).record)
    #expect(record.scenario.parameters.map(\.line) == [37])
    #expect(differences(try results(of: whole), try results(of: directory)) == [])
  }

  @Test func thereIsNothingToResumeInAnEmptyOrFinishedDirectory() throws {
    let scratch = try RunScratch()
    let missing = scratch.directory("missing")
    #expect(throws: RunError.nothingToResume(path: missing.path, isFinished: false)) {
      try CoarseRun.resume(missing)
    }
    #expect(!FileManager.default.fileExists(atPath: missing.path))
    let directory = scratch.directory("finished")
    try CoarseRun.start(CoarseScenario.rat(days: 1, visits: [1]), in: directory)
    #expect(throws: RunError.nothingToResume(path: directory.path, isFinished: true)) {
      try CoarseRun.resume(directory)
    }
  }
}
