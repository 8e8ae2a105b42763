/// A side of the body, as seen by the patient.
public enum Side: UInt8, CaseIterable, Sendable, Hashable, Codable, CustomStringConvertible {
  case right, left

  /// "right" or "left".
  public var description: String { self == .right ? "right" : "left" }
}
