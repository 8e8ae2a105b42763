/// Turning on the safety switch (inducible caspase-9 and the like) of one cell transplant.
public struct SafetySwitch: Sendable, Hashable, Codable {
  /// Name within the arm.
  public var name: String
  /// Day after injury.
  public var day: Double
  /// Name of the transplant whose cells carry the switch.
  public var transplant: String

  /// Plans an activation.
  public init(name: String, day: Double, transplant: String) {
    self.name = name
    self.day = day
    self.transplant = transplant
  }
}
