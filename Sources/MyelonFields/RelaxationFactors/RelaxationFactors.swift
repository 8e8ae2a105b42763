#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The numbers that one time step `dt` makes of a decay rate `k`.
///
/// Without diffusion `du/dt = s - k u` gives exactly `u' = kept * u + gained * s` with `kept = exp(-k dt)` and
/// `gained = (1 - kept) / k`. The same `gained` serves as the time for which the implicit sweeps diffuse:
/// `(1 - D gained d2/dx2) u' = kept u + gained s`. For small `k dt` that is backward Euler; for any `k dt` its
/// fixed point satisfies `D u'' - k u + s = 0` on one axis exactly, so a step far longer than `1/k` spreads a
/// substance over its decay length `sqrt(D/k)` and not over `sqrt(D dt)`.
struct RelaxationFactors {
  /// Fraction of the old value that is left after the step.
  let kept: Double
  /// Amount gained per unit of source, and time for which diffusion acts, h.
  let gained: Double

  init(decay: Double, timeStep: Double) {
    let exponent = decay * timeStep
    kept = exp(-exponent)
    gained = exponent > 0 ? -expm1(-exponent) / decay : timeStep
  }
}
