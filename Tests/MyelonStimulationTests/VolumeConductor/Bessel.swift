import Foundation

/// Modified Bessel functions by their integrals, for closed forms in cylinders.
enum Bessel {
  /// Iₙ(x) exp(-x) = (1/π) ∫₀^π exp(x (cos θ - 1)) cos nθ dθ; the trapezoidal rule converges faster than any
  /// power.
  static func scaledI(_ n: Int, _ x: Double) -> Double {
    let steps = 400
    var sum = 0.0
    for at in 0...steps {
      let angle = Double.pi * Double(at) / Double(steps)
      sum += (at == 0 || at == steps ? 0.5 : 1) * exp(x * (cos(angle) - 1)) * cos(Double(n) * angle)
    }
    return sum / Double(steps)
  }

  /// Kₙ(x) exp(x) = ∫₀^∞ exp(x (1 - cosh t)) cosh nt dt.
  static func scaledK(_ n: Int, _ x: Double) -> Double {
    let step = 0.01
    var sum = 0.5
    var at = 1
    while at < 3000 {
      let t = step * Double(at)
      let term = exp(x * (1 - cosh(t))) * cosh(Double(n) * t)
      sum += term
      if term < 1e-17 * sum { break }
      at += 1
    }
    return sum * step
  }
}
