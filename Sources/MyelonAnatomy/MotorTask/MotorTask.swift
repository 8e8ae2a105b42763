/// What a subject may practise, and what function is read from.
///
/// Gains of training are specific to the task that is trained (ChABC_rehab_specificity: Garcia-Alias et al 2009 Nat
/// Neurosci 12:1145), so learning is kept by task.
public enum MotorTask: Int, Sendable, Hashable, Codable, CaseIterable {
  /// Stepping and standing: circuits of the lumbosacral enlargement.
  case stepping = 0
  /// Reaching and grasping: circuits of the cervical enlargement.
  case reaching = 1

  /// The region of the cord whose circuits carry out the task.
  ///
  /// Segments of the trunk belong to the task of the nearer enlargement: T1 to reaching, T2 and below to stepping.
  ///
  /// - Parameter segment: name of a segment, for example `C6`.
  /// - Returns: the task that its circuits serve.
  public static func served(by segment: String) -> MotorTask {
    segment.hasPrefix("C") || segment == "T1" ? .reaching : .stepping
  }
}
