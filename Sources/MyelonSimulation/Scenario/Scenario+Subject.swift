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

    /// Describes a subject.
    ///
    /// - Parameters:
    ///   - species: human or rat.
    ///   - age: age at injury, years.
    ///   - sex: sex.
    ///   - weight: body weight, g, or nil.
    public init(species: Species, age: Double, sex: Sex, weight: Double? = nil) {
      self.species = species
      self.age = age
      self.sex = sex
      self.weight = weight
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
