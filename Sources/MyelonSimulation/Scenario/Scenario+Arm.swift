import MyelonLesion
import MyelonTherapies

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
    /// What is done to the subject; empty for no treatment.
    public var therapies: TreatmentProtocol
    /// Name of the arm of which this one is a copy without one component, or nil.
    public var componentOf: String?
    /// Name of the component that was left out, or nil.
    public var removed: String?

    /// Describes an arm.
    ///
    /// - Parameters:
    ///   - name: unique name.
    ///   - description: what it is about.
    ///   - injury: the arm's own injury, or nil for the scenario's.
    ///   - published: published results to set beside the simulated ones.
    ///   - therapies: what is done to the subject.
    ///   - componentOf: the arm of which this one is a copy without one component, or nil.
    ///   - removed: the component that was left out, or nil.
    public init(
      name: String, description: String = "", injury: Injury? = nil, published: [PublishedResult] = [],
      therapies: TreatmentProtocol = TreatmentProtocol(), componentOf: String? = nil, removed: String? = nil
    ) {
      self.name = name
      self.description = description
      self.injury = injury
      self.published = published
      self.therapies = therapies
      self.componentOf = componentOf
      self.removed = removed
    }

    /// Reads an arm; one that was written before there were therapies has none.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = try values.decode(String.self, forKey: .name)
      description = try values.decode(String.self, forKey: .description)
      injury = try values.decodeIfPresent(Injury.self, forKey: .injury)
      published = try values.decode([PublishedResult].self, forKey: .published)
      therapies =
        try values.decodeIfPresent(TreatmentProtocol.self, forKey: .therapies) ?? TreatmentProtocol()
      componentOf = try values.decodeIfPresent(String.self, forKey: .componentOf)
      removed = try values.decodeIfPresent(String.self, forKey: .removed)
    }

    /// The single arm of a scenario that names none.
    public static let untreated = Arm(name: "untreated")
  }
}
