import Foundation
import GRDB
import MyelonSimulation
import MyelonTestSupport
import Testing

@testable import MyelonStudies

@Suite struct StudyStoreTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  @Test("What is written is read back to the bit, over all kinds of numbers")
  func exactness() throws {
    let names = (0..<40).map { "p\($0)" }
    let whole = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    let parameters = names.map {
      StudyParameter(name: $0, unit: "", scale: .given, range: whole, usual: nil, meaning: "")
    }
    let outcomes = names.map { StudyOutcome(arm: "a", day: 0.1 + 0.2, name: $0, unit: "", meaning: "") }
    var generator = SeededGenerator(seed: 5)
    func anything() -> Double {
      let value = Double(bitPattern: generator.next())
      return value.isFinite ? value : Double(Int64(bitPattern: generator.next()))
    }
    let special = [
      0.0, 1, -1, 1e15, 9_007_199_254_740_992, 1e300, -1e-300, .leastNonzeroMagnitude,
      .greatestFiniteMagnitude, 0.1, 255,
      65_536, Double(Int64.max), Double(Int64.min), 0.1 + 0.2,
    ]
    let description = StudyDescription(
      name: "ü 'x'", scenario: "line\nline", identity: "i", seed: .max, parameters: parameters,
      outcomes: outcomes)
    let members = (0..<50).map { index in
      StudyMember(
        index: index, seed: generator.next(),
        values: names.indices.map { index == 0 && $0 < special.count ? special[$0] : anything() },
        weight: index == 3 ? nil : anything().magnitude)
    }
    let store = try StudyStore.create(at: folder.file("s.db"), description)
    try store.add(members)
    var numbers: [[Double?]] = []
    for member in members {
      numbers.append(names.indices.map { $0 % 7 == 3 ? nil : anything() })
      _ = try store.exchange(nil, next: member.index)
      let result = MemberResult(
        member: member, end: .outcomes(numbers[member.index]), seconds: anything().magnitude)
      _ = try store.exchange(result, next: nil)
    }
    try store.close()
    let again = try StudyStore.open(folder.file("s.db"), forWriting: false)
    #expect(again.description == description)
    for record in try again.records() {
      let member = members[record.member.index]
      #expect(record.member.seed == member.seed && record.member.weight == member.weight)
      #expect(record.member.values.map(\.bitPattern) == member.values.map(\.bitPattern))
      #expect(
        record.outcomes.map { $0?.bitPattern } == numbers[member.index].map { $0.map { ($0 + 0).bitPattern } }
      )
      #expect(record.status == .done && record.attempts == 1 && record.reason == nil)
    }
  }

  @Test("A study states its settings: log ahead, full synchronisation, keys between tables")
  func settings() throws {
    let store = try Arithmetic.store(folder.file("s.db"))
    let found = try store.read { db in
      try ["journal_mode", "synchronous", "foreign_keys", "busy_timeout", "application_id"].map {
        try String.fetchOne(db, sql: "PRAGMA \($0)") ?? ""
      }
    }
    #expect(found == ["wal", "2", "1", "10000", "\(0x4D59_4C4E)"])
  }

  @Test("Adding members again changes nothing; a number that is taken by another member is refused")
  func adding() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 5)
    try store.add(try Arithmetic.sampling.members(3..<9))
    #expect(try store.indices() == Array(0..<9))
    let other = StudyMember(index: 2, seed: 1, values: [0, 1])
    #expect(throws: StudyError.otherMember(path: store.path, member: 2)) {
      try store.add([StudyMember(index: 20, seed: 1, values: [0, 1]), other])
    }
    #expect(try store.record(20) == nil)
  }

  @Test("Weights are kept; a wrong one changes none")
  func weights() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 3)
    try store.setWeights([0: 0.25, 2: 0.75])
    #expect(try store.records().map(\.member.weight) == [0.25, nil, 0.75])
    #expect(throws: StudyError.unknownMember(path: store.path, member: 9)) {
      try store.setWeights([1: 1, 9: 1])
    }
    #expect(throws: StudyError.wrongValues(.wrongWeights(problem: "one is nan"))) {
      try store.setWeights([1: .nan])
    }
    #expect(try store.records().map(\.member.weight) == [0.25, nil, 0.75])
  }

  @Test("What happened is written down with version and machine")
  func provenance() throws {
    let store = try Arithmetic.finished(folder.file("s.db"), members: 2)
    let events = try store.events()
    #expect(events.map(\.event) == ["created", "run"])
    #expect(events.allSatisfy { $0.programVersion == ProgramVersion.current && !$0.host.isEmpty })
    #expect(events[1].detail == "2 members, 2 workers")
  }

  @Test("A study with tables of an earlier version is brought up to date, and only when it may be written")
  func migration() throws {
    let path = folder.file("old.db")
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(StudySchema.applicationID)")
    }
    try StudySchema.migrator.migrate(queue, upTo: "1: study, members, outcomes")
    try queue.write { try StudyStore.writeDescription($0, Arithmetic.description()) }
    try queue.close()
    #expect(throws: StudyError.readOnly(path: path)) { try StudyStore.open(path, forWriting: false) }
    let store = try StudyStore.open(path, forWriting: true)
    #expect(try store.mergedShards() == [])
    #expect(store.description == Arithmetic.description())
  }

  @Test("Two writers at once are refused, a reader is not, and the lock goes with the writer")
  func oneWriter() throws {
    let path = folder.file("s.db")
    var first: StudyStore? = try Arithmetic.store(path, members: 3)
    #expect(throws: StudyError.busy(path: path)) { try StudyStore.open(path, forWriting: true) }
    #expect(throws: StudyError.busy(path: path)) {
      try StudyStore.create(at: path, Arithmetic.description(), overwrite: true)
    }
    let reader = try StudyStore.open(path, forWriting: false)
    #expect(try reader.counts().queued == 3)
    try first?.note("still", "works")
    #expect(throws: StudyError.readOnly(path: path)) { try reader.note("no", "") }
    try reader.close()
    try first?.close()
    first = nil
    #expect(try folder.names() == ["s.db"])
    let second = try StudyStore.open(path, forWriting: true)
    #expect(try second.events().map(\.event) == ["created", "still"])
  }

  @Test("A study is not replaced unasked; asked, only if it is a study")
  func overwriting() throws {
    let path = folder.file("s.db")
    try Arithmetic.finished(path, members: 3).close()
    #expect(throws: StudyError.exists(path: path, isStudy: true)) {
      try StudyStore.create(at: path, Arithmetic.description())
    }
    let new = try StudyStore.create(at: path, Arithmetic.description("other"), overwrite: true)
    #expect(try new.counts().total == 0 && new.description == Arithmetic.description("other"))
    try new.close()
    try folder.write("my thesis", to: "thesis.txt")
    for overwrite in [false, true] {
      #expect(throws: StudyError.exists(path: folder.file("thesis.txt"), isStudy: false)) {
        try StudyStore.create(at: folder.file("thesis.txt"), Arithmetic.description(), overwrite: overwrite)
      }
    }
    #expect(try folder.text("thesis.txt") == "my thesis")
  }

  @Test("What a killed program left of a study that it was making is cleared away")
  func leftovers() throws {
    for name in ["s.db.partial-123", "s.db.partial-123-wal", "s.db.lock"] { try folder.write("x", to: name) }
    let store = try Arithmetic.store(folder.file("s.db"))
    #expect(try folder.names().filter { $0.contains("partial") } == [])
    try store.close()
  }

  @Test("Descriptions say in what they differ")
  func differences() throws {
    let own = Arithmetic.description()
    #expect(own.difference(to: own) == nil)
    #expect(own.difference(to: Arithmetic.description(seed: 1)) == "its seed is 42, not 1")
    let text = own.difference(to: Arithmetic.description("other"))
    #expect(text?.contains("it has 'plain', not 'other'") == true)
    let fewer = StudyDescription(
      name: "n", scenario: "", identity: own.identity, seed: 42,
      parameters: Array(Arithmetic.parameters.prefix(1)), outcomes: own.outcomes)
    #expect(own.difference(to: fewer) == "its parameters are others (only there: second)")
    let hashes = [own, fewer, Arithmetic.description("x"), Arithmetic.description(seed: 7)].map(
      \.identityHash)
    #expect(Set(hashes).count == 4)
  }

  @Test("A study that was closed can be written by another at once, while the first is still referred to")
  func closing() throws {
    let folder = try Folder()
    let first = try Arithmetic.store(folder.file("s.db"), members: 1)
    #expect(throws: StudyError.busy(path: folder.file("s.db"))) {
      try StudyStore.open(folder.file("s.db"), forWriting: true)
    }
    try first.close()
    let second = try StudyStore.open(folder.file("s.db"), forWriting: true)
    #expect(try second.counts().queued == 1)
    withExtendedLifetime(first) {}
  }
}
