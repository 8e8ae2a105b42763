/// The animal whose cord is modelled.
public enum Species: String, Codable, Sendable, CaseIterable {
  /// Adult human, segments C1 to S5.
  case human
  /// Adult rat, segments C1 to S4 with 13 thoracic and 6 lumbar segments.
  case rat
}
