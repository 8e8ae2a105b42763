/// How a growth cone turns a gradient into a direction.
///
/// A factor at concentration c is sensed through the occupancy of its receptors: the change across the growth cone is
/// `δ = w |∇c| / c · 4 c K / (c + K)² = 4 w |∇h|` with `h = c / (c + K)`, best at c = K. A substrate q is sensed by its
/// relative change, `δ = w |∇q| / (q + q_0)`. What is left above the threshold saturates:
/// `s = (δ - δ_0)+ / ((δ - δ_0)+ + δ_s)` along the gradient; below the threshold it is exactly zero.
struct GradientSensing {
  private let width: Float
  private let threshold: SIMD8<Float>
  private let saturation: SIMD8<Float>
  private let floor: Float

  init(_ numbers: GrowthNumbers) {
    width = numbers.coneWidth
    threshold = SIMD8(repeating: numbers.threshold)
    saturation = SIMD8(repeating: numbers.saturation)
    floor = numbers.floor
  }

  /// Sensed direction over gradient, mm.
  ///
  /// - Parameters:
  ///   - levels: the eight levels.
  ///   - gradient: sizes of their gradients, 1/mm.
  /// - Returns: what to multiply each gradient with.
  func scale(levels: SIMD8<Float>, gradient: SIMD8<Float>) -> SIMD8<Float> {
    var sensitivity = width / (levels + floor)
    for factor in [GrowthRow.bdnf, GrowthRow.nt3, GrowthRow.gdnf] { sensitivity[factor] = 4 * width }
    let change = sensitivity * gradient - threshold
    let above = change.replacing(with: 0, where: change .< 0)
    let sensed = above / (above + saturation)
    // A gradient of zero is sensed as zero; the divisor only keeps the quotient finite.
    let size = gradient.replacing(with: Float.leastNormalMagnitude, where: gradient .<= 0)
    return sensed / size
  }
}
