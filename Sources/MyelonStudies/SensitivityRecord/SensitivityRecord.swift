import MyelonQuantities
import MyelonSimulation
import MyelonStatistics

/// A sensitivity study with everything that came of it: what `sensitivity.json` holds and pages show.
public struct SensitivityRecord: Sendable, Hashable, Codable {
  /// A row that failed.
  public struct Failure: Sendable, Hashable, Codable {
    /// Number of the row, which is that of the member.
    public let row: Int
    /// Number of the trajectory, star or point.
    public let unit: Int
    /// Why.
    public let reason: String
  }

  /// What the numbers are not.
  public let notice: String
  /// The scenario's name.
  public let name: String
  /// The scenario in canonical form.
  public let scenario: String
  /// Version of the program whose numbers these are.
  public let programVersion: String
  /// `StudyDescription.identityHash` of the study.
  public let identity: String
  /// Method and groups.
  public let scheme: SensitivityScheme
  /// The method in words.
  public let method: String
  /// Seed of the study.
  public let seed: UInt64
  /// Coverage of all intervals.
  public let confidence: Double
  /// Resamples behind each interval.
  public let replicates: Int
  /// What is varied.
  public let factors: [SensitivityFactor]
  /// Rows of the design.
  public let rows: Int
  /// Rows that failed.
  public let failedRows: Int
  /// The first rows that failed; never more than `failureLimit`.
  public let failures: [Failure]
  /// Processor time of all rows, s.
  public let processorSeconds: Double
  /// One finding for each outcome asked for.
  public let findings: [SensitivityFinding]

  /// Most failures that are told.
  public static let failureLimit = 20

  /// Computes the findings of a study.
  ///
  /// - Parameters:
  ///   - analysis: the study and how its indices are computed.
  ///   - outcomes: what is asked for.
  ///   - table: the model's parameters, for symbols and evidence.
  /// - Throws: what `SensitivityAnalysis.finding(_:)` throws.
  public init(_ analysis: SensitivityAnalysis, outcomes: [SensitivityOutcome], table: ParameterTable) throws {
    let (store, plan) = (analysis.study.store, analysis.study.plan)
    notice = ResearchNotice.file
    name = store.description.name
    scenario = store.description.scenario
    programVersion = store.description.programVersion
    identity = store.description.identityHash
    scheme = plan.scheme
    method = plan.scheme.method.sentence
    seed = plan.seed
    confidence = analysis.bootstrap.confidence
    replicates = analysis.bootstrap.replicates
    factors = SensitivityFactor.list(plan, table: table)
    rows = plan.count
    let failed = try store.indices(.failed).prefix { $0 < plan.count }
    failedRows = failed.count
    failures = try failed.prefix(Self.failureLimit).map { row in
      Failure(
        row: row, unit: row / plan.rowsPerUnit, reason: try store.record(row)?.reason ?? "no reason is stored"
      )
    }
    processorSeconds = try store.processorTime()
    findings = try outcomes.map { try analysis.finding($0) }
  }

  /// The factor of a row, nil for a name that none has.
  public func factor(_ name: String) -> SensitivityFactor? { factors.first { $0.name == name } }

  /// The most influential single parameters over all outcomes, as `--vary` takes them.
  ///
  /// - Parameter count: most of them for each outcome.
  /// - Returns: identifiers with the ranges they were varied in, joined by commas; groups are left out.
  public func leading(_ count: Int) -> String {
    var names: [String] = []
    for finding in findings {
      for row in finding.rows.prefix(count) where !row.isInert && !names.contains(row.factor) {
        names.append(row.factor)
      }
    }
    return names.compactMap { factor($0)?.parameter }.map { "\($0.id)=\($0.lowest)..\($0.highest)" }
      .joined(separator: ",")
  }
}
