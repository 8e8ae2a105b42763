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
    /// What is done to the subject; empty for an untreated arm.
    public var therapies: TreatmentProtocol
    /// Published results to set beside the simulated ones.
    public var published: [PublishedResult]
    /// True when the arm is also run without each of its components in turn; see `Scenario.leavingOneOut(_:)`.
    public var leavesOneOut: Bool
    /// Name of the arm of which this one lacks a component; nil for an arm of the file.
    public var componentOf: String?
    /// The component that this arm lacks; nil for an arm of the file.
    public var removed: String?

    /// Describes an arm.
    ///
    /// - Parameters:
    ///   - name: unique name.
    ///   - description: what it is about.
    ///   - injury: the arm's own injury, or nil for the scenario's.
    ///   - therapies: what is done to the subject.
    ///   - published: published results to set beside the simulated ones.
    ///   - leavesOneOut: whether the arm is also run without each of its components.
    ///   - componentOf: the arm of which this one lacks a component, or nil.
    ///   - removed: the component that it lacks, or nil.
    public init(
      name: String, description: String = "", injury: Injury? = nil,
      therapies: TreatmentProtocol = TreatmentProtocol(), published: [PublishedResult] = [],
      leavesOneOut: Bool = false, componentOf: String? = nil, removed: String? = nil
    ) {
      self.name = name
      self.description = description
      self.injury = injury
      self.therapies = therapies
      self.published = published
      self.leavesOneOut = leavesOneOut
      self.componentOf = componentOf
      self.removed = removed
    }

    /// Decodes an arm; records of versions without therapies are read as untreated.
    public init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = try values.decode(String.self, forKey: .name)
      description = try values.decode(String.self, forKey: .description)
      injury = try values.decodeIfPresent(Injury.self, forKey: .injury)
      therapies =
        try values.decodeIfPresent(TreatmentProtocol.self, forKey: .therapies) ?? TreatmentProtocol()
      published = try values.decode([PublishedResult].self, forKey: .published)
      leavesOneOut = try values.decodeIfPresent(Bool.self, forKey: .leavesOneOut) ?? false
      componentOf = try values.decodeIfPresent(String.self, forKey: .componentOf)
      removed = try values.decodeIfPresent(String.self, forKey: .removed)
    }

    /// The single arm of a scenario that names none.
    public static let untreated = Arm(name: "untreated")
  }
}
