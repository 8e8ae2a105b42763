import Foundation
import Testing

@testable import MyelonStudies

@Suite struct MergingTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A shard of some members, run.
  private func shard(_ name: String, _ members: Range<Int>, failing: Int? = nil) throws -> StudyStore {
    let store = try StudyStore.create(at: folder.file(name), Arithmetic.description())
    try store.add(try Arithmetic.sampling.members(members))
    let model = Arithmetic.model { member in
      if member.index == failing { throw EnsembleTests.Accident(description: "broken") }
    }
    try Ensemble(model, settings: try EnsembleSettings(workers: 2, attempts: 1)).run(store)
    return store
  }

  @Test("Shards merge to an unbroken run's bits, in any order and however often")
  func merging() throws {
    let whole = try results(try Arithmetic.finished(folder.file("whole.db"), members: 12))
    let shards = try [0..<5, 5..<9, 3..<12].enumerated().map { try shard("\($0).db", $1) }
    for (number, order) in [[0, 1, 2], [2, 0, 1, 2, 2], [1, 1, 0, 2, 0]].enumerated() {
      let store = try Arithmetic.store(folder.file("merged-\(number).db"), members: 12)
      var added = 0
      for position in order { added += try store.merge(shards[position], name: "\(position)") }
      #expect(added == 12)
      #expect(try results(store) == whole)
      #expect(try store.counts() == MemberCounts(done: 12))
      #expect(try store.mergedShards() == ["0", "1", "2"])
      try store.check()
    }
  }

  @Test("A member that failed in one shard and was lived in another is lived, whichever comes first")
  func failures() throws {
    let bad = try shard("bad.db", 0..<4, failing: 2)
    let good = try shard("good.db", 2..<4)
    for (number, order) in [[bad, good], [good, bad]].enumerated() {
      let store = try Arithmetic.store(folder.file("m-\(number).db"), members: 4)
      for (position, shard) in order.enumerated() { try store.merge(shard, name: "\(position)") }
      #expect(try store.counts() == MemberCounts(done: 4))
      try store.check()
    }
    let store = try Arithmetic.store(folder.file("only.db"), members: 4)
    try store.merge(bad, name: "bad")
    #expect(try store.record(2)?.reason == "broken" && store.record(2)?.status == .failed)
  }

  @Test("What is unfinished in a shard stays as it is")
  func unfinished() throws {
    let part = try StudyStore.create(at: folder.file("part.db"), Arithmetic.description())
    try part.add(try Arithmetic.sampling.members(0..<3))
    _ = try part.exchange(nil, next: 1)
    let store = try Arithmetic.store(folder.file("s.db"), members: 3)
    #expect(try store.merge(part, name: "part") == 0)
    #expect(try store.counts() == MemberCounts(queued: 3))
  }

  @Test(
    "Other numbers for the same member, other members and other studies are refused, and nothing is taken")
  func conflicts() throws {
    let store = try Arithmetic.finished(folder.file("s.db"), members: 4)
    let liar = ClosureModel(
      name: "arithmetic", scenarioText: "plain", parameterNames: Arithmetic.parameters.map(\.name),
      outcomes: Arithmetic.outcomes
    ) { Arithmetic.values($0).map { $0.map { $0.nextUp } } }
    let other = try Arithmetic.store(folder.file("liar.db"), members: 4)
    try Ensemble(liar, settings: try EnsembleSettings(workers: 1)).run(other)
    #expect(throws: StudyError.conflictingResults(path: other.path, member: 0)) {
      try store.merge(other, name: "liar")
    }
    let more = try Arithmetic.finished(folder.file("more.db"), members: 6)
    #expect(throws: StudyError.unknownMember(path: store.path, member: 4)) {
      try store.merge(more, name: "more")
    }
    let seeds = try StudyStore.create(at: folder.file("seeds.db"), Arithmetic.description())
    try seeds.add([StudyMember(index: 0, seed: 1, values: [0, 1])])
    try Ensemble(Arithmetic.model(), settings: try EnsembleSettings(workers: 1)).run(seeds)
    #expect(throws: StudyError.otherMember(path: store.path, member: 0)) { try store.merge(seeds, name: "s") }
    let foreign = try StudyStore.create(at: folder.file("foreign.db"), Arithmetic.description(seed: 1))
    #expect {
      try store.merge(foreign, name: "foreign")
    } throws: { error in
      guard case StudyError.otherStudy = error else { return false }
      return true
    }
    #expect(try store.mergedShards() == [])
    try store.check()
  }
}
