import MyelonSimulation
extension ValidationResult {
  /// The findings of a study, read off its animals.
  ///
  /// - Parameters:
  ///   - life: the experiment.
  ///   - animals: what each animal yielded, in the order of `life.outcomes`.
  /// - Returns: one result a row, in the order of the file.
  public static func results(_ life: ValidationLife, animals: [[Double?]]) -> [ValidationResult] {
    let places = Dictionary(uniqueKeysWithValues: life.requests.enumerated().map { ($1, $0) })
    func column(_ request: CourseRequest) -> [Double?] {
      guard let place = places[request] else { return animals.map { _ in nil } }
      return animals.map { $0[place] }
    }
    return life.study.rows.map { row in
      guard !row.isCorrelation else {
        let pairs = life.scenario.arms.flatMap { arm in
          zip(
            column(CourseRequest(row, arm: arm.name)),
            column(CourseRequest(row, arm: arm.name, measure: row.with)))
        }.compactMap { pair in pair.0.flatMap { x in pair.1.map { (x, $0) } } }
        let value = rSquared(pairs).map { [$0] } ?? []
        return ValidationResult(study: life.study, row: row, values: value, reference: nil, inputs: nil)
      }
      let own = row.arm.map { column(CourseRequest(row, arm: $0)) } ?? []
      guard let against = row.against, let arm = row.arm else {
        return ValidationResult(
          study: life.study, row: row, values: own.compactMap { $0 }, reference: nil, inputs: nil)
      }
      let pairs = zip(own, column(CourseRequest(row, arm: against)))
        .compactMap { pair in pair.0.flatMap { x in pair.1.map { (x, $0) } } }
      let reference = pairs.isEmpty ? nil : pairs.reduce(0) { $0 + $1.1 } / Double(pairs.count)
      return ValidationResult(
        study: life.study, row: row, values: compared(pairs, row),
        reference: reference,
        inputs: BaselineInput(row, arm: arm, against: against, life: life, column: column))
    }
  }

  /// Arm and reference of each animal, compared.
  private static func compared(
    _ pairs: [(Double, Double)], _ row: ValidationRow
  ) -> [Double] {
    switch row.comparedAs ?? .difference {
    case .difference: return pairs.map { $0.0 - $0.1 }
    case .ratio: return pairs.filter { $0.1 != 0 }.map { $0.0 / $0.1 }
    case .percentChange: return pairs.filter { $0.1 != 0 }.map { 100 * ($0.0 - $0.1) / $0.1 }
    case .standardised:
      // Simulated animals differ by their susceptibility alone and are read without a rater's error, so the deviation of
      // scores is that of published groups.
      let deviation = row.isLocomotion ? EffectThreshold.locomotionDeviation : pooledDeviation(pairs)
      return deviation > 0 ? pairs.map { ($0.0 - $0.1) / deviation } : []
    case .rSquared: return []
    }
  }

  /// Deviation between animals, pooled over the two arms.
  private static func pooledDeviation(_ pairs: [(Double, Double)]) -> Double {
    guard pairs.count > 1 else { return 0 }
    func squares(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(values.count)
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let total = squares(pairs.map(\.0)) + squares(pairs.map(\.1))
    return (total / Double(2 * pairs.count - 2)).squareRoot()
  }

  /// Square of the correlation; nil when one of the two does not vary.
  static func rSquared(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 2 else { return nil }
    let count = Double(pairs.count)
    let (x, y) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
    let cross = pairs.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
    let squares = (
      pairs.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) }, pairs.reduce(0) { $0 + ($1.1 - y) * ($1.1 - y) }
    )
    guard squares.0 > 0, squares.1 > 0 else { return nil }
    return cross * cross / (squares.0 * squares.1)
  }
}
