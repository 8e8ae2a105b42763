import Foundation
import GRDB
import MyelonSimulation
import Testing

@testable import MyelonStudies

@Suite struct SlurmTests {
  let folder: Folder
  let slurm: FakeSlurm
  let work: SlurmFolder

  init() throws {
    folder = try Folder()
    slurm = try FakeSlurm(folder.file("bin"))
    work = SlurmFolder(folder.file("shared 100%'s"))
  }

  private func array(
    chunk: Int = 4, rounds: Int = 3, throttle: Int? = nil, partition: String? = nil, time: String? = nil,
    options: [String] = [], study: String = Arithmetic.description().identityHash
  ) throws -> SlurmArray {
    let settings = try SlurmSettings(
      folder: work.path, program: "/opt/my elon", chunk: chunk, rounds: rounds, throttle: throttle,
      partition: partition, time: time, options: options, pollInterval: 0.01, settlingTime: 0)
    let manifest = SlurmManifest(
      study: study, scenario: ParameterSamplingTests.human, scenarioPath: "h.yaml", anatomyDirectory: nil,
      life: LifeSettings(), attempts: 1)
    return SlurmArray(settings, manifest: manifest, queue: slurm.queue)
  }

  /// Does the work of a task, as a node would.
  private func node(_ round: Int, _ task: Int, model: any MemberModel = Arithmetic.model()) throws {
    _ = try SlurmTask(folder: work, round: round, task: task).run(
      settings: try EnsembleSettings(workers: 1, attempts: 1), progress: { _ in }, shouldStop: { false }
    ) { _ in model }
  }

  /// A cluster that does every task of each round except those named, then empties its queue.
  private func cluster(
    lost: Set<[Int]> = [], model: any MemberModel = Arithmetic.model()
  ) -> (EnsembleProgress) -> Void {
    var served: Set<Int> = []
    return { _ in
      guard let job = slurm.lastJob, served.insert(job).inserted else { return }
      let round = job - 100
      for task in 1...20 where FileManager.default.fileExists(atPath: work.members(task, round: round)) {
        if lost.contains([round, task]) {
          try? Data("start\nIllegal instruction\n".utf8).write(
            to: URL(fileURLWithPath: work.log(task, round: round)))
        } else {
          try? node(round, task, model: model)
        }
      }
      slurm.mark("gone-\(job)")
    }
  }

  @Test("Members are dealt to the tasks of one array, and their shards merge to an unbroken run's bits")
  func oneRound() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 18)
    let outcome = try array(
      chunk: 4, throttle: 3, partition: "short", time: "00:10:00", options: ["--account=a"]
    )
    .run(store, progress: cluster())
    #expect(outcome.counts == MemberCounts(done: 18) && !outcome.wasStopped && outcome.ended == 18)
    #expect(try results(store) == results(try Arithmetic.finished(folder.file("whole.db"), members: 18)))
    let arguments = try slurm.arguments(101)
    for option in [
      "--parsable", "--array=1-5%3", "--no-requeue", "--partition=short", "--time=00:10:00", "--account=a",
      "--cpus-per-task=1", "--output=\(work.path.replacing("%", with: "%%"))/round-1/log-%a.txt",
    ] { #expect(arguments.contains(option), "\(option) in \(arguments)") }
    #expect(slurm.lastJob == 101 && arguments.last == work.script(round: 1))
    let script = try String(contentsOf: URL(fileURLWithPath: work.script(round: 1)), encoding: .utf8)
    let line =
      "exec '/opt/my elon' ensemble-task '\(work.path.replacing("'", with: "'\\''"))' 1 \"$SLURM_ARRAY_TASK_ID\""
    #expect(script.contains(line))
    try store.check()
  }

  @Test("No array has more tasks than the cluster allows")
  func largestArray() throws {
    // The fake cluster's MaxArraySize is 12.
    let store = try Arithmetic.store(folder.file("s.db"), members: 30)
    try array(chunk: 1).run(store, progress: cluster())
    #expect(try slurm.arguments(101).contains("--array=1-10"))
    #expect(try store.counts() == MemberCounts(done: 30))
  }

  @Test("Tasks that give no result are submitted again as a new, finer array")
  func retries() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 16)
    // Tasks 1 and 3 of the first round: members 0-3 and 8-11; the third of the second: member 8.
    try array().run(store, progress: cluster(lost: [[1, 1], [1, 3], [2, 5]]))
    #expect(try store.counts() == MemberCounts(done: 16))
    #expect(try slurm.arguments(102).contains("--array=1-8") && slurm.lastJob == 103)
    #expect(try slurm.arguments(103).contains("--array=1-1"))
    #expect(try results(store) == results(try Arithmetic.finished(folder.file("whole.db"), members: 16)))
    let twice = try #require(try store.record(11))
    #expect(twice.interruptions == 1 && twice.attempts == 2)
    #expect(try store.record(5)?.interruptions == 0)
  }

  @Test("A member that brings its task down every time ends alone and is given up with the task's last words")
  func givingUp() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 8)
    let killer: ([Int]) -> Bool = { $0.contains(6) }
    var served: Set<Int> = []
    let outcome = try array(chunk: 4, rounds: 3).run(store) { _ in
      guard let job = slurm.lastJob, served.insert(job).inserted else { return }
      for task in 1...8 where FileManager.default.fileExists(atPath: work.members(task, round: job - 100)) {
        let part = try? StudyStore.open(work.members(task, round: job - 100), forWriting: false)
        if let members = try? part?.indices(), killer(members) {
          try? Data("Illegal instruction\n".utf8).write(
            to: URL(fileURLWithPath: work.log(task, round: job - 100)))
        } else {
          try? node(job - 100, task)
        }
      }
      slurm.mark("empty-\(job)")
    }
    #expect(outcome.counts == MemberCounts(done: 7, failed: 1))
    let lost = try #require(try store.record(6))
    #expect(lost.reason?.contains("gave no result; its last words: Illegal instruction (3 rounds)") == true)
    #expect(slurm.lastJob == 103)
  }

  @Test("Members that fail in a task are failed, not submitted again")
  func failing() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 6)
    let model = Arithmetic.model { if $0.index == 2 { throw EnsembleTests.Accident(description: "no") } }
    let outcome = try array().run(store, progress: cluster(model: model))
    #expect(outcome.counts == MemberCounts(done: 5, failed: 1))
    #expect(try store.record(2)?.reason == "no" && slurm.lastJob == 101)
  }

  @Test(
    "A stopped program leaves the array in the queue, and the next one takes it up and merges each result once"
  )
  func resuming() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 12)
    let stopped = try array().run(store, shouldStop: { slurm.lastJob != nil })
    #expect(stopped.wasStopped && stopped.counts.done == 0)
    for task in 1...3 { try node(1, task) }
    slurm.mark("gone-101")
    let outcome = try array().run(store)
    #expect(outcome.counts == MemberCounts(done: 12) && slurm.lastJob == 101)
    #expect(try store.mergedShards().count == 3)
    // Nothing is left to do.
    try array().run(store)
    #expect(slurm.lastJob == 101)
    #expect(try results(store) == results(try Arithmetic.finished(folder.file("whole.db"), members: 12)))
  }

  @Test("An array whose number was never written down is found by its name")
  func lostNumber() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 4)
    _ = try array().run(store, shouldStop: { slurm.lastJob != nil })
    try store.write { try $0.execute(sql: "UPDATE job_arrays SET job = NULL") }
    let outcome = try array().run(store, progress: cluster())
    #expect(outcome.counts == MemberCounts(done: 4) && slurm.lastJob == 101)
  }

  @Test(
    "Without Slurm, or with one that refuses or does not answer, the error says so and the study is as before"
  )
  func noSlurm() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 4)
    let none = SlurmArray(
      try array().settings, manifest: try array().manifest, queue: SlurmQueue(searchPath: [folder.path]))
    #expect(throws: SlurmError.missing(program: "sbatch")) { try none.run(store) }
    #expect(!FileManager.default.fileExists(atPath: work.path))
    slurm.mark("refuse")
    #expect {
      try array().run(store)
    } throws: { error in
      guard case SlurmError.refused(_, let message) = error else { return false }
      return message.contains("invalid partition")
    }
    #expect(try store.counts() == MemberCounts(queued: 4) && store.openArray() == nil)
    slurm.unmark("refuse")
    slurm.mark("silent")
    #expect {
      try array().run(store)
    } throws: { error in
      guard case SlurmError.silent(_, let message) = error else { return false }
      return message.contains("Unable to contact")
    }
    slurm.unmark("silent")
    #expect(try array().run(store, progress: cluster()).counts == MemberCounts(done: 4))
  }

  @Test("A shared folder of another study, and files that are not what they should be, are refused")
  func wrongFolder() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 4)
    #expect(throws: SlurmError.otherWork(path: work.path)) { try array(study: "0123").run(store) }
    try work.make(work.path)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: work.manifest))
    #expect(throws: SlurmError.wrongFile(path: work.manifest, problem: "it is no manifest of this version")) {
      try array().run(store)
    }
    try FileManager.default.removeItem(atPath: work.path)
    try folder.write("a file", to: "shared 100%'s")
    #expect {
      try array().run(store)
    } throws: { error in
      guard case SlurmError.folder = error else { return false }
      return true
    }
    #expect {
      try SlurmTask(folder: SlurmFolder(folder.file("none")), round: 1, task: 1).run()
    } throws: { error in
      guard case SlurmError.folder = error else { return false }
      return true
    }
  }

  @Test("A shard that is damaged on its way is an error, and nothing of it is taken")
  func damagedShard() throws {
    let store = try Arithmetic.store(folder.file("s.db"), members: 4)
    #expect {
      try array().run(store) { _ in
        guard slurm.lastJob != nil else { return }
        try? Data("half".utf8).write(to: URL(fileURLWithPath: work.shard(1, round: 1)))
      }
    } throws: { error in
      guard case StudyError.notAStudy = error else { return false }
      return true
    }
    #expect(try store.counts() == MemberCounts(queued: 4))
  }

  @Test("A task lives its members as this machine would")
  func lives() throws {
    var scenario = ParameterSamplingTests.human
    scenario.run.days = 1
    scenario.run.visits = [1]
    let varying = try ParameterSampling.parameters([VariedParameter("D_glutamate")], of: scenario, path: "h")
    let life = try MemberLife(scenario, path: "h", varying: varying)
    let description = StudyDescription(life, parameters: varying, seed: 3)
    let members = try ParameterSampling(varying, seed: 3).members(0..<2)
    let manifest = SlurmManifest(
      study: description.identityHash, scenario: scenario, scenarioPath: "h", anatomyDirectory: nil,
      life: LifeSettings(), attempts: 1)
    try work.begin(manifest)
    try work.make(work.round(1))
    let part = try StudyStore.create(at: work.members(1, round: 1), description)
    try part.add(members)
    try part.close()
    try SlurmTask(folder: work, round: 1, task: 1).run()
    let shard = try StudyStore.open(work.shard(1, round: 1), forWriting: false)
    for record in try shard.records() {
      #expect(try record.outcomes == life.run(record.member).map { $0.map { $0 + 0 } })
    }
  }

  @Test(
    "Settings outside their range are refused",
    arguments: [(0, 1, 1, 1), (1, 0, 1, 1), (1, 21, 1, 1), (1, 1, 0, 1), (1, 1, 1, 0)])
  func settings(chunk: Int, rounds: Int, processors: Int, throttle: Int) {
    #expect(throws: StudyError.self) {
      try SlurmSettings(
        folder: "f", program: "p", chunk: chunk, rounds: rounds, processors: processors, throttle: throttle)
    }
  }
}
