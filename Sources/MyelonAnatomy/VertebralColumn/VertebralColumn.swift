/// The vertebrae along the cord: where bone, discs and the openings for the roots lie.
///
/// The cord is shorter than the canal, so a segment lies beside a more rostral vertebra: in people the
/// segment L2 beside T11 to T12 and the end of the cord at the disc L1/L2. Positions are those of the cord: z
/// = 0 at the rostral end of the segment C1.
public struct VertebralColumn: Sendable, Hashable {
  /// The species.
  public let species: Species
  /// Vertebrae from rostral to caudal, without gaps.
  public let levels: [VertebralLevel]

  /// Makes a column; levels must be in order and touch.
  public init(species: Species, levels: [VertebralLevel]) {
    precondition(!levels.isEmpty, "A column needs a vertebra")
    precondition(
      zip(levels, levels.dropFirst()).allSatisfy { $0.caudal == $1.rostral && $0.height > 0 },
      "Vertebrae must touch, in order")
    self.species = species
    self.levels = levels
  }

  /// The standard column of a species.
  public static func standard(_ species: Species) -> VertebralColumn {
    species == .human ? human : rat
  }

  /// The same column with its length scaled, as `CordAnatomy.scaled` scales a cord.
  ///
  /// - Parameters:
  ///   - length: factor on positions along the cord, above 0.
  ///   - across: factor on the sizes of the bodies, above 0.
  /// - Returns: the scaled column.
  public func scaled(length: Double = 1, across: Double = 1) -> VertebralColumn {
    VertebralColumn(
      species: species,
      levels: levels.map {
        VertebralLevel(
          name: $0.name, rostral: $0.rostral * length, caudal: $0.caudal * length,
          discHeight: $0.discHeight * length, bodyWidth: $0.bodyWidth * across,
          bodyDepth: $0.bodyDepth * across,
          source: $0.source + ", scaled")
      })
  }

  /// The vertebra with a name such as "T12".
  ///
  /// - Throws: `AnatomyError.unknownVertebra`.
  public func level(named name: String) throws(AnatomyError) -> VertebralLevel {
    guard let level = levels.first(where: { $0.name == name }) else {
      throw .unknownVertebra(name: name, known: levels.map(\.name))
    }
    return level
  }

  /// Index of the vertebra beside position `z`, mm; the first or last beyond the ends.
  public func index(atZ z: Double) -> Int {
    levels.firstIndex { z < $0.caudal } ?? levels.count - 1
  }

  /// The vertebra beside position `z`, mm; the first or last beyond the ends.
  public func level(atZ z: Double) -> VertebralLevel { levels[index(atZ: z)] }
}
