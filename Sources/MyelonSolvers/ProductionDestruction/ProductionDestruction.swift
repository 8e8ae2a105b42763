/// One linearised-implicit step of a production-destruction equation `du/dt = P - L u`.
///
/// `P` (production, amount per time) and `L` (loss rate, 1/time) are evaluated at the old state and must not be
/// negative; then `u' = (u + dt P) / (1 + dt L)` is never negative, for any time step, because nothing is
/// subtracted: the Patankar form (Patankar, Numerical Heat Transfer and Fluid Flow, 1980, section 7.2;
/// analysed by Burchard, Deleersnijder and Meister, Appl. Numer. Math. 47 (2003) 1-30,
/// doi:10.1016/S0168-9274(03)00101-6). First order in `dt`; the steady state `P / L` is kept exactly.
/// It does not conserve a total over several coupled quantities by itself.
public enum ProductionDestruction {
  /// Advances one value by one step.
  ///
  /// - Parameters:
  ///   - value: the old value, not negative.
  ///   - production: gain per unit time, not negative.
  ///   - loss: first-order loss rate, 1 / time, not negative.
  ///   - timeStep: length of the step, in the time unit of the rates.
  /// - Returns: the new value, not negative.
  @inlinable @inline(__always)
  public static func advance(_ value: Float, production: Float, loss: Float, timeStep: Float) -> Float {
    (value + timeStep * production) / (1 + timeStep * loss)
  }

  /// Advances one `Double` value by one step; see the `Float` form.
  ///
  /// - Parameters:
  ///   - value: the old value, not negative.
  ///   - production: gain per unit time, not negative.
  ///   - loss: first-order loss rate, 1 / time, not negative.
  ///   - timeStep: length of the step, in the time unit of the rates.
  /// - Returns: the new value, not negative.
  @inlinable @inline(__always)
  public static func advance(_ value: Double, production: Double, loss: Double, timeStep: Double) -> Double {
    (value + timeStep * production) / (1 + timeStep * loss)
  }

  /// Advances eight values at once; see the scalar form.
  ///
  /// - Parameters:
  ///   - value: the old values, not negative.
  ///   - production: gains per unit time, not negative.
  ///   - loss: first-order loss rates, 1 / time, not negative.
  ///   - timeStep: length of the step, in the time unit of the rates.
  /// - Returns: the new values, not negative.
  @inlinable @inline(__always)
  public static func advance(
    _ value: SIMD8<Float>, production: SIMD8<Float>, loss: SIMD8<Float>, timeStep: Float
  ) -> SIMD8<Float> {
    let step = SIMD8<Float>(repeating: timeStep)
    let gained: SIMD8<Float> = value + step * production
    let divisor: SIMD8<Float> = SIMD8<Float>(repeating: 1) + step * loss
    return gained / divisor
  }
}
