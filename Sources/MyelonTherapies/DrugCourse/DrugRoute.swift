/// How a drug is given.
public enum DrugRoute: String, Sendable, Hashable, Codable, CaseIterable {
  /// Into a vein.
  case intravenous
  /// Into the peritoneum (animals).
  case intraperitoneal
  /// Under the skin.
  case subcutaneous
  /// By mouth.
  case oral
  /// Into the cerebrospinal fluid.
  case intrathecal
}
