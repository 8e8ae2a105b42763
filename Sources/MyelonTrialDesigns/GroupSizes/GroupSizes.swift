/// People analysed in each arm; fractions of people are allowed where a formula is meant.
public struct GroupSizes: Sendable, Hashable, Codable {
  /// People in the treated arm.
  public var treated: Double
  /// People in the control arm; 0 in a single-arm trial.
  public var control: Double

  /// Makes sizes.
  ///
  /// - Parameters:
  ///   - treated: people in the treated arm.
  ///   - control: people in the control arm; 0 in a single-arm trial.
  public init(treated: Double, control: Double = 0) {
    self.treated = treated
    self.control = control
  }

  /// People in both arms.
  public var total: Double { treated + control }

  /// Whether there is no control arm.
  public var isSingleArm: Bool { control == 0 }

  /// 1 / n_treated + 1 / n_control; without control only the former.
  var inverse: Double { 1 / treated + (isSingleArm ? 0 : 1 / control) }
}
