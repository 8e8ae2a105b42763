import Foundation

/// Runs the members of a study over the cores of this machine.
///
/// Each worker thread takes the next member, runs it and writes what became of it and that the following one has begun
/// in one transaction, so that nothing is lost or doubled however the program ends. A member that throws goes to the end
/// of the queue until its tries are used up; then the reason is stored and the others go on. What a member yields
/// depends on its seed and values alone, so order and number of workers change no bit.
public struct Ensemble: Sendable {
  /// What members do.
  public let model: any MemberModel
  /// How they are run.
  public let settings: EnsembleSettings

  /// Joins a model and settings.
  ///
  /// - Parameters:
  ///   - model: what members do.
  ///   - settings: how they are run.
  public init(_ model: any MemberModel, settings: EnsembleSettings) {
    self.model = model
    self.settings = settings
  }

  /// Runs every member of a study that has not ended.
  ///
  /// - Parameters:
  ///   - store: the study, open for writing; its outcomes and parameters are the model's.
  ///   - progress: called on the calling thread, at the start, at the end, and some times a second in between.
  ///   - shouldStop: asked on the calling thread ten times a second; once true, no further member begins and the
  ///     call returns when those under way have ended.
  /// - Returns: how it ended.
  /// - Throws: `StudyError` when the study is another model's or cannot be written; what was written before is kept.
  @discardableResult
  public func run(
    _ store: StudyStore, progress: (EnsembleProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(StudyError) -> EnsembleOutcome {
    try requireModel(of: store)
    try store.recover(limit: settings.interruptionLimit)
    let before = try store.counts()
    let queue = try store.queuedIndices()
    let ledger = StoreLedger(store: store)
    let pool = WorkerPool(model: model, settings: settings, queue: queue, ledger: ledger)
    if !queue.isEmpty { try store.note("run", "\(queue.count) members, \(settings.workers) workers") }
    let start = Date()
    func report() {
      let tally = pool.tally
      progress(
        EnsembleProgress(
          total: before.total, done: before.done + tally.done, failed: before.failed + tally.failed,
          running: tally.running, endedHere: tally.done + tally.failed,
          elapsed: Date().timeIntervalSince(start)))
    }
    report()
    try pool.run(whileWaiting: report, shouldStop: shouldStop)
    report()
    let counts = try store.counts()
    let tally = pool.tally
    return EnsembleOutcome(
      counts: counts, wasStopped: counts.unfinished > 0, ended: tally.done + tally.failed,
      elapsed: Date().timeIntervalSince(start), processorTime: tally.seconds)
  }

  /// Runs members without a study database and returns what became of each, in their order.
  ///
  /// - Parameters:
  ///   - members: members with one value a parameter of the model; numbers are unique.
  ///   - progress: as for `run(_:progress:shouldStop:)`.
  ///   - shouldStop: as for `run(_:progress:shouldStop:)`; members that had not begun have no result then.
  /// - Returns: results in the order of `members`, without those that were not run.
  /// - Throws: `StudyError.wrongOutcomes` when the model gives something else than its outcomes.
  public func run(
    members: [StudyMember], progress: (EnsembleProgress) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws(StudyError) -> [MemberResult] {
    let ledger = MemoryLedger(members)
    let pool = WorkerPool(
      model: model, settings: settings, queue: Array(members.indices), ledger: ledger)
    let start = Date()
    func report() {
      let tally = pool.tally
      progress(
        EnsembleProgress(
          total: members.count, done: tally.done, failed: tally.failed, running: tally.running,
          endedHere: tally.done + tally.failed, elapsed: Date().timeIntervalSince(start)))
    }
    report()
    try pool.run(whileWaiting: report, shouldStop: shouldStop)
    report()
    return ledger.results
  }

  /// Runs members with the given parameter values, without a study database.
  ///
  /// Member i has number `firstIndex + i`; values that a vector leaves out are an error, because a study has one set of
  /// parameters.
  ///
  /// - Parameters:
  ///   - parameters: one dictionary a member, with every parameter of the model.
  ///   - seed: seed from which the members' seeds are drawn.
  ///   - seeding: whether members share their random streams.
  ///   - firstIndex: number of the first member.
  ///   - progress: as for `run(_:progress:shouldStop:)`.
  ///   - shouldStop: as for `run(_:progress:shouldStop:)`.
  /// - Returns: results in the order given.
  /// - Throws: `StudyError.wrongValues` for a vector that no member can have.
  public func run(
    parameters: [[String: Double]], seed: UInt64, seeding: MemberSeeding = .own, firstIndex: Int = 0,
    progress: (EnsembleProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(StudyError) -> [MemberResult] {
    let members = try StudyMember.members(
      parameters, names: model.parameterNames, seed: seed, seeding: seeding, firstIndex: firstIndex)
    return try run(members: members, progress: progress, shouldStop: shouldStop)
  }

  /// Makes sure that a study is one of this model.
  private func requireModel(of store: StudyStore) throws(StudyError) {
    let found = store.description
    let own = StudyDescription(
      name: found.name, scenario: found.scenario, identity: model.identity, seed: found.seed,
      parameters: found.parameters, outcomes: model.outcomes)
    if let difference = found.difference(to: own) {
      throw .otherStudy(path: store.path, difference: difference)
    }
    guard found.parameters.map(\.name) == model.parameterNames else {
      throw .otherStudy(path: store.path, difference: "its parameters are others")
    }
  }
}
