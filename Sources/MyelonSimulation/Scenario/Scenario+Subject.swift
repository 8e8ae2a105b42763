import MyelonAnatomy

extension Scenario {
  /// The injured person or animal.
  public struct Subject: Sendable, Hashable, Codable {
    /// Human or rat.
    public var species: Species
    /// Age at injury, years (a rat of ten weeks is 0.19 years).
    public var age: Double
    /// Sex.
    public var sex: Sex
    /// Body weight, g; nil when not given.
    public var weight: Double?
    /// How much the blow does to this subject, 1 in the typical one; nil leaves it to the run.
    ///
    /// Multiplies what the typical subject of the same blow suffers, as `individual_variation` does when it is drawn.
    public var susceptibility: Double?

    /// Describes a subject.
    ///
    /// - Parameters:
    ///   - species: human or rat.
    ///   - age: age at injury, years.
    ///   - sex: sex.
    ///   - weight: body weight, g, or nil.
    ///   - susceptibility: how much the blow does to this subject, 1 in the typical one, or nil.
    public init(
      species: Species, age: Double, sex: Sex, weight: Double? = nil, susceptibility: Double? = nil
    ) {
      self.species = species
      self.age = age
      self.sex = sex
      self.weight = weight
      self.susceptibility = susceptibility
    }
  }

  /// The animal whose cord is injured, as the anatomy knows it.
  public typealias Species = MyelonAnatomy.Species

  /// Sex of the subject.
  public enum Sex: String, Sendable, Hashable, Codable, CaseIterable {
    /// Male.
    case male
    /// Female.
    case female
  }
}
