import MyelonFields
import MyelonRandom

extension MorrisDesign {
  /// The elementary effects of one output and their moments.
  ///
  /// - Parameters:
  ///   - outputs: one number a run, in the order of the rows.
  ///   - bootstrap: resampling of the blocks for the intervals.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the indices.
  /// - Throws: `StatisticsError` if an output is missing, not finite or all are the same.
  public func indices(from outputs: [Double], bootstrap: Bootstrap, executor: SlabExecutor)
    throws(StatisticsError)
    -> MorrisIndices
  {
    try check(outputs)
    return try indices(
      ofUnits: Array(0..<blocks), from: outputs, bootstrap: bootstrap, executor: executor)
  }

  /// The elementary effects of one output from some blocks alone, and their moments.
  ///
  /// - Parameters:
  ///   - units: numbers of the blocks, each once, at least two.
  ///   - outputs: one number a run, in the order of the rows; those of other blocks are not looked at.
  ///   - bootstrap: resampling of these blocks for the intervals.
  ///   - executor: threads to use; the result does not depend on them.
  /// - Returns: the indices.
  /// - Throws: `StatisticsError` if an output of these blocks is missing, not finite or all are the same.
  public func indices(
    ofUnits units: [Int], from outputs: [Double], bootstrap: Bootstrap, executor: SlabExecutor
  ) throws(StatisticsError) -> MorrisIndices {
    let kept = try self.outputs(ofUnits: units, in: outputs)
    let effects: [[Double]]
    switch placement {
    case .walks(let points):
      var part = DenseMatrix(rows: kept.count, columns: space.count)
      let size = runsPerUnit * space.count
      part.elements = units.flatMap { points.elements[$0 * size..<($0 + 1) * size] }
      effects = try Self.effects(points: part, outputs: kept, radial: false)
    case .stars(let sequence): effects = starEffects(sequence, units, kept)
    }
    return try Self.indices(of: effects, names: space.names, bootstrap: bootstrap, executor: executor)
  }

  /// Elementary effects from any runs in blocks of one more than the parameters, also from elsewhere.
  ///
  /// - Parameters:
  ///   - points: probabilities (unit cube) of each run, run after run.
  ///   - outputs: one number a run.
  ///   - radial: whether runs are compared with the first one of their block, else with the one before.
  /// - Returns: for each parameter one effect a block.
  /// - Throws: `StatisticsError` if the numbers do not make blocks or a run does not change exactly one parameter.
  public static func effects(points: DenseMatrix, outputs: [Double], radial: Bool) throws(StatisticsError)
    -> [[Double]]
  {
    let parameters = points.columns
    let size = parameters + 1
    try StatisticsError.requireLength(outputs.count, points.rows, "outputs")
    let blocks = points.rows / size
    try StatisticsError.requireLength(points.rows, blocks * size, "runs in whole blocks")
    var effects = [[Double]](repeating: [Double](repeating: .nan, count: blocks), count: parameters)
    for block in 0..<blocks {
      for run in 1..<size {
        let here = block * size + run
        let reference = radial ? block * size : here - 1
        let changed = (0..<parameters).filter { points[here, $0] != points[reference, $0] }
        guard changed.count == 1 else {
          throw .outOfRange(
            what: "Parameters changed in run \(here)", allowed: "exactly one", found: Double(changed.count))
        }
        let step = points[here, changed[0]] - points[reference, changed[0]]
        effects[changed[0]][block] = (outputs[here] - outputs[reference]) / step
      }
    }
    for (parameter, values) in effects.enumerated() {
      try StatisticsError.requireFinite(values, "Effects of parameter \(parameter) in each block")
    }
    return effects
  }

  /// Effects of blocks whose outputs stand one after the other.
  private func starEffects(_ sequence: SobolSequence, _ units: [Int], _ outputs: [Double]) -> [[Double]] {
    let parameters = space.count
    var effects = [[Double]](repeating: [], count: parameters)
    for (block, unit) in units.enumerated() {
      let pair = sequence.point(unit)
      let centre = outputs[block * (parameters + 1)]
      for parameter in 0..<parameters {
        let step = pair[parameters + parameter] - pair[parameter]
        let change = outputs[block * (parameters + 1) + parameter + 1] - centre
        // Two scrambled coordinates meet once in 2^32; such a run says nothing.
        effects[parameter].append(step == 0 ? 0 : change / step)
      }
    }
    return effects
  }

  private static func indices(
    of effects: [[Double]], names: [String], bootstrap: Bootstrap, executor: SlabExecutor
  )
    throws(StatisticsError) -> MorrisIndices
  {
    let blocks = effects.first?.count ?? 0
    let parameters = effects.count
    func means(_ counts: [Int]) -> [Double] {
      let plain = effects.map { values in zip(values, counts).reduce(0) { $0 + $1.0 * Double($1.1) } }
      let sizes = effects.map { values in zip(values, counts).reduce(0) { $0 + abs($1.0) * Double($1.1) } }
      return (plain + sizes).map { $0 / Double(blocks) }
    }
    let values = means([Int](repeating: 1, count: blocks))
    let replicates = bootstrap.replicates(
      units: blocks, values: values.count, executor: executor, { means($0) })
    var estimates: [Estimate] = []
    for (value, sample) in zip(values, replicates) {
      try estimates.append(bootstrap.estimate(value: value, replicates: sample, interval: .percentile))
    }
    return MorrisIndices(
      parameters: names, mean: Array(estimates[0..<parameters]), meanSize: Array(estimates[parameters...]),
      deviation: effects.map { Bootstrap.deviation($0) }, effects: effects)
  }
}
