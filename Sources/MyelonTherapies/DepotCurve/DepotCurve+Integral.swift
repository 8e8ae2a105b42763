import Foundation

extension DepotCurve {
  /// `∫ H(s) e^(offset + slope s) ds`, by panels that end at the kinks and over which no exponential changes by more
  /// than e².
  func integral(from: Double, to: Double, offset: Double, slope: Double) -> Double {
    let ends = [from] + kinks.filter { $0 > from && $0 < to } + [to]
    let fastest = abs(slope) + kinetics.decayRate + erosionRate
    var sum = 0.0
    for (begin, end) in zip(ends, ends.dropFirst()) where end > begin {
      let count = max(1, Int(min(((end - begin) * fastest / 2).rounded(.up), 10_000)))
      let width = (end - begin) / Double(count)
      for panel in 0..<count {
        let start = begin + Double(panel) * width
        sum += panelIntegral(start: start, width: width, offset: offset, slope: slope)
      }
    }
    return sum
  }

  /// One panel.
  ///
  /// At the very start H may change like `s^n` with n < 1; the substitution `s = width y^q` makes it smooth.
  private func panelIntegral(start: Double, width: Double, offset: Double, slope: Double) -> Double {
    let onset = kinetics.onset
    let power = start == 0 && onset != onset.rounded() ? (onset == 0.5 ? 2 : (5 / onset).rounded(.up)) : 1
    var sum = 0.0
    for (node, weight) in zip(Self.nodes, Self.weights) {
      let y = 0.5 + 0.5 * node
      let s = start + width * pow(y, power)
      let jacobian = width * power * pow(y, power - 1)
      sum += 0.5 * weight * jacobian * held(s) * exp(offset + slope * s)
    }
    return sum
  }

  private var kinks: [Double] {
    guard let material, material.erosion == .surface, let halfLife = material.halfLife else {
      return kinetics.kinks
    }
    return (kinetics.kinks + [2 * halfLife - materialAge]).sorted()
  }

  private var erosionRate: Double {
    guard let material, material.erosion == .bulk, let halfLife = material.halfLife else { return 0 }
    return M_LN2 / halfLife
  }

  /// Nodes of the 24-point Gauss-Legendre rule on [-1, 1].
  private static let nodes: [Double] = [
    -0.9951872199970213, -0.9747285559713095, -0.9382745520027328, -0.8864155270044011, -0.820001985973903,
    -0.7401241915785544, -0.6480936519369755, -0.5454214713888396, -0.4337935076260451, -0.3150426796961634,
    -0.1911188674736163, -0.06405689286260563, 0.06405689286260563, 0.1911188674736163, 0.3150426796961634,
    0.4337935076260451, 0.5454214713888396, 0.6480936519369755, 0.7401241915785544, 0.820001985973903,
    0.8864155270044011, 0.9382745520027328, 0.9747285559713095, 0.9951872199970213,
  ]
  /// Weights of the rule.
  private static let weights: [Double] = [
    0.01234122979998869, 0.02853138862893356, 0.04427743881741941, 0.05929858491543636, 0.07334648141108016,
    0.0861901615319532, 0.09761865210411393, 0.10744427011596556, 0.11550566805372552, 0.1216704729278033,
    0.12583745634682825, 0.12793819534675202, 0.12793819534675202, 0.12583745634682825, 0.1216704729278033,
    0.11550566805372552, 0.10744427011596556, 0.09761865210411393, 0.0861901615319532, 0.07334648141108016,
    0.05929858491543636, 0.04427743881741941, 0.02853138862893356, 0.01234122979998869,
  ]
}
