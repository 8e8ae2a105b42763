/// Whether a grafted cell lives, or what it died of.
public enum GraftCondition: UInt8, Sendable, Hashable, Codable, CaseIterable {
  /// It lives.
  case alive
  /// Shear and loss of anchorage in the first day, and cells that were dead in the vial.
  case injection
  /// Want of flow.
  case hypoxia
  /// Oxidative load.
  case oxidation
  /// TNF / IL-1 in its surroundings.
  case cytokine
  /// Dense pro-inflammatory macrophages.
  case macrophages
  /// The host's adaptive response.
  case rejection
  /// Too many cells in one place.
  case crowding
  /// Death that remains in quiet tissue.
  case basal
  /// The safety switch.
  case safetySwitch
  /// Nothing that holds a fresh cell: its surroundings have lost their matrix.
  case anchorage

  /// Number of causes of death; the hazard table has them in this order, without `alive`.
  static let causeCount = 10
}
