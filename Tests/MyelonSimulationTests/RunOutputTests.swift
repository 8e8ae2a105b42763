import Foundation
import ISNCSCI
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRecovery
import NIfTI
import Testing

@testable import MyelonSimulation

/// What a run writes is read back and compared with what it computed.
@Suite struct RunOutputTests {
  private let scratch: RunScratch
  private let directory: RunDirectory
  private let record: RunRecord

  init() throws {
    scratch = try RunScratch()
    directory = scratch.directory("run")
    record = try #require(try CoarseRun.start(CoarseScenario.human(), in: directory, threads: 2).record)
  }

  private func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: directory.file(name)))
  }

  /// The elements of an affine as a NIfTI file holds them, in single precision.
  private static func stored(_ affine: NIfTIAffine) -> [Float] { affine.rowMajor.map { Float($0) } }

  @Test func theRecordDecodesToAnEqualOne() throws {
    let found = try directory.readRecord()
    #expect(found.version == ProgramVersion.current)
    #expect(found.scenario == record.scenario)
    #expect(found.scenarioPath == "test.yaml")
    #expect(found.parameters == record.parameters)
    #expect(found.grid == record.grid)
    #expect(found.segments == record.segments && found.segments.contains { $0.name == "C5" })
    #expect(found.anatomySource == record.anatomySource)
    #expect(found.arms == record.arms)
    #expect(found.timings == record.timings)
    #expect(found.timings.values.allSatisfy { $0 >= 0 } && !found.timings.isEmpty)
    #expect(found.steps == record.steps && found.steps.count == 2)
    // To the bit: encoding again gives the same bytes.
    #expect(try SortedJSON.data(found) == data("run.json"))
  }

  @Test func theSeriesTableReadsBackToTheSameNumbers() throws {
    let rows = CSVTable.rows(String(decoding: try data("series.csv"), as: UTF8.self))
    let columns = record.arms[0].series.columns
    #expect(rows.first == ["arm"] + columns.map(\.name))
    let found = rows.dropFirst().map { row in (row[0], row.dropFirst().map { Double($0) }) }
    let expected = record.arms.flatMap { arm in arm.series.rows.map { (arm.name, $0) } }
    try #require(found.count == expected.count)
    for (one, other) in zip(found, expected) {
      #expect(one.0 == other.0)
      #expect(one.1 == other.1.map(Optional.some))
    }
    #expect(record.arms.allSatisfy { $0.series.columns == columns })
    let days = record.arms[0].series.values("day")
    #expect(days == (try plan()).sampleSeconds.map { Double($0) / 86_400 })
  }

  private func plan() throws -> RunPlan { try RunPlan(scenario: record.scenario, scenarioPath: "test.yaml") }

  @Test func everyColumnSaysWhatItIs() throws {
    let columns = record.arms[0].series.columns
    #expect(columns.first?.name == "day")
    #expect(Set(columns.map(\.name)).count == columns.count)
    for column in columns {
      #expect(!column.unit.isEmpty && column.meaning.count > 10, "\(column.name)")
      #expect(
        column.name.utf8.allSatisfy { $0 > 32 && $0 < 127 && !",\"".utf8.contains($0) }, "\(column.name)")
    }
  }

  @Test func theExaminationsReadBack() throws {
    struct File: Decodable {
      struct Arm: Decodable {
        let arm: String
        let visits: [VisitRecord]
      }
      let notice: String
      let scenario: String
      let arms: [Arm]
    }
    let file = try JSONDecoder().decode(File.self, from: data("exams.json"))
    #expect(file.notice.contains("predicts nobody's outcome"))
    #expect(file.scenario == record.scenario.name)
    #expect(file.arms.map(\.arm) == record.arms.map(\.name))
    #expect(file.arms.map(\.visits) == record.arms.map(\.visits))
    for arm in record.arms {
      #expect(arm.visits.map(\.day) == record.scenario.run.visits)
      for visit in arm.visits {
        let examination = try #require(visit.examination)
        #expect(visit.classification == examination.classified())
        #expect(visit.noiseFreeExamination != nil && visit.locomotion == nil)
      }
    }
  }

  /// Independence follows from the stored examination, and series and visits agree.
  @Test func independenceIsThatOfTheExaminationWithoutError() throws {
    let expectation = SCIMExpectation(record.parameters)
    let age = record.scenario.subject.age
    for arm in record.arms {
      let totals = try #require(arm.series.values("SCIM"))
      for visit in arm.visits {
        let examination = try #require(visit.noiseFreeExamination)
        let score = try #require(visit.independence)
        #expect(score == (try expectation.score(of: examination, age: age, days: visit.day)))
        let row = try #require(arm.series.values("day")?.firstIndex { abs($0 - visit.day) < 1e-6 })
        #expect(totals[row] == Double(score.total))
        #expect((visit.walkingProbability != nil) == (visit.day <= WalkingRule.lastDay))
      }
    }
  }

  /// Results of versions without SCIM are read as before.
  @Test func visitsWithoutIndependenceStillDecode() throws {
    let visit = try #require(record.arms.first?.visits.first)
    let data = try JSONEncoder().encode(visit)
    #expect(try JSONDecoder().decode(VisitRecord.self, from: data) == visit)
    var object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object.removeValue(forKey: "independence") != nil)
    object.removeValue(forKey: "walkingProbability")
    let old = try JSONDecoder().decode(
      VisitRecord.self, from: JSONSerialization.data(withJSONObject: object))
    #expect(
      old.independence == nil && old.walkingProbability == nil && old.classification == visit.classification)
  }

  @Test func volumesHoldTheStateInsideTheCordAndZeroOutside() throws {
    let plan = try plan()
    let executor = SlabExecutor(threads: 1)
    let cord = try plan.makeCord(executor: executor)
    for (index, arm) in record.arms.enumerated() {
      #expect(Set(arm.volumes.keys) == ["cavity", "axons", "oedema"])
      let model = try plan.makeModel(of: plan.scenario.arms[index], cord: cord, executor: executor)
      var states: [String: [[Float]]] = [:]
      for second in plan.sampleSeconds {
        model.advance(to: second)
        guard plan.scenario.run.visits.contains(Double(second) / 86_400) else { continue }
        for field in plan.fields { states[field.name, default: []].append(Array(model.state.values(field))) }
      }
      for (field, name) in arm.volumes {
        let volume = try NIfTIVolume(contentsOf: directory.file(name))
        #expect(volume.dimensions == [cord.grid.nx, cord.grid.ny, cord.grid.nz, 2])
        #expect(Self.stored(volume.affine) == Self.stored(CordModel.affine(of: cord.grid)))
        #expect(volume.affine.axisCodes == "LPI")
        #expect(volume.header.timeStep == 1 && volume.header.timeUnit == .unknown)
        let state = try #require(states[field]).flatMap { $0 }
        let inside = (0..<2).flatMap { _ in cord.cordFraction.map { $0 > 0 } }
        let expected = zip(state, inside).map { $1 ? $0 : 0 }
        #expect(volume.voxels == expected, "\(arm.name) \(field)")
      }
    }
  }

  @Test func theIntactCordIsWrittenOnTheSameGrid() throws {
    let cord = try plan().makeCord(executor: SlabExecutor(threads: 1))
    for (name, expected) in [
      ("anatomy", cord.labelVolume()), ("cord", cord.cordVolume()), ("grey", cord.greyVolume()),
    ] {
      let volume = try NIfTIVolume(contentsOf: directory.file("\(name).nii.gz"))
      #expect(
        volume.dimensions == expected.dimensions && Self.stored(volume.affine) == Self.stored(expected.affine)
      )
      #expect(volume.voxels == expected.voxels, "\(name)")
    }
    #expect(record.grid == cord.grid)
  }

  @Test func anArmWithOneVisitGivesAThreeDimensionalVolume() throws {
    let one = scratch.directory("one")
    let record = try #require(try CoarseRun.start(CoarseScenario.rat(days: 1, visits: [1]), in: one).record)
    let name = try #require(record.arms[0].volumes["tissue"])
    #expect(
      try NIfTIVolume(contentsOf: one.file(name)).dimensions == [
        record.grid.nx, record.grid.ny, record.grid.nz,
      ])
    #expect(record.arms[0].visits.map(\.day) == [1])
    #expect(record.arms[0].visits[0].locomotion != nil && record.arms[0].visits[0].examination == nil)
  }

  @Test func noFieldsMeansNoVolumesOfArms() throws {
    let bare = scratch.directory("bare")
    var scenario = CoarseScenario.rat(days: 1, visits: [1])
    scenario.outputs.fields = .none
    let record = try #require(try CoarseRun.start(scenario, in: bare).record)
    #expect(record.arms[0].volumes.isEmpty)
    let left = try FileManager.default.contentsOfDirectory(atPath: bare.file("untreated"))
    #expect(left.allSatisfy { !$0.hasSuffix(".nii.gz") })
    #expect(bare.holdsFinishedRun)
  }

  @Test func twoVisitsInOneSecondAreBothRecorded() throws {
    let close = scratch.directory("close")
    let scenario = CoarseScenario.rat(days: 1, visits: [0.5, 0.500001, 1])
    let record = try #require(try CoarseRun.start(scenario, in: close).record)
    #expect(record.arms[0].visits.map(\.day) == [0.5, 0.500001, 1])
    let name = try #require(record.arms[0].volumes["tissue"])
    #expect(try NIfTIVolume(contentsOf: close.file(name)).dimensions.last == 3)
  }

  @Test func twoRunsOfOneScenarioAreTheSameToTheByte() throws {
    let again = scratch.directory("again")
    try CoarseRun.start(CoarseScenario.human(), in: again, threads: 3)
    let found = try results(of: again)
    #expect(differences(try results(of: directory), found) == [])
    // No axon has sprouted on the first day: the list of weights is empty.
    #expect(found.count == 18)
    #expect(found.allSatisfy { !$0.value.isEmpty || $0.key.hasSuffix("axons-weights.txt") })
  }

  @Test func anotherSeedChangesTheExaminationsAndTheIndividual() throws {
    let other = scratch.directory("seed")
    var scenario = CoarseScenario.human()
    scenario.run.seed += 1
    try CoarseRun.start(scenario, in: other)
    let changed = differences(try results(of: directory), try results(of: other))
    #expect(changed.contains("exams.json") && changed.contains("series.csv"))
    #expect(!changed.contains("cord.nii.gz"))
  }
}
