import MyelonLesion

/// What was engineered into the cells of a transplant.
public enum CellEngineering: Sendable, Hashable, Codable {
  /// Constant over-expression of a factor, ng (or mU of chondroitinase) per million cells a day.
  case secretes(Factor, rate: Double)
  /// Sense and respond: a field of the cord drives an output through a Hill function.
  case responds(SenseAndRespond)
  /// A safety switch that kills this share of the cells that carry it within a day of being turned on.
  case safetySwitch(killedShare: Double)
}
