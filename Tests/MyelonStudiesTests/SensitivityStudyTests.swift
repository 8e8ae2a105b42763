import Foundation
import MyelonFields
import MyelonStatistics
import Synchronization
import Testing

@testable import MyelonStudies

/// Rows, interruptions, extensions, failures.
@Suite struct SensitivityStudyTests {
  typealias Known = KnownFunctions
  let folder: Folder

  init() throws { folder = try Folder() }

  private struct Accident: Error, CustomStringConvertible { let description: String }

  private let model = Known.model(Known.angles) { [Known.ishigami($0.values)] }

  private static func trajectories(_ count: Int, levels: Int = 4, candidates: Int? = nil) -> SensitivityScheme
  {
    SensitivityScheme(
      method: .morris(blocks: count, kind: .trajectories(levels: levels, candidates: candidates ?? count)))
  }

  private static let stars = SensitivityScheme(method: .morris(blocks: 8, kind: .radial))

  private static func points(_ count: Int, pairs: Bool = false) -> SensitivityScheme {
    SensitivityScheme(method: .sobol(points: count, withSecondOrder: pairs))
  }

  private func description(seed: UInt64 = 5) -> StudyDescription {
    StudyDescription(model, parameters: Known.angles, seed: seed)
  }

  @Test("Rows share one seed, stay in their ranges and are those of the design")
  func rows() throws {
    for scheme in [Self.trajectories(5), Self.stars, Self.points(8, pairs: true)] {
      let plan = try SensitivityPlan(Known.angles, scheme: scheme, seed: 77)
      let members = plan.members(0..<plan.count)
      #expect(members.map(\.index) == Array(0..<plan.count))
      #expect(members.allSatisfy { $0.seed == 77 })
      for member in members {
        for (value, parameter) in zip(member.values, Known.angles) {
          #expect(parameter.range.contains(value))
        }
      }
      #expect(plan.members(3..<7) == Array(members[3..<7]))
    }
    // Within a trajectory each row changes one parameter.
    let plan = try SensitivityPlan(Known.angles, scheme: Self.trajectories(5), seed: 77)
    let members = plan.members(0..<plan.count)
    for row in members.indices where row % 4 > 0 {
      #expect(zip(members[row].values, members[row - 1].values).count { $0 != $1 } == 1)
    }
  }

  @Test(
    "A study that is stopped and continued, by another process or this one, gives an unbroken study's record")
  func interruption() throws {
    for (name, scheme) in [("t", Self.trajectories(8)), ("p", Self.points(8, pairs: true))] {
      let whole = try SensitivityStudy.finished(folder.file("\(name)-whole.db"), model, Known.angles, scheme)
      let path = folder.file("\(name).db")
      try SensitivityStudy.create(at: path, description(), scheme: scheme).store.close()
      for stop in [3, 9] { try runAndKill(path, scheme, after: stop) }
      let study = try SensitivityStudy.resume(at: path, description(), choice: SensitivityChoice())
      try Ensemble(model, settings: try EnsembleSettings(workers: 2)).run(study.store)
      #expect(try study.record().findings == whole.record().findings, "\(name)")
      #expect(try results(study.store) == results(whole.store), "\(name)")
      #expect(try SensitivityStudy.read(path).record().findings == whole.record().findings)
    }
  }

  /// Continues a study, stops it after some rows and leaves it as a killed program does: with a row under way.
  private func runAndKill(_ path: String, _ scheme: SensitivityScheme, after stop: Int) throws {
    let study = try SensitivityStudy.resume(at: path, description(), choice: SensitivityChoice())
    #expect(study.plan.scheme == scheme)
    let ended = Mutex(0)
    let slow = Known.model(Known.angles) { member in
      usleep(1500)
      ended.withLock { $0 += 1 }
      return [Known.ishigami(member.values)]
    }
    let outcome = try Ensemble(slow, settings: try EnsembleSettings(workers: 2)).run(
      study.store, shouldStop: { ended.withLock { $0 } >= stop })
    #expect(outcome.wasStopped)
    let next = try #require(try study.store.queuedIndices().first)
    _ = try study.store.exchange(nil, next: next)
    #expect(throws: SensitivityError.self) { try study.finding() }
    try study.store.close()
  }

  @Test("More trajectories or points extend a study to what would have come of them at once")
  func extending() throws {
    let cases: [(SensitivityScheme, SensitivityScheme, SensitivityChoice)] = [
      (Self.trajectories(4), Self.trajectories(10), SensitivityChoice(trajectories: 10)),
      (
        Self.stars, SensitivityScheme(method: .morris(blocks: 12, kind: .radial)),
        SensitivityChoice(trajectories: 12)
      ), (Self.points(16), Self.points(32), SensitivityChoice(points: 32)),
    ]
    for (number, (small, large, choice)) in cases.enumerated() {
      let path = folder.file("\(number).db")
      let first = try SensitivityStudy.finished(path, model, Known.angles, small)
      let before = try results(first.store)
      try first.store.close()
      let study = try SensitivityStudy.resume(at: path, description(), choice: choice)
      #expect(study.plan.scheme == large)
      #expect(throws: SensitivityError.self) { try study.finding() }
      try Ensemble(model, settings: try EnsembleSettings(workers: 2)).run(study.store)
      let whole = try SensitivityStudy.finished(folder.file("\(number)-whole.db"), model, Known.angles, large)
      #expect(try study.record().findings == whole.record().findings)
      #expect(try results(study.store).filter { before[$0.key] != nil } == before)
    }
  }

  @Test("A study is not continued with another design, nor an ensemble with any")
  func otherDesigns() throws {
    try SensitivityStudy.finished(folder.file("t.db"), model, Known.angles, Self.trajectories(4)).store
      .close()
    try SensitivityStudy.finished(
      folder.file("c.db"), model, Known.angles, Self.trajectories(4, candidates: 30)
    ).store.close()
    try SensitivityStudy.finished(folder.file("p.db"), model, Known.angles, Self.points(16)).store.close()
    let cases: [(String, SensitivityChoice, String)] = [
      ("t", .init(trajectories: 3), "it has 4 trajectories, more than 3"),
      ("t", .init(levels: 6), "4 levels, not 6"), ("t", .init(isRadial: true), "trajectories, not stars"),
      ("t", .init(method: .sobol), "its method is morris, not sobol"),
      ("t", .init(candidates: 30), "were chosen among 4"),
      ("c", .init(trajectories: 8), "were chosen among 30"),
      ("p", .init(method: .morris), "its method is sobol"),
      ("p", .init(withSecondOrder: true), "without second order"),
      ("p", .init(groups: [SensitivityGroup("g", parameters: ["x1", "x2"])]), "groups"),
      ("p", .init(points: 8), "it has 16 points"),
    ]
    for (name, choice, part) in cases {
      let found = #expect(throws: SensitivityError.self) {
        try SensitivityStudy.resume(at: folder.file("\(name).db"), description(), choice: choice)
      }
      #expect("\(found as Any)".contains(part), "\(found as Any)")
    }
    #expect(throws: StudyError.self) {
      try SensitivityStudy.resume(at: folder.file("t.db"), description(seed: 6), choice: .init())
    }
    try StudyStore.create(at: folder.file("e.db"), description()).add([
      StudyMember(index: 0, seed: 5, values: [0, 0, 0])
    ])
    #expect(throws: SensitivityError.noDesign(path: folder.file("e.db"))) {
      try SensitivityStudy.resume(at: folder.file("e.db"), description(), choice: .init())
    }
    #expect(throws: SensitivityError.noDesign(path: folder.file("e.db"))) {
      try SensitivityStudy.read(folder.file("e.db"))
    }
  }

  @Test("A study killed before its rows were written gets them when it is continued")
  func killedWhileMade() throws {
    let path = folder.file("s.db")
    try StudyStore.create(at: path, description()).close()
    let study = try SensitivityStudy.resume(at: path, description(), choice: .init(trajectories: 3))
    #expect(try study.store.counts() == MemberCounts(queued: 12))
    try study.store.close()
    #expect(try SensitivityStudy.read(path).plan.scheme == Self.trajectories(3))
  }

  @Test(
    "A unit with a failed row is left out as a whole and counted, and the others give what they give alone")
  func failures() throws {
    // Rows 6 (second trajectory) and 13, 15 (fourth) fail; row 20 (sixth) has no number.
    let broken = Known.model(Known.angles) { member in
      if [6, 13, 15].contains(member.index) { throw Accident(description: "row \(member.index) broke") }
      return [member.index == 20 ? nil : Known.ishigami(member.values)]
    }
    let study = try SensitivityStudy.finished(
      folder.file("s.db"), broken, Known.angles, Self.trajectories(12))
    let record = try study.record()
    let finding = record.findings[0]
    #expect(record.failedRows == 3 && record.failures.map(\.row) == [6, 13, 15])
    #expect(record.failures.map(\.unit) == [1, 3, 3] && record.failures[0].reason == "row 6 broke")
    #expect(finding.planned == 12 && finding.failed == 2 && finding.undetermined == 1 && finding.used == 9)
    #expect(finding.steps.map(\.planned) == [3, 6, 12] && finding.steps.map(\.used) == [2, 3, 9])
    guard case .morris(let design) = study.plan.design else { return }
    let outputs = (0..<48).map { Known.ishigami(design.row($0)) }
    let alone = try design.indices(
      ofUnits: [0, 2, 4, 6, 7, 8, 9, 10, 11], from: outputs,
      bootstrap: try Bootstrap(replicates: 100, seed: 5),
      executor: SlabExecutor(threads: 1))
    for (index, name) in alone.parameters.enumerated() {
      #expect(finding.row(name)?.importance == alone.meanSize[index])
      #expect(finding.row(name)?.deviation == alone.deviation[index])
    }
    // Tried again without the fault, nothing is left out.
    #expect(try study.store.requeueFailed() == 3)
    try Ensemble(model, settings: try EnsembleSettings(workers: 1)).run(study.store)
    #expect(try study.finding().failed == 0)
  }

  @Test("A Sobol point with a failed row is left out with all its rows")
  func failedPoints() throws {
    let broken = Known.model(Known.angles) { member in
      if member.index == 7 || member.index == 9 { throw Accident(description: "broke") }
      return [Known.ishigami(member.values)]
    }
    let study = try SensitivityStudy.finished(folder.file("s.db"), broken, Known.angles, Self.points(64))
    let finding = try study.finding()
    #expect(finding.failed == 1 && finding.used == 63 && finding.steps.last?.rows == 63 * 5)
    for (index, total) in Known.closedIshigami.total.enumerated() {
      let row = try #require(finding.row("x\(index + 1)"))
      #expect(abs(row.importance.value - total) < 4 * row.importance.standardError)
    }
  }

  @Test("When nearly everything fails the error names the first reason")
  func tooFew() throws {
    let broken = Known.model(Known.angles) { member in
      if member.index > 5 { throw Accident(description: "too hot") }
      return [Known.ishigami(member.values)]
    }
    let study = try SensitivityStudy.finished(folder.file("s.db"), broken, Known.angles, Self.trajectories(4))
    #expect(
      throws: SensitivityError.tooFewUnits(
        outcome: "y@1", units: "trajectories", kept: 1, planned: 4, reason: "too hot")
    ) { try study.finding() }
  }

  @Test("Sizes, groups and ranges that cannot be are refused before anything is made")
  func wrongPlans() throws {
    func text(_ scheme: SensitivityScheme, _ parameters: [StudyParameter] = Known.angles) -> String {
      do {
        let path = folder.file("never.db")
        _ = try SensitivityStudy.create(
          at: path, StudyDescription(model, parameters: parameters, seed: 1), scheme: scheme)
        return "taken"
      } catch { return "\(error)" }
    }
    func sobol(_ groups: [SensitivityGroup]) -> SensitivityScheme {
      SensitivityScheme(method: .sobol(points: 8, withSecondOrder: false), groups: groups)
    }
    let given = StudyParameter(name: "g", unit: "", scale: .given, range: 0...1, usual: nil, meaning: "given")
    let cases = [
      (text(Self.trajectories(1)), "trajectories"), (text(Self.trajectories(4, levels: 3)), "even"),
      (text(Self.trajectories(4, candidates: 3)), "candidates"), (text(Self.points(100)), "power of two"),
      (text(Self.points(4)), "points"), (text(Self.points(1 << 20)), "at most"),
      (text(Self.trajectories(4), [given]), "'g'"), (text(Self.trajectories(4), []), "parameters"),
      (text(sobol([.init("g", parameters: ["x11"])])), "did you mean 'x1'"),
      (text(sobol([.init("g", parameters: ["y*"])])), "'y*'"),
      (text(sobol([.init("x1", parameters: ["x2"])])), "'x1'"),
      (text(sobol([.init("g", parameters: ["x2"]), .init("h", parameters: ["x*"])])), "'x2'"),
    ]
    for (found, part) in cases { #expect(found.contains(part), "\(found)") }
    #expect(try folder.names().isEmpty)
  }

  @Test("Settings of the other method are refused by name")
  func wrongChoices() throws {
    let cases: [(SensitivityChoice, String)] = [
      (.init(points: 8), "points"), (.init(withSecondOrder: true), "Second order"),
      (.init(method: .sobol, trajectories: 4), "trajectories"),
      (.init(method: .sobol, isRadial: true), "radial"),
      (.init(method: .sobol, levels: 4), "levels"), (.init(levels: 4, isRadial: true), "levels"),
      (.init(groups: [.init("g", parameters: ["x1"])]), "group"),
    ]
    for (choice, part) in cases {
      let found = #expect(throws: SensitivityError.self) { try choice.scheme() }
      #expect("\(found as Any)".contains(part))
    }
    #expect(
      try SensitivityChoice().scheme().method
        == .morris(blocks: 10, kind: .trajectories(levels: 4, candidates: 10)))
    #expect(
      try SensitivityChoice(method: .sobol).scheme().method == .sobol(points: 256, withSecondOrder: false))
  }
}
