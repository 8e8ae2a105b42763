import Foundation
import MyelonQuantities
import MyelonStatistics

@testable import MyelonStudies

/// Functions with known indices as models of a study.
enum KnownFunctions {
  /// Parameters of the same range.
  static func parameters(_ count: Int, _ range: ClosedRange<Double>) -> [StudyParameter] {
    (1...count).map {
      StudyParameter(
        name: "x\($0)", unit: "mm", scale: .linear, range: range, usual: nil, meaning: "number \($0)")
    }
  }

  /// A model with one outcome, or with several of the names given.
  static func model(
    _ parameters: [StudyParameter], outcomes names: [String] = ["y"],
    _ body: @escaping @Sendable (StudyMember) throws -> [Double?]
  ) -> ClosureModel {
    ClosureModel(
      name: "known", parameterNames: parameters.map(\.name),
      outcomes: names.map {
        StudyOutcome(arm: "only", day: 1, name: $0, unit: "points", meaning: "a number")
      },
      body: body)
  }

  static let angles = parameters(3, -Double.pi...Double.pi)

  /// Ishigami & Homma 1990: sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 over [-π, π]³.
  static func ishigami(_ x: [Double]) -> Double {
    sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
  }

  /// First order and total of Ishigami's function in closed form.
  static let closedIshigami: (first: [Double], total: [Double]) = {
    let v1 = 0.5 * pow(1 + 0.1 * pow(Double.pi, 4) / 5, 2)
    let v2 = 49.0 / 8
    let v13 = 0.01 * pow(Double.pi, 8) * 8 / 225
    let v = v1 + v2 + v13
    return ([v1 / v, v2 / v, 0], [(v1 + v13) / v, v2 / v, v13 / v])
  }()

  static let constants = [0, 1, 4.5, 9, 99, 99, 99, 99]

  /// Sobol's g function, the product of (|4x - 2| + a) / (1 + a) over the unit cube.
  static func sobolG(_ x: [Double]) -> Double {
    zip(x, constants).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }

  /// First order and total of Sobol's g function in closed form.
  static let closedG: (first: [Double], total: [Double]) = {
    let parts = constants.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let variance = parts.reduce(1) { $0 * (1 + $1) } - 1
    return (
      parts.map { $0 / variance }, parts.map { $0 * (variance + 1) / (1 + $0) / variance }
    )
  }()

  /// A table without parameters: nothing is known of the numbers.
  static let noTable = ParameterTable([])
}

extension SensitivityStudy {
  /// Makes and runs a study of a model.
  static func finished(
    _ path: String, _ model: ClosureModel, _ parameters: [StudyParameter], _ scheme: SensitivityScheme,
    seed: UInt64 = 5, workers: Int = 2
  ) throws -> SensitivityStudy {
    let study = try create(
      at: path, StudyDescription(model, parameters: parameters, seed: seed), scheme: scheme)
    try Ensemble(model, settings: try EnsembleSettings(workers: workers, attempts: 1)).run(study.store)
    return study
  }

  /// The finding of the first outcome.
  func finding(replicates: Int = 200, threads: Int = 1) throws -> SensitivityFinding {
    let outcome = try SensitivityOutcome.usual(of: store.description.outcomes)[0]
    return try SensitivityAnalysis(self, threads: threads, replicates: replicates).finding(outcome)
  }

  /// Everything, without the time that it took.
  func record() throws -> SensitivityRecord {
    try SensitivityRecord(
      SensitivityAnalysis(self, replicates: 100),
      outcomes: SensitivityOutcome.usual(of: store.description.outcomes), table: KnownFunctions.noTable)
  }
}

extension SensitivityFinding {
  /// The row of a factor.
  func row(_ name: String) -> SensitivityRow? { rows.first { $0.factor == name } }
}
