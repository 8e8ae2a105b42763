import Foundation
import MyelonStatistics

/// What a calibration found.
public struct CalibrationResult: Sendable {
  /// The posterior of one number.
  public struct Variable: Sendable, Hashable {
    /// What was moved.
    public let variable: ValidationVariable
    /// Median of the posterior.
    public let median: Double
    /// Central 90 % of the posterior.
    public let interval: ClosedRange<Double>

    /// Whether the median lies within a twentieth of an end of the plausible range.
    public var isAtEnd: Bool {
      let width = variable.range.upperBound - variable.range.lowerBound
      return median < variable.range.lowerBound + 0.05 * width
        || median > variable.range.upperBound - 0.05 * width
    }

    /// Share of the prior's deviation that the data have taken away, 0 to 1.
    public let reduction: Double
  }

  /// A datum before and after.
  public struct Datum: Sendable, Hashable {
    /// Study, arm and measure.
    public let name: String
    /// Published number and its standard error.
    public let published: Double
    /// Standard error of the published number.
    public let error: Double
    /// Simulated with the numbers in force.
    public let before: Double
    /// Simulated with the medians.
    public let after: Double
  }

  /// The numbers that were moved.
  public let variables: [Variable]
  /// The data.
  public let data: [Datum]

  /// Joins posterior and data.
  ///
  /// - Parameters:
  ///   - calibration: the calibration.
  ///   - inversion: its finished inversion.
  ///   - before: simulated data with the numbers in force.
  ///   - after: simulated data with the medians.
  /// - Throws: `InferenceError.notFinished`, `StatisticsError`.
  public init(
    _ calibration: Calibration, _ inversion: EnsembleKalmanInversion, before: [Double], after: [Double]
  ) throws {
    let posterior = try inversion.posterior()
    variables = try calibration.variables.enumerated().map { position, variable in
      let sample = try posterior.parameter(position)
      let width = variable.range.upperBound - variable.range.lowerBound
      let prior = width / 12.0.squareRoot()
      return Variable(
        variable: variable, median: sample.quantile(0.5), interval: sample.interval(0.9),
        reduction: prior > 0 ? min(1, max(0, 1 - sample.deviation / prior)) : 0)
    }
    let observation = inversion.observation
    data = observation.names.indices.map {
      Datum(
        name: observation.names[$0], published: observation.values[$0], error: observation.deviations[$0],
        before: before[$0], after: after[$0])
    }
  }

  /// Medians of the posterior, in the order of the variables.
  ///
  /// - Parameter inversion: a finished inversion.
  /// - Returns: one value a variable.
  /// - Throws: `InferenceError.notFinished`, `StatisticsError`.
  public static func medians(_ inversion: EnsembleKalmanInversion) throws -> [Double] {
    let posterior = try inversion.posterior()
    return try inversion.space.names.indices.map { try posterior.parameter($0).quantile(0.5) }
  }

  /// Root mean square distance of the data in published errors.
  ///
  /// - Parameter value: which simulated number.
  /// - Returns: the distance.
  public func misfit(_ value: KeyPath<Datum, Double>) -> Double {
    let squares = data.map { (($0[keyPath: value] - $0.published) / $0.error) }.map { $0 * $0 }
    return (squares.reduce(0, +) / Double(max(1, squares.count))).squareRoot()
  }

  /// Both tables as Markdown.
  public func markdown() -> String {
    let number = ValidationTable.number
    var lines = [
      "| number | in force | plausible | fitted median (90 %) | taken from the prior's spread | at an end of the range |",
      "|---|---:|---|---|---:|---|",
    ]
    lines += variables.map { found in
      let range = found.variable.range
      let cells = [
        "`\(found.variable.name)` \(found.variable.unit)", number(found.variable.usual),
        "\(number(range.lowerBound)) to \(number(range.upperBound))",
        "\(number(found.median)) (\(number(found.interval.lowerBound)) to \(number(found.interval.upperBound)))",
        String(format: "%.0f %%", 100 * found.reduction), found.isAtEnd ? "**yes**" : "no",
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    lines += ["", "| datum | published ± error | before | after |", "|---|---|---:|---:|"]
    lines += data.map {
      "| \($0.name) | \(number($0.published)) ± \(number($0.error)) | \(number($0.before)) | \(number($0.after)) |"
    }
    lines += [
      "",
      String(
        format: "Root mean square distance in published errors: %.2f before, %.2f after.", misfit(\.before),
        misfit(\.after)), "",
    ]
    return lines.joined(separator: "\n")
  }
}
