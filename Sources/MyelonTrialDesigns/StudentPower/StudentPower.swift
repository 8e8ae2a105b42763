import Foundation
import MyelonStatistics

/// Power of a t test for an adjusted difference between arms.
///
/// Covariates differ between arms by chance, which costs precision: with p normal covariates, the noncentrality is multiplied by
/// √B with B ~ Beta((ν + 1) / 2, p / 2), ν being the degrees of freedom of the test, and power is the mean over B (Shieh 2020,
/// doi:10.1007/s11336-019-09692-3). With B = cos²φ the integrand is smooth.
struct StudentPower {
  /// Degrees of freedom of the test, covariates already taken off.
  let degreesOfFreedom: Double
  /// Effect over its standard error for balanced covariates.
  let drift: Double
  /// Number of covariates that differ by chance.
  let covariates: Int

  private static let rule = GaussLegendre(count: 32)

  /// The probability of a significant result; both sides if the test has two.
  func power(_ test: EfficacyTest) throws(EfficacyError) -> Double {
    let nu = degreesOfFreedom
    guard nu >= 1 else {
      throw .outOfRange(
        cell: "people in all arms, degrees of freedom left", allowed: "at least 1", found: nu)
    }
    return try EfficacyError.naming("power of a t test") {
      let critical = try StudentDistribution(degreesOfFreedom: nu).upperQuantile(test.oneSidedSignificance)
      guard covariates > 0 else { return try tail(drift, critical, test) }
      // cosᵛφ is below e^-40 beyond.
      let reach = min(Double.pi / 2, 9 / nu.squareRoot())
      var sum = 0.0
      var mass = 0.0
      for (node, weight) in zip(Self.rule.nodes, Self.rule.weights) {
        let angle = reach / 2 * (1 + node)
        let density = weight * pow(cos(angle), nu) * pow(sin(angle), Double(covariates - 1))
        mass += density
        sum += density * (try tail(drift * cos(angle), critical, test))
      }
      return sum / mass
    }
  }

  private func tail(_ drift: Double, _ critical: Double, _ test: EfficacyTest) throws -> Double {
    // Power is 0 or 1 long before a drift of this size.
    let student = try NoncentralStudentDistribution(
      degreesOfFreedom: degreesOfFreedom, noncentrality: min(1e4, max(-1e4, drift)))
    let upper = student.upperTail(critical)
    return test.isTwoSided ? upper + student.cumulative(-critical) : upper
  }
}
