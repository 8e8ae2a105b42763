/// How well a baseline and the model predict the same findings.
public struct BaselineScore: Sendable, Hashable {
  /// The baseline.
  public let baseline: Baseline
  /// Findings of which the baseline says something.
  public let findings: Int
  /// Signs that the baseline has right.
  public let baselineSigns: Int
  /// Signs that the model has right.
  public let modelSigns: Int
  /// Findings with a number in BBB points for which both give one.
  public let numbers: Int
  /// Mean absolute error of the baseline, points; nil without numbers.
  public let baselineError: Double?
  /// Mean absolute error of the model, points; nil without numbers.
  public let modelError: Double?

  /// Compares a baseline with the model.
  ///
  /// - Parameters:
  ///   - baseline: the baseline.
  ///   - results: findings; those that do not compare arms, or were not read, are left out.
  public init(_ baseline: Baseline, results: [ValidationResult]) {
    var (findings, own, model) = (0, 0, 0)
    var errors: [(baseline: Double, model: Double)] = []
    for result in results {
      guard let published = result.publishedSign, let simulated = result.sign,
        let prediction = baseline.prediction(result)
      else { continue }
      findings += 1
      if prediction.sign == published { own += 1 }
      if simulated == published { model += 1 }
      let isDifference = (result.row.comparedAs ?? .difference) == .difference
      if isDifference, let points = prediction.points, let value = result.row.value, let mean = result.mean {
        errors.append((abs(points - value), abs(mean - value)))
      }
    }
    self.baseline = baseline
    self.findings = findings
    baselineSigns = own
    modelSigns = model
    numbers = errors.count
    let count = Double(errors.count)
    baselineError = errors.isEmpty ? nil : errors.reduce(0) { $0 + $1.baseline } / count
    modelError = errors.isEmpty ? nil : errors.reduce(0) { $0 + $1.model } / count
  }

  /// Whether the model has more signs right, or as many with the smaller error.
  public var isBeaten: Bool {
    if modelSigns != baselineSigns { return modelSigns > baselineSigns }
    guard let own = baselineError, let model = modelError else { return false }
    return model < own
  }
}
