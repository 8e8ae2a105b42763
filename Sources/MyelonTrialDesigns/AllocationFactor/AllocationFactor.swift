/// Something known of a person before allocation that arms should be balanced for, such as the AIS grade.
public struct AllocationFactor: Sendable, Hashable, Codable {
  /// Name.
  public var name: String
  /// The levels it can have.
  public var levels: [String]
  /// Weight among the factors of minimisation.
  public var weight: Double

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case name, levels, weight
  }

  /// Describes a factor.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - levels: the levels it can have.
  ///   - weight: weight among the factors of minimisation.
  public init(name: String, levels: [String], weight: Double = 1) {
    self.name = name
    self.levels = levels
    self.weight = weight
  }

  /// Reads a factor; the weight may be missing.
  public init(from decoder: any Decoder) throws {
    try NamedChoice.requireKnown(decoder, CodingKeys.self, cell: "factor of allocation")
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      levels: try container.decode([String].self, forKey: .levels),
      weight: try container.decodeIfPresent(Double.self, forKey: .weight) ?? 1)
  }

  /// The number of a person's level, from 0.
  func index(of levels: [String: String], person: Int) throws(EfficacyError) -> Int {
    let cell = "person \(person), factor '\(name)'"
    guard let level = levels[name] else {
      throw .unknownName(cell: cell, known: self.levels, found: "nothing")
    }
    guard let index = self.levels.firstIndex(of: level) else {
      throw .unknownName(cell: cell, known: self.levels, found: level)
    }
    return index
  }

  /// What is wrong with factors; nothing if they can be used.
  static func findings(_ factors: [AllocationFactor]) -> [EfficacyError] {
    var findings: [EfficacyError] = []
    for (number, factor) in factors.enumerated() {
      let cell = "factors, factor \(number + 1) '\(factor.name)'"
      if factors.prefix(number).contains(where: { $0.name == factor.name }) {
        findings.append(.incompatible(cell: cell, because: "has the name of a factor before"))
      }
      findings += EfficacyError.count(Set(factor.levels).count, 2...1000, "\(cell), different levels")
      if Set(factor.levels).count != factor.levels.count {
        findings.append(.incompatible(cell: "\(cell), levels", because: "name a level twice"))
      }
      findings += EfficacyError.positive(factor.weight, "\(cell), weight")
    }
    return findings
  }
}
