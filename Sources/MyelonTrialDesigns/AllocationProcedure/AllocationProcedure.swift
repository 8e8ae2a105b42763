import MyelonRandom

/// How people come to their arms as they enrol.
public enum AllocationProcedure: Sendable, Hashable {
  /// An independent draw for each person.
  case simple(AllocationArms)
  /// Permuted blocks within strata.
  case blocks(PermutedBlocks)
  /// Pocock and Simon's minimisation.
  case minimisation(Minimisation)

  /// The arms.
  public var arms: AllocationArms {
    switch self {
    case .simple(let arms): arms
    case .blocks(let blocks): blocks.arms
    case .minimisation(let minimisation): minimisation.arms
    }
  }

  /// The factors that it looks at.
  public var factors: [AllocationFactor] {
    switch self {
    case .simple: []
    case .blocks(let blocks): blocks.factors
    case .minimisation(let minimisation): minimisation.factors
    }
  }

  /// Throws if the procedure cannot be used; all findings together.
  ///
  /// - Throws: `EfficacyError` naming the field.
  public func validate() throws(EfficacyError) {
    switch self {
    case .simple(let arms): try EfficacyError.require(arms.findings())
    case .blocks(let blocks): try EfficacyError.require(blocks.findings())
    case .minimisation(let minimisation): try EfficacyError.require(minimisation.findings())
    }
  }

  /// Allocates the next person.
  ///
  /// The same seed and history give the same choice.
  ///
  /// - Parameters:
  ///   - person: level of each factor, by name.
  ///   - history: people before, in the order of enrolment, with their arms.
  ///   - seed: seed of the trial's allocation.
  /// - Returns: the arm and the reason.
  /// - Throws: `EfficacyError` naming the person and the factor with an unknown level.
  public func next(
    _ person: [String: String], after history: [(levels: [String: String], arm: Int)], seed: UInt64
  ) throws(EfficacyError) -> AllocationChoice {
    try validate()
    for (index, entry) in history.enumerated() {
      try EfficacyError.require(
        EfficacyError.count(entry.arm, 0...arms.names.count - 1, "person \(index + 1), arm (from 0)"))
    }
    var course = try AllocationCourse(self, seed: seed)
    for entry in history { try course.record(entry.levels, arm: entry.arm) }
    return try course.choose(person)
  }

  /// Allocates people in the order of enrolment.
  ///
  /// - Parameters:
  ///   - people: level of each factor of each person, by name.
  ///   - seed: seed of the trial's allocation.
  /// - Returns: one choice a person.
  /// - Throws: `EfficacyError` naming the person and the factor with an unknown level.
  public func allocate(_ people: [[String: String]], seed: UInt64) throws(EfficacyError) -> [AllocationChoice]
  {
    try validate()
    var course = try AllocationCourse(self, seed: seed)
    var choices: [AllocationChoice] = []
    for person in people {
      let choice = try course.choose(person)
      try course.record(person, arm: choice.arm)
      choices.append(choice)
    }
    return choices
  }
}

extension AllocationProcedure: Codable {
  /// Reads `simple: ...`, `blocks: ...` or `minimisation: ...`.
  public init(from decoder: any Decoder) throws {
    let cell = "allocation"
    let choice = try NamedChoice.decode(decoder, cell: cell)
    switch choice.name {
    case "simple":
      self = .simple(
        choice.values == nil ? .equal : try NamedChoice.value(AllocationArms.self, choice, cell: cell))
    case "blocks":
      self = .blocks(
        choice.values == nil
          ? PermutedBlocks() : try NamedChoice.value(PermutedBlocks.self, choice, cell: cell))
    case "minimisation":
      self = .minimisation(try NamedChoice.value(Minimisation.self, choice, cell: cell))
    default:
      throw EfficacyError.unknownName(
        cell: cell, known: ["simple", "blocks", "minimisation"], found: choice.name)
    }
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .simple(let arms): try NamedChoice.encode("simple", arms, encoder)
    case .blocks(let blocks): try NamedChoice.encode("blocks", blocks, encoder)
    case .minimisation(let minimisation): try NamedChoice.encode("minimisation", minimisation, encoder)
    }
  }
}
