/// Something that happens to a member or not, with its probability at every visit.
public struct ForecastEvent: Sendable, Hashable, Codable {
  /// The probability on one day.
  public struct Visit: Sendable, Hashable, Codable {
    /// Day after injury.
    public let day: Double
    /// Probability among the members of which it is known.
    public let share: ForecastShare
  }

  /// Stable name.
  public let id: String
  /// What happens, in words.
  public let meaning: String
  /// Whether it is harm.
  public let isHazard: Bool
  /// The visits in order of time; without the first where the event is a change from it.
  public let visits: [Visit]

  /// The visit of a day, or nil.
  public func visit(_ day: Double) -> Visit? { visits.first { $0.day == day } }
}
