import MyelonAnatomy

/// Where the middle of an electrode array lies.
public struct ElectrodePlacement: Sendable, Hashable, Codable {
  /// The level that the middle lies beside.
  public enum Level: Sendable, Hashable, Codable {
    /// A vertebra by name, and the share of the way from the disc above (0) to the disc below it (1).
    case vertebra(String, share: Double)
    /// A segment of the cord by name, and the share of the way through it.
    case segment(String, share: Double)
    /// A position along the cord, mm from the rostral end of the segment C1.
    case position(Double)
  }

  /// The level that the middle lies beside.
  public var level: Level
  /// Lateral offset from the midline, left positive, mm.
  public var lateral: Double

  /// Makes a placement.
  public init(_ level: Level, lateral: Double = 0) {
    self.level = level
    self.lateral = lateral
  }

  /// Beside the middle of a vertebra, such as "T12".
  public static func vertebra(_ name: String, share: Double = 0.5, lateral: Double = 0) -> ElectrodePlacement
  {
    ElectrodePlacement(.vertebra(name, share: share), lateral: lateral)
  }

  /// Beside the middle of a segment of the cord, such as "L2".
  public static func segment(_ name: String, share: Double = 0.5, lateral: Double = 0) -> ElectrodePlacement {
    ElectrodePlacement(.segment(name, share: share), lateral: lateral)
  }

  /// Position along the cord, mm from the rostral end of the segment C1.
  ///
  /// - Parameter model: the surroundings of the cord.
  /// - Returns: position, mm.
  /// - Throws: `ElectrodeArrayError.unknownLevel`, `ElectrodeArrayError.unusableNumber`.
  public func position(in model: SpineModel) throws(ElectrodeArrayError) -> Double {
    let z: Double
    switch level {
    case .position(let given): z = given
    case .vertebra(let name, let share):
      guard let level = model.column.levels.first(where: { $0.name == name }) else {
        throw .unknownLevel(name: name, known: model.column.levels.map(\.name))
      }
      z = level.position(share)
    case .segment(let name, let share):
      guard let segment = model.anatomy.segments.first(where: { $0.name == name }) else {
        throw .unknownLevel(name: name, known: model.anatomy.segments.map(\.name))
      }
      z = segment.rostral + share * segment.length
    }
    guard z.isFinite, lateral.isFinite else {
      throw .unusableNumber(array: "electrode", what: "place", value: "\(z) mm, \(lateral) mm lateral")
    }
    return z
  }
}
