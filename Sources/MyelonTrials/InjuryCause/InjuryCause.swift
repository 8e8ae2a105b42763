/// What injured a person.
public enum InjuryCause: String, Sendable, Hashable, Codable, CaseIterable {
  /// A road accident.
  case vehicle
  /// A fall, from a height or on the level.
  case fall
  /// An act of violence.
  case violence
  /// Sports and leisure.
  case sports
  /// Anything else.
  case other
}
