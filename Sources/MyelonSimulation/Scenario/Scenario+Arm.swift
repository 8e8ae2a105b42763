import MyelonLesion

extension Scenario {
  /// One of the lives that a scenario compares.
  public struct Arm: Sendable, Hashable, Codable {
    /// Unique name.
    public var name: String
    /// What the arm is about; may be empty.
    public var description: String
    /// The arm's own, complete injury; nil takes the scenario's.
    public var injury: Injury?
    /// Published results to set beside the simulated ones.
    public var published: [PublishedResult]

    /// Describes an arm.
    ///
    /// - Parameters:
    ///   - name: unique name.
    ///   - description: what it is about.
    ///   - injury: the arm's own injury, or nil for the scenario's.
    ///   - published: published results to set beside the simulated ones.
    public init(
      name: String, description: String = "", injury: Injury? = nil, published: [PublishedResult] = []
    ) {
      self.name = name
      self.description = description
      self.injury = injury
      self.published = published
    }

    /// The single arm of a scenario that names none.
    public static let untreated = Arm(name: "untreated")
  }
}
