import Foundation
import Synchronization
import Testing

@testable import MyelonStudies

@Suite struct EnsembleTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  struct Accident: Error, CustomStringConvertible {
    let description: String
  }

  @Test("The results are the same bits for any number of workers, any order and with or without a database")
  func determinism() throws {
    let members = try Arithmetic.sampling.members(0..<40)
    let reference = Dictionary(
      uniqueKeysWithValues: members.map { ($0, Arithmetic.values($0).map { $0.map { ($0 + 0).bitPattern } }) }
    )
    for workers in [1, 2, 7] {
      let store = try Arithmetic.store(folder.file("\(workers).db"), members: 40)
      // Odd members take longer, so that they end out of turn.
      let model = Arithmetic.model { if $0.index % 3 == 1 { usleep(3000) } }
      let ensemble = Ensemble(model, settings: try EnsembleSettings(workers: workers))
      let outcome = try ensemble.run(store)
      #expect(outcome.counts == MemberCounts(done: 40) && !outcome.wasStopped && outcome.ended == 40)
      #expect(try results(store) == reference)
      let shuffled = members.reversed().map { $0 }
      let inMemory = try ensemble.run(members: shuffled)
      #expect(inMemory.map(\.member) == shuffled)
      for result in inMemory {
        #expect(result.outcomes.map { $0.map { $0?.bitPattern } } == reference[result.member])
      }
    }
  }

  @Test("A study of more members begins with the same members")
  func extending() throws {
    let store = try Arithmetic.finished(folder.file("s.db"), members: 10)
    let first = try results(store)
    try store.add(try Arithmetic.sampling.members(0..<25))
    try Ensemble(Arithmetic.model(), settings: try EnsembleSettings(workers: 2)).run(store)
    let all = try results(store)
    #expect(all.count == 25 && first.allSatisfy { all[$0.key] == $0.value })
    let atOnce = try Arithmetic.finished(folder.file("t.db"), members: 25)
    #expect(try results(atOnce) == all)
  }

  @Test("Members that fail are tried as often as was said, recorded with the reason, and hold up nobody")
  func failures() throws {
    let tries = Mutex<[Int: Int]>([:])
    let model = Arithmetic.model { member in
      let count = tries.withLock { tries in
        tries[member.index, default: 0] += 1
        return tries[member.index] ?? 0
      }
      // Member 3 never succeeds, member 5 at its third try.
      if member.index == 3 || member.index == 5 && count < 3 {
        throw Accident(description: "accident \(count) of \(member.index)")
      }
    }
    let store = try Arithmetic.store(folder.file("s.db"), members: 12)
    let outcome = try Ensemble(model, settings: try EnsembleSettings(workers: 3, attempts: 4)).run(store)
    #expect(outcome.counts == MemberCounts(done: 11, failed: 1) && !outcome.wasStopped)
    let third = try #require(try store.record(3))
    #expect(third.status == .failed && third.attempts == 4 && third.reason == "accident 4 of 3")
    #expect(third.outcomes.isEmpty && third.ended != nil)
    let fifth = try #require(try store.record(5))
    #expect(fifth.status == .done && fifth.attempts == 3 && fifth.reason == nil)
    #expect(tries.withLock { $0 }.filter { $0.value > 1 } == [3: 4, 5: 3])
    // Given up is given up, until somebody asks.
    try Ensemble(Arithmetic.model(), settings: try EnsembleSettings(workers: 1)).run(store)
    #expect(try store.record(3)?.status == .failed)
    #expect(try store.requeueFailed() == 1)
    try Ensemble(Arithmetic.model(), settings: try EnsembleSettings(workers: 1)).run(store)
    #expect(try store.counts() == MemberCounts(done: 12))
  }

  /// A model whose errors are not worth another try.
  private struct Hopeless: MemberModel {
    let base = Arithmetic.model { _ in throw Accident(description: "always") }
    var name: String { base.name }
    var scenarioText: String { base.scenarioText }
    var identity: String { base.identity }
    var parameterNames: [String] { base.parameterNames }
    var outcomes: [StudyOutcome] { base.outcomes }
    func run(_ member: StudyMember) throws -> [Double?] { try base.run(member) }
    func isWorthRetrying(_ error: any Error) -> Bool { false }
  }

  @Test("An error that another try cannot mend is not tried again")
  func hopeless() throws {
    let results = try Ensemble(Hopeless(), settings: try EnsembleSettings(workers: 2, attempts: 9)).run(
      members: try Arithmetic.sampling.members(0..<3))
    #expect(results.map(\.reason) == ["always", "always", "always"])
    let store = try Arithmetic.store(folder.file("s.db"), members: 3)
    try Ensemble(Hopeless(), settings: try EnsembleSettings(workers: 2, attempts: 9)).run(store)
    #expect(try store.records(.failed).map(\.attempts) == [1, 1, 1])
  }

  @Test("A stop lets the members under way end, and continuing gives an unbroken run's bits")
  func stopping() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 30)
    let ended = Mutex(0)
    let slow = Arithmetic.model { _ in
      usleep(20_000)
      ended.withLock { $0 += 1 }
    }
    let ensemble = Ensemble(slow, settings: try EnsembleSettings(workers: 2))
    let outcome = try ensemble.run(store, shouldStop: { ended.withLock { $0 } >= 4 })
    #expect(outcome.wasStopped && outcome.counts.running == 0 && outcome.counts.failed == 0)
    #expect((4..<30).contains(outcome.counts.done) && outcome.ended == outcome.counts.done)
    let before = try results(store)
    try ensemble.run(store)
    let whole = try results(try Arithmetic.finished(folder.file("whole.db"), members: 30))
    #expect(try results(store) == whole)
    #expect(before.allSatisfy { whole[$0.key] == $0.value })
    #expect(try store.records().allSatisfy { $0.attempts == 1 && $0.interruptions == 0 })
  }

  @Test(
    "Members under way when a program was killed are run again, last, and given up after the stated number of kills"
  )
  func recovery() throws {
    let path = folder.file("s.db")
    for kill in 1...3 {
      let store =
        kill == 1 ? try Arithmetic.store(path, members: 6) : try StudyStore.open(path, forWriting: true)
      // As a run does before it is killed in member 2.
      try store.recover(limit: 3)
      if kill < 3 { _ = try store.exchange(nil, next: 2) }
      let expected = kill == 1 ? [0, 1, 2, 3, 4, 5] : [0, 1, 3, 4, 5, 2]
      #expect(kill < 3 ? try store.queuedIndices() == expected.filter { $0 != 2 } : true)
      if kill == 3 {
        #expect(try store.queuedIndices() == expected)
        #expect(try store.record(2)?.interruptions == 2)
        _ = try store.exchange(nil, next: 2)
      }
      try store.close()
    }
    let store = try StudyStore.open(path, forWriting: true)
    let outcome = try Ensemble(
      Arithmetic.model(), settings: try EnsembleSettings(workers: 1, interruptionLimit: 3)
    ).run(store)
    #expect(outcome.counts == MemberCounts(done: 5, failed: 1))
    #expect(try store.record(2)?.reason == "the program ended 3 times while this member was under way")
    #expect(try store.record(2)?.attempts == 3)
  }

  @Test("Results that cannot be stored end the run with an error and leave what was there")
  func wrongResults() throws {
    for (name, wrong) in [("short", [1.0] as [Double?]), ("nan", Array(repeating: .nan, count: 12))] {
      let model = ClosureModel(
        name: "arithmetic", scenarioText: "plain", parameterNames: Arithmetic.parameters.map(\.name),
        outcomes: Arithmetic.outcomes
      ) { $0.index == 4 ? wrong : Arithmetic.values($0) }
      let store = try Arithmetic.store(folder.file("\(name).db"), members: 9)
      let ensemble = Ensemble(model, settings: try EnsembleSettings(workers: 1))
      #expect {
        try ensemble.run(store)
      } throws: { error in
        guard case StudyError.wrongOutcomes(member: 4, _) = error else { return false }
        return true
      }
      #expect(try store.indices(.done) == [0, 1, 2, 3])
      try store.check()
      #expect(throws: StudyError.self) { try ensemble.run(members: try Arithmetic.sampling.members(3..<6)) }
    }
  }

  @Test("A study of another model is refused before anything is run")
  func otherModel() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 2)
    let ensemble = Ensemble(Arithmetic.model("other"), settings: try EnsembleSettings(workers: 1))
    #expect {
      try ensemble.run(store)
    } throws: { error in
      guard case StudyError.otherStudy(_, let difference) = error else { return false }
      return difference.contains("'other'")
    }
    #expect(try store.counts() == MemberCounts(queued: 2))
  }

  @Test("Progress only rises and ends with everything")
  func progress() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 15)
    var seen: [EnsembleProgress] = []
    let model = Arithmetic.model { _ in usleep(2000) }
    try Ensemble(model, settings: try EnsembleSettings(workers: 2)).run(store, progress: { seen.append($0) })
    #expect(seen.first?.done == 0 && seen.first?.secondsLeft == nil && seen.last?.fraction == 1)
    #expect(seen.last?.secondsLeft == 0)
    #expect(zip(seen, seen.dropFirst()).allSatisfy { $0.done <= $1.done })
    #expect(seen.allSatisfy { $0.total == 15 && $0.running <= 2 })
  }

  @Test("Parameter vectors from outside are run as they are, with seeds of their own or a shared one")
  func givenVectors() throws {
    let ensemble = Ensemble(Arithmetic.model(), settings: try EnsembleSettings(workers: 2))
    let vectors = [["first": 1.5, "second": 2], ["second": -7, "first": 0.25]]
    let own = try ensemble.run(parameters: vectors, seed: 9)
    #expect(own.map(\.member.values) == [[1.5, 2], [0.25, -7]])
    #expect(own.map { $0.outcomes?[0] } == [4.5, -5.75])
    #expect(Set(own.map(\.member.seed)).count == 2)
    let shared = try ensemble.run(parameters: vectors, seed: 9, seeding: .shared)
    #expect(shared.map(\.member.seed) == [9, 9])
    #expect(shared[0].outcomes?[1] == shared[1].outcomes?[1])
    // The same numbers of members, the same seeds, whatever else is run.
    let later = try ensemble.run(parameters: [vectors[1]], seed: 9, firstIndex: 1)
    #expect(later == [own[1]].map { MemberResult(member: $0.member, end: $0.end, seconds: later[0].seconds) })
  }

  @Test("A vector that no member can have is refused with its name")
  func wrongVectors() throws {
    let ensemble = Ensemble(Arithmetic.model(), settings: try EnsembleSettings(workers: 1))
    func fault(_ vectors: [[String: Double]], first: Int = 0) -> StudyError? {
      do throws(StudyError) {
        _ = try ensemble.run(parameters: vectors, seed: 1, firstIndex: first)
        return nil
      } catch { return error }
    }
    let good = ["first": 0.0, "second": 1]
    #expect(fault([good, ["first": 0]]) == .wrongValues(.missing(name: "second", member: 1)))
    #expect(
      fault([good.merging(["secnd": 1]) { $1 }]) == .wrongValues(.unknown(name: "secnd", nearest: "second")))
    for value in [Double.nan, .infinity] {
      guard case .wrongValues(.outOfRange(name: "first", _, _, _))? = fault([["first": value, "second": 1]])
      else {
        Issue.record("\(value) was taken")
        continue
      }
    }
    #expect(
      fault([good], first: Int(UInt32.max))
        == .wrongValues(.tooManyMembers(count: Int(UInt32.max) + 1, allowed: Int(UInt32.max))))
    #expect(throws: StudyError.wrongValues(.wrongWeights(problem: "1 weights for 2 members"))) {
      try StudyMember.members([good, good], names: ["first", "second"], seed: 1, weights: [1])
    }
  }

  @Test(
    "Settings outside their range are refused",
    arguments: [(0, 1, 1), (1025, 1, 1), (1, 0, 1), (1, 101, 1), (1, 1, 0)])
  func settings(workers: Int, attempts: Int, limit: Int) {
    #expect(throws: StudyError.self) {
      try EnsembleSettings(workers: workers, attempts: attempts, interruptionLimit: limit)
    }
  }
}
