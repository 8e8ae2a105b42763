import Foundation

/// How far a run has come.
public struct RunProgress: Sendable {
  /// Name of the arm that is running.
  public let arm: String
  /// Its position, from 0.
  public let armIndex: Int
  /// Number of arms.
  public let armCount: Int
  /// Steps taken in this arm.
  public let steps: Int
  /// Simulated time in this arm, days.
  public let day: Double
  /// Simulated time to reach, days.
  public let lastDay: Double

  /// Share of the whole run's work that is done, 0 to 1.
  ///
  /// Steps are short at first and long at the end: the share of an arm's steps taken at time t of T is close to
  /// (t / T)^0.3 (seen in runs of both species).
  public var fraction: Double {
    let ofArm = lastDay > 0 ? pow(min(1, day / lastDay), 0.3) : 1
    return (Double(armIndex) + ofArm) / Double(max(1, armCount))
  }
}
