import Foundation
import MyelonStatistics

/// A study whose members are the rows of a design.
///
/// The database is one of `myelon ensemble`: it is run by `Ensemble` or by a job array, may be killed at any point and
/// continued to the same bits. The design is noted in the study's provenance, so that a study can be read without the
/// command that made it.
public struct SensitivityStudy: Sendable {
  /// The database.
  public let store: StudyStore
  /// Its rows.
  public let plan: SensitivityPlan

  /// Word under which the scheme stands in the provenance.
  static let event = "design"
  /// Rows that are written in one transaction; assumed because with some hundred parameters that is some megabytes.
  private static let rowsAtOnce = 1000

  private init(_ store: StudyStore, plan: SensitivityPlan) {
    self.store = store
    self.plan = plan
  }

  /// Makes a study with all its rows queued.
  ///
  /// - Parameters:
  ///   - path: where.
  ///   - description: what the study is, with the parameters that vary and the seed.
  ///   - scheme: method and groups.
  ///   - overwrite: whether a study of that name may be replaced.
  /// - Returns: the study, open for writing.
  /// - Throws: `SensitivityError` for a design that cannot be, before anything is made; `StudyError`.
  public static func create(
    at path: String, _ description: StudyDescription, scheme: SensitivityScheme, overwrite: Bool = false
  ) throws -> SensitivityStudy {
    let plan = try SensitivityPlan(description.parameters, scheme: scheme, seed: description.seed)
    let study = SensitivityStudy(
      try StudyStore.create(at: path, description, overwrite: overwrite), plan: plan)
    try study.note()
    try study.addRows()
    return study
  }

  /// Opens a study to be continued, and extends it when more is asked for than it has.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - description: what the study is to be.
  ///   - choice: what was asked for; what is left open is the study's own.
  /// - Returns: the study, open for writing.
  /// - Throws: `StudyError` when it is another study, `SensitivityError` when it has another design.
  public static func resume(
    at path: String, _ description: StudyDescription, choice: SensitivityChoice
  ) throws -> SensitivityStudy {
    let store = try StudyStore.open(path, forWriting: true)
    if let difference = store.description.difference(to: description) {
      throw StudyError.otherStudy(path: path, difference: difference)
    }
    let stored = try scheme(of: store)
    // Killed before it was noted what it is, it has no members either.
    if stored == nil, try store.counts().total > 0 { throw SensitivityError.noDesign(path: path) }
    let scheme = try choice.scheme(continuing: stored)
    if let difference = stored?.difference(to: scheme) {
      throw SensitivityError.otherDesign(path: path, difference: difference)
    }
    let plan = try SensitivityPlan(description.parameters, scheme: scheme, seed: description.seed)
    let study = SensitivityStudy(store, plan: plan)
    if scheme != stored { try study.note() }
    try study.addRows()
    return study
  }

  /// Opens a study to be read.
  ///
  /// - Parameter path: the file.
  /// - Returns: the study.
  /// - Throws: `StudyError`; `SensitivityError.noDesign` when it is an ensemble.
  public static func read(_ path: String) throws -> SensitivityStudy {
    let store = try StudyStore.open(path, forWriting: false)
    guard let scheme = try scheme(of: store) else { throw SensitivityError.noDesign(path: path) }
    let description = store.description
    return SensitivityStudy(
      store, plan: try SensitivityPlan(description.parameters, scheme: scheme, seed: description.seed))
  }

  // MARK: - The design in the database

  private static func scheme(of store: StudyStore) throws -> SensitivityScheme? {
    guard let note = try store.events().last(where: { $0.event == event }) else { return nil }
    do { return try JSONDecoder().decode(SensitivityScheme.self, from: Data(note.detail.utf8)) } catch {
      throw StudyError.damaged(path: store.path, problem: "the note of its design cannot be read")
    }
  }

  private func note() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try store.note(Self.event, String(decoding: try encoder.encode(plan.scheme), as: UTF8.self))
  }

  /// Makes sure that every row is there; a row with other values is an error.
  private func addRows() throws {
    for first in stride(from: 0, to: plan.count, by: Self.rowsAtOnce) {
      try store.add(plan.members(first..<min(first + Self.rowsAtOnce, plan.count)))
    }
  }
}
