import MyelonLesion

/// A circuit that senses a field and secretes a factor: `leak + (maximal - leak) x^n / (K^n + x^n)`.
public struct SenseAndRespond: Sendable, Hashable, Codable {
  /// What is sensed.
  public var sensor: Sensor
  /// Level of half-maximal response, in the sensor's unit.
  public var half: Double
  /// Hill exponent.
  public var exponent: Double
  /// What is secreted.
  public var factor: Factor
  /// Secretion without signal, ng per million cells a day.
  public var leak: Double
  /// Secretion at saturating signal, ng per million cells a day.
  public var maximal: Double

  /// What engineered cells can sense.
  public enum Sensor: String, Sendable, Hashable, Codable, CaseIterable {
    /// TNF / IL-1, ng/mL.
    case cytokine
    /// Lack of flow: 1 minus perfusion.
    case hypoxia
    /// Oxidative load.
    case oxidants
  }

  /// Describes a circuit.
  public init(
    sensor: Sensor, half: Double, exponent: Double, factor: Factor, leak: Double, maximal: Double
  ) {
    self.sensor = sensor
    self.half = half
    self.exponent = exponent
    self.factor = factor
    self.leak = leak
    self.maximal = maximal
  }
}
