/// One injury of one cord: what happened, where, and how it was placed.
public struct Injury: Sendable, Hashable, Codable {
  /// What happened.
  public var mechanism: InjuryMechanism
  /// Name of the spinal segment (not vertebra) at the epicentre, for example `C5` or `T10`.
  public var level: String
  /// Offset of the epicentre to one side, from -1 (right edge) to +1 (left edge); 0 is the midline.
  public var laterality: Double
  /// Offset of the epicentre, from -1 (ventral edge) to +1 (dorsal edge); nil takes the mechanism's own.
  public var depth: Double?
  /// Distance of the epicentre caudal to the middle of its segment, mm; negative is rostral.
  public var offset: Double
  /// Rostro-caudal length over which the cord was struck, mm; nil takes the mechanism's own.
  public var length: Double?

  /// Describes an injury.
  ///
  /// - Parameters:
  ///   - mechanism: what happened.
  ///   - level: spinal segment at the epicentre.
  ///   - laterality: -1 (right) to +1 (left).
  ///   - depth: -1 (ventral) to +1 (dorsal), or nil.
  ///   - length: struck length, mm, or nil.
  ///   - offset: distance of the epicentre caudal to the middle of its segment, mm.
  public init(
    mechanism: InjuryMechanism, level: String, laterality: Double = 0, depth: Double? = nil,
    length: Double? = nil, offset: Double = 0
  ) {
    self.mechanism = mechanism
    self.level = level
    self.laterality = laterality
    self.depth = depth
    self.length = length
    self.offset = offset
  }

  /// Decodes an injury; records of versions without an offset are read with none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    mechanism = try values.decode(InjuryMechanism.self, forKey: .mechanism)
    level = try values.decode(String.self, forKey: .level)
    laterality = try values.decode(Double.self, forKey: .laterality)
    depth = try values.decodeIfPresent(Double.self, forKey: .depth)
    length = try values.decodeIfPresent(Double.self, forKey: .length)
    offset = try values.decodeIfPresent(Double.self, forKey: .offset) ?? 0
  }
}
