import MyelonQuantities
import MyelonStatistics

/// A continuous outcome at several visits, compared by a mixed model for repeated measures.
///
/// With Σ the covariance of the visits given the baseline and π_j the share of people whose last visit is j, one person brings the
/// information J = Σ_j π_j Σ[1...j]⁻¹ on the means of an arm, and the contrast c has variance c' J⁻¹ c (1/n₁ + 1/n₂)
/// (Lu, Luo & Chen 2008, doi:10.2202/1557-4679.1098). With complete data the last visit is then plain ANCOVA.
public struct RepeatedEndpoint: Sendable, Hashable {
  /// What is compared between arms.
  public enum Contrast: String, Sendable, Hashable, Codable, CaseIterable {
    /// The means at the last visit.
    case lastVisit
    /// The mean over all visits after baseline.
    case average
  }

  /// True difference at each visit after baseline, treated less control; larger is better.
  public var differences: [Double]
  /// Covariance of the visits, the baseline first if there is one.
  public var covariance: VisitCovariance
  /// Whether the covariance begins with a baseline, on which every visit is adjusted.
  public var hasBaseline: Bool
  /// Share of people still observed at each visit after baseline, falling; empty if nobody is lost.
  public var retention: [Double]
  /// What is compared between arms.
  public var contrast: Contrast

  /// Describes an endpoint.
  ///
  /// - Parameters:
  ///   - differences: true difference at each visit after baseline.
  ///   - covariance: covariance of the visits, the baseline first if there is one.
  ///   - hasBaseline: whether the covariance begins with a baseline.
  ///   - retention: share of people still observed at each visit; empty if nobody is lost.
  ///   - contrast: what is compared.
  public init(
    differences: [Double], covariance: VisitCovariance, hasBaseline: Bool = true, retention: [Double] = [],
    contrast: Contrast = .lastVisit
  ) {
    self.differences = differences
    self.covariance = covariance
    self.hasBaseline = hasBaseline
    self.retention = retention
    self.contrast = contrast
  }

  /// Weights of the visits in the contrast.
  var weights: [Double] {
    let count = differences.count
    switch contrast {
    case .lastVisit: return (0..<count).map { $0 == count - 1 ? 1 : 0 }
    case .average: return [Double](repeating: 1 / Double(count), count: count)
    }
  }

  /// The difference that is tested.
  public var difference: Double { zip(weights, differences).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Shares of people still observed, all ones if nobody is lost.
  private var observed: [Double] {
    retention.isEmpty ? [Double](repeating: 1, count: differences.count) : retention
  }

  /// Covariance of the visits after baseline, given the baseline.
  var conditionalCovariance: DenseMatrix {
    let whole = covariance.matrix
    let offset = hasBaseline ? 1 : 0
    let count = whole.rows - offset
    var result = DenseMatrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count {
        let explained =
          hasBaseline ? whole[row + 1, 0] * whole[0, column + 1] / whole[0, 0] : 0
        result[row, column] = whole[row + offset, column + offset] - explained
      }
    }
    return result
  }

  /// Standard deviation of one person's contribution to the contrast.
  ///
  /// - Returns: the number s for which the standard error of the difference is s √(1/n₁ + 1/n₂).
  /// - Throws: `EfficacyError` if the covariance cannot occur.
  public func effectiveDeviation() throws(EfficacyError) -> Double {
    try EfficacyError.naming("covariance of visits") {
      let sigma = conditionalCovariance
      let count = sigma.rows
      var information = DenseMatrix(rows: count, columns: count)
      let shares = observed
      for last in 1...count {
        let share = shares[last - 1] - (last < count ? shares[last] : 0)
        guard share > 0 else { continue }
        var part = DenseMatrix(rows: last, columns: last)
        for row in 0..<last { for column in 0..<last { part[row, column] = sigma[row, column] } }
        let inverse = try CholeskyFactor(part, what: "Visits").inverse
        for row in 0..<last {
          for column in 0..<last { information[row, column] += share * inverse[row, column] }
        }
      }
      let factor = try CholeskyFactor(information, what: "Visits that are observed")
      let half = factor.solveLower(weights)
      return half.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
  }

  /// The contrast over its standard error.
  func drift(_ sizes: GroupSizes) throws(EfficacyError) -> Double {
    difference / (try effectiveDeviation() * sizes.inverse.squareRoot())
  }

  /// Power of the t test of the contrast.
  ///
  /// Degrees of freedom as of an ANCOVA of those who are observed at the last visit: exact for the last visit with complete data, else
  /// assumed because Satterthwaite's degrees of freedom lie near it.
  func power(_ sizes: GroupSizes, _ test: EfficacyTest) throws(EfficacyError) -> Double {
    let people = sizes.total * (observed.last ?? 1)
    return try StudentPower(
      degreesOfFreedom: people - (sizes.isSingleArm ? 1 : 2) - (hasBaseline ? 1 : 0), drift: drift(sizes),
      covariates: hasBaseline ? 1 : 0
    ).power(test)
  }

  /// What is wrong with the endpoint; nothing if it can be used.
  func findings() -> [EfficacyError] {
    let visits = differences.count
    var findings = EfficacyError.count(visits, 1...50, "differences, number of visits")
    for (index, value) in differences.enumerated() {
      findings += EfficacyError.finite(value, "differences, visit \(index + 1)")
    }
    let needed = visits + (hasBaseline ? 1 : 0)
    if covariance.deviations.count != needed {
      findings.append(
        .wrongLength(
          cell: "covariance, deviations", required: needed, found: covariance.deviations.count))
    }
    findings += covariance.findings("covariance")
    if !retention.isEmpty, retention.count != visits {
      findings.append(.wrongLength(cell: "retention", required: visits, found: retention.count))
    }
    var previous = 1.0
    for (index, value) in retention.enumerated() {
      if !(value > 0 && value <= previous) {
        findings.append(
          .outOfRange(
            cell: "retention, visit \(index + 1)",
            allowed: "above 0 and at most that before, \(previous.shortestText)", found: value))
      }
      previous = value
    }
    if findings.isEmpty, difference == 0 {
      findings.append(.outOfRange(cell: "differences, contrast", allowed: "different from 0", found: 0))
    }
    return findings
  }
}

extension RepeatedEndpoint: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case differences, covariance, hasBaseline, retention, contrast
  }

  /// Reads an endpoint; only differences and covariance are needed.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, Key.self, cell: "endpoint of repeated measures")
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      differences: try container.decode([Double].self, forKey: .differences),
      covariance: try container.decode(VisitCovariance.self, forKey: .covariance),
      hasBaseline: try container.decodeIfPresent(Bool.self, forKey: .hasBaseline) ?? true,
      retention: try container.decodeIfPresent([Double].self, forKey: .retention) ?? [],
      contrast: try container.decodeIfPresent(Contrast.self, forKey: .contrast) ?? .lastVisit)
  }
}
