/// A saturating response above a threshold, 0 at and below it and 1 at full input.
///
/// `r(x) = (x - x₀)/(x - x₀ + h) · (1 - x₀ + h)/(1 - x₀)`: the Michaelis curve scaled to reach exactly 1 at x = 1.
struct ResponseCurve: Sendable {
  /// Input x₀ below which there is no response.
  let threshold: Double
  /// Input h above the threshold at which the unscaled curve is half.
  let half: Double

  func response(_ input: Double) -> Double {
    let above = input - threshold
    guard above > 0 else { return 0 }
    let full = 1 - threshold
    return min(1, above / (above + half) * (full + half) / full)
  }
}
