import MyelonFields

/// Which runs a sensitivity analysis needs, and what their outputs say.
///
/// A design is a small value: it is stored with a study, the runs are done anywhere and in any order, and the indices
/// come from the outputs in the order of the rows. Any row can be computed alone.
public protocol SensitivityDesign: Sendable, Codable {
  /// What `indices(from:)` gives.
  associatedtype Indices: Sendable

  /// The parameters and their distributions.
  var space: ParameterSpace { get }

  /// Number of runs.
  var count: Int { get }

  /// Runs that stand or fall together: those of a block of elementary effects, or of a point of Sobol's samples.
  var runsPerUnit: Int { get }

  /// The probabilities of one run: a point of the unit cube.
  func point(_ row: Int) -> [Double]

  /// The indices of one output.
  ///
  /// - Parameters:
  ///   - outputs: one number a run, in the order of the rows.
  ///   - bootstrap: resampling for the intervals.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the indices.
  /// - Throws: `StatisticsError` if an output is missing, not finite or all are the same.
  func indices(from outputs: [Double], bootstrap: Bootstrap, executor: SlabExecutor) throws(StatisticsError)
    -> Indices

  /// The indices of one output from some units alone, such as those of which no run has failed, or the first half.
  ///
  /// - Parameters:
  ///   - units: numbers of the units, each once, at least two.
  ///   - outputs: one number a run, in the order of the rows; those of other units are not looked at.
  ///   - bootstrap: resampling of these units for the intervals.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the indices.
  /// - Throws: `StatisticsError` if an output of these units is missing, not finite or all are the same.
  func indices(ofUnits units: [Int], from outputs: [Double], bootstrap: Bootstrap, executor: SlabExecutor)
    throws(StatisticsError) -> Indices
}

extension SensitivityDesign {
  /// Number of units, each of `runsPerUnit` runs in a row.
  public var units: Int { count / runsPerUnit }

  /// The parameter values of one run.
  public func row(_ index: Int) -> [Double] {
    space.values(atProbabilities: point(index))
  }

  /// The parameter values of all runs, one run a row; large for many parameters.
  public func sample() -> DenseMatrix {
    var matrix = DenseMatrix(rows: count, columns: space.count)
    for index in 0..<count {
      for (column, value) in row(index).enumerated() { matrix[index, column] = value }
    }
    return matrix
  }

  /// The indices with 1000 replicates and intervals of 95 %, on one thread.
  public func indices(from outputs: [Double]) throws(StatisticsError) -> Indices {
    let bootstrap = try Bootstrap(replicates: 1000, confidence: 0.95, seed: 0)
    return try indices(from: outputs, bootstrap: bootstrap, executor: SlabExecutor(threads: 1))
  }

  /// Throws unless there is one finite output a run and they differ.
  func check(_ outputs: [Double]) throws(StatisticsError) {
    try StatisticsError.requireLength(outputs.count, count, "outputs")
    try StatisticsError.requireFinite(outputs, "Outputs")
    guard let first = outputs.first, outputs.contains(where: { $0 != first }) else {
      throw .noVariation(what: "Outputs")
    }
  }

  /// The outputs of some units, one after the other.
  ///
  /// - Throws: `StatisticsError` if there are fewer than two units, one is asked for twice or is not there, an output of
  ///   theirs is not finite or all are the same.
  func outputs(ofUnits units: [Int], in outputs: [Double]) throws(StatisticsError) -> [Double] {
    try StatisticsError.requireLength(outputs.count, count, "outputs")
    guard units.count >= 2 else { throw .tooFew(what: "units", required: 2, found: units.count) }
    try StatisticsError.requireLength(Set(units).count, units.count, "different units")
    var kept: [Double] = []
    kept.reserveCapacity(units.count * runsPerUnit)
    for unit in units {
      guard 0..<self.units ~= unit else {
        throw .outOfRange(what: "Units", allowed: "0 to \(self.units - 1)", found: Double(unit))
      }
      kept += outputs[unit * runsPerUnit..<(unit + 1) * runsPerUnit]
    }
    try StatisticsError.requireFinite(kept, "Outputs")
    guard let first = kept.first, kept.contains(where: { $0 != first }) else {
      throw .noVariation(what: "Outputs")
    }
    return kept
  }
}
