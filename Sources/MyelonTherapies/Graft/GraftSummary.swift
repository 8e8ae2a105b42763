/// The state of one transplant in numbers, for time series and reports.
public struct GraftSummary: Sendable, Hashable, Codable {
  /// Name of the transplant.
  public var name: String
  /// Cells placed in the cord.
  public var placed: Double
  /// Living cells by fate, in the order of `GraftFate`; without clones.
  public var alive: [Double]
  /// Dead cells by cause, in the order of `GraftCondition`.
  public var dead: [Double]
  /// Cells born by division.
  public var born: Double
  /// Living over placed cells; 0 when none was placed.
  public var survival: Double
  /// Volume of the living cells, mm3; without clones.
  public var volume: Double
  /// Cells and volume (mm3) of clones, and the number of clones that live.
  public var cloneCells: Double
  /// Volume of the clones, mm3.
  public var tumourVolume: Double
  /// Clones that have cells.
  public var clones: Int
  /// Mean stress of the living cells, 0 to 1.
  public var stress: Double
  /// Strength of the host's adaptive response, 0 to 1.
  public var response: Double
  /// Cells elsewhere in the body that still act.
  public var remote: Double
  /// Risk of allodynia or spasticity from aberrant sprouting, 0 to 1.
  public var sproutingRisk: Double
}
