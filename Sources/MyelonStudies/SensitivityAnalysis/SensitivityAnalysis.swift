import MyelonFields
import MyelonStatistics

/// Computes the indices of a study's outcomes.
///
/// A trajectory, star or point in which a row failed, or has no number for the outcome, is left out as a whole, because its
/// effects or products would lack a part; how many were is told with every outcome.
public struct SensitivityAnalysis: Sendable {
  /// The study.
  public let study: SensitivityStudy
  /// Resampling for the intervals.
  public let bootstrap: Bootstrap
  private let executor: SlabExecutor
  private let failed: Set<Int>
  private let unfinished: Int

  /// Resamples when nothing is said; percentiles of 95 % then rest on 25 replicates at each end.
  public static let standardReplicates = 1000

  /// Reads how the rows of a study have ended.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - threads: threads to use; no number depends on them.
  ///   - replicates: resamples for the intervals.
  ///   - confidence: coverage of the intervals.
  /// - Throws: `SensitivityError.unfinished` when rows are left to be run; `StudyError`.
  public init(
    _ study: SensitivityStudy, threads: Int = 1, replicates: Int = Self.standardReplicates,
    confidence: Double = 0.95
  ) throws {
    self.study = study
    executor = SlabExecutor(threads: threads)
    do throws(StatisticsError) {
      bootstrap = try Bootstrap(replicates: replicates, confidence: confidence, seed: study.plan.seed)
    } catch { throw SensitivityError.statistics(error) }
    let rows = study.plan.count
    failed = Set(try study.store.indices(.failed).prefix { $0 < rows })
    let done = try study.store.indices(.done).prefix { $0 < rows }.count
    unfinished = rows - done - failed.count
    guard unfinished == 0 else {
      throw SensitivityError.unfinished(path: study.store.path, left: unfinished, total: rows)
    }
  }

  /// What the study says of an outcome.
  ///
  /// - Parameter outcome: one of the study's outcomes, or a difference.
  /// - Returns: indices, convergence and verdict.
  /// - Throws: `SensitivityError.tooFewUnits` when failures leave fewer than two units; `StudyError`.
  public func finding(_ outcome: SensitivityOutcome) throws -> SensitivityFinding {
    let outputs = try self.outputs(outcome)
    let size = study.plan.rowsPerUnit
    let planned = study.plan.count / size
    var kept: [Int] = []
    var failures = 0
    for unit in 0..<planned {
      let rows = unit * size..<(unit + 1) * size
      if rows.contains(where: failed.contains) {
        failures += 1
      } else if rows.allSatisfy({ outputs[$0].isFinite }) {
        kept.append(unit)
      }
    }
    guard kept.count >= 2 else {
      let reason = try failed.min().flatMap { try study.store.record($0)?.reason }
      throw SensitivityError.tooFewUnits(
        outcome: outcome.text, units: study.plan.scheme.method.unitWord, kept: kept.count, planned: planned,
        reason: reason)
    }
    let used = kept.flatMap { outputs[$0 * size..<($0 + 1) * size] }
    let found = try indices(outputs, kept, planned)
    return SensitivityFinding(
      outcome: outcome, rows: found.rows, pairs: found.pairs, steps: found.steps,
      verdict: SensitivityVerdict(found.steps, units: study.plan.scheme.method.unitWord), planned: planned,
      failed: failures, undetermined: planned - failures - kept.count,
      mean: used.reduce(0, +) / Double(used.count), lowest: used.min() ?? 0, highest: used.max() ?? 0)
  }

  /// One number a row, not a number where there is none.
  func outputs(_ outcome: SensitivityOutcome) throws -> [Double] {
    var columns: [Int: [Int: Double]] = [:]
    for place in outcome.places { columns[place] = try study.store.values(ofOutcome: place) }
    return (0..<study.plan.count).map { row in outcome.value { columns[$0]?[row] } ?? .nan }
  }

  private typealias Indices = (
    rows: [SensitivityRow], pairs: [SensitivityFinding.Pair], steps: [SensitivityStep]
  )

  /// Indices from a quarter, a half and all of the units; nothing when all outputs are the same.
  private func indices(_ outputs: [Double], _ kept: [Int], _ planned: Int) throws -> Indices {
    var result: Indices = ([], [], [])
    for part in [4, 2, 1] {
      let limit = planned / part
      let units = kept.filter { $0 < limit }
      guard units.count >= 2 else { continue }
      do throws(StatisticsError) {
        let importance: [Estimate]
        switch study.plan.design {
        case .morris(let design):
          let found = try design.indices(
            ofUnits: units, from: outputs, bootstrap: bootstrap, executor: executor)
          importance = found.meanSize
          if part == 1 { result.rows = rows(found) }
        case .sobol(let design):
          let found = try design.indices(
            ofUnits: units, from: outputs, bootstrap: bootstrap, executor: executor)
          importance = found.total
          if part == 1 { (result.rows, result.pairs) = (rows(found), pairs(found)) }
        }
        result.steps.append(
          SensitivityStep(
            planned: limit, used: units.count, rows: units.count * study.plan.rowsPerUnit,
            importance: importance))
      } catch {
        guard case .noVariation = error else { throw SensitivityError.statistics(error) }
      }
    }
    return result
  }
}
