/// Where people of a virtual cohort are injured and treated.
public enum Country: String, Sendable, Hashable, Codable, CaseIterable {
  /// United States of America.
  case usa
  /// Canada.
  case canada
  /// Countries of the European Multicenter Study about Spinal Cord Injury.
  case europe
  /// Republic of Korea.
  case korea
}
