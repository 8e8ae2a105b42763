/// The potential that a unit current of an electrode raises in the tissue.
///
/// The quasi-static field is linear in the current, so one such lead field a contact holds everything that a fibre needs
/// to know of it.
public protocol PotentialSource: Sendable {
  /// Potential at a point, mV for 1 mA (that is, ohm) leaving the electrode into the tissue.
  ///
  /// - Parameter point: position in cord coordinates, mm; outside the domain of a computed field the nearest value inside.
  /// - Returns: mV for 1 mA.
  func potential(at point: SIMD3<Double>) -> Double
}
