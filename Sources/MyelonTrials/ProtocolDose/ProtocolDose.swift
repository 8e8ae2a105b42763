/// A dose level of a trial.
public struct ProtocolDose: Sendable, Hashable, Codable {
  /// Name, as data files and tables write it.
  public let name: String
  /// Arm of a cohort's scenario that lives this dose; nil if the file names none.
  public let arm: String?

  /// Describes a dose level.
  ///
  /// - Parameters:
  ///   - name: name.
  ///   - arm: arm of a cohort's scenario that lives it.
  public init(name: String, arm: String? = nil) {
    self.name = name
    self.arm = arm
  }
}
