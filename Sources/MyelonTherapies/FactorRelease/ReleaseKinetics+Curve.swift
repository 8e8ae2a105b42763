import Foundation

extension ReleaseKinetics {
  /// Share of the load that has left before time `t`, days since the start; 0 up to the start.
  ///
  /// A burst or bolus leaves at the start itself, so it counts for every t > 0 and not for t = 0: the amount of a
  /// step is the difference of two values, and the first step takes the burst.
  public func cumulative(_ t: Double) -> Double { t > 0 ? 1 - held(t) : 0 }

  /// Share that is still held at time `t` >= 0, after any burst at the start.
  func held(_ t: Double) -> Double {
    switch self {
    case .burstFirstOrder(let burst, let rate): (1 - burst) * exp(-rate * t)
    case .higuchi(let constant): max(0, 1 - constant * t.squareRoot())
    case .powerLaw(let constant, let exponent): max(0, 1 - constant * pow(t, exponent))
    case .pump(let duration): max(0, 1 - t / duration)
    case .capsule(let lag, let duration): t <= lag ? 1 : max(0, 1 - (t - lag) / duration)
    case .bolus: 0
    }
  }

  /// Days at which the curve has a kink, in rising order.
  var kinks: [Double] {
    switch self {
    case .burstFirstOrder, .bolus: []
    case .higuchi(let constant): [1 / (constant * constant)]
    case .powerLaw(let constant, let exponent): [pow(1 / constant, 1 / exponent)]
    case .pump(let duration): [duration]
    case .capsule(let lag, let duration): [lag, lag + duration]
    }
  }

  /// Fastest rate at which the held share itself decays, 1/d; sets how finely it must be integrated.
  var decayRate: Double {
    if case .burstFirstOrder(_, let rate) = self { rate } else { 0 }
  }

  /// Power of time with which release sets in: below 1 its rate is unbounded at the start.
  var onset: Double {
    switch self {
    case .higuchi: 0.5
    case .powerLaw(_, let exponent): exponent
    default: 1
    }
  }

  /// Days after which nothing is left, or nil where release never quite ends.
  public var end: Double? {
    switch self {
    case .burstFirstOrder: nil
    case .bolus: 0
    default: kinks.last
    }
  }

  /// Checks the numbers of the curve.
  ///
  /// - Parameter name: name of the release, for the message.
  /// - Throws: `TherapyError.invalidValue` for the first number that cannot be.
  public func validate(of name: String) throws(TherapyError) {
    let days = 1e-4...1e5
    switch self {
    case .burstFirstOrder(let burst, let rate):
      try TherapyError.check(burst, "burst", "", in: 0...1, of: name)
      try TherapyError.check(rate, "release rate", "1/d", in: 0...1e3, of: name)
    case .higuchi(let constant):
      try TherapyError.check(constant, "Higuchi constant", "1/sqrt(d)", in: 1e-4...1e3, of: name)
    case .powerLaw(let constant, let exponent):
      try TherapyError.check(constant, "release constant", "1/d^n", in: 1e-4...1e3, of: name)
      try TherapyError.check(exponent, "release exponent", "", in: 0.1...3, of: name)
    case .pump(let duration):
      try TherapyError.check(duration, "pump duration", "d", in: days, of: name)
    case .capsule(let lag, let duration):
      try TherapyError.check(lag, "capsule lag", "d", in: 0...1e5, of: name)
      try TherapyError.check(duration, "capsule duration", "d", in: days, of: name)
    case .bolus: break
    }
  }
}
