import MyelonAnatomy

/// A measure of which published results may be set beside the simulated ones.
public struct ScenarioMeasure: Sendable, Hashable, Codable {
  /// Name in scenario files, such as `BBB`.
  public let name: String
  /// The one unit in which it is given, such as `points`.
  public let unit: String
  /// Smallest and largest value that the measure can take.
  public let range: ClosedRange<Double>
  /// The species it is taken in; nil for both.
  public let species: Scenario.Species?

  /// Declares a measure.
  ///
  /// - Parameters:
  ///   - name: name in scenario files.
  ///   - unit: the one unit in which it is given.
  ///   - range: smallest and largest value that it can take.
  ///   - species: the species it is taken in, or nil for both.
  public init(_ name: String, unit: String, range: ClosedRange<Double>, species: Scenario.Species? = nil) {
    self.name = name
    self.unit = unit
    self.range = range
    self.species = species
  }

  /// The measures of this version: the BBB scale (Basso, Beattie & Bresnahan 1995, 0 to 21), the sums of the
  /// international neurological examination (ISNCSCI 2019: 50 points an extremity pair, 112 a sensory
  /// modality), the Spinal Cord Independence Measure (SCIM III, 0 to 100) sizes of lesion and sparing,
  /// counts and reach of regrown axons, and skilled reaching of rats (share of their own success before injury).
  public static let standard: [ScenarioMeasure] = [
    ScenarioMeasure("BBB", unit: "points", range: 0...21, species: .rat),
    ScenarioMeasure("spared_white_matter", unit: "%", range: 0...100),
    ScenarioMeasure("lesion_volume", unit: "mm3", range: 0...100_000),
    ScenarioMeasure("cavity_volume", unit: "mm3", range: 0...100_000),
    ScenarioMeasure("lesion_length", unit: "mm", range: 0...500),
    ScenarioMeasure("upper_extremity_motor_score", unit: "points", range: 0...50, species: .human),
    ScenarioMeasure("lower_extremity_motor_score", unit: "points", range: 0...50, species: .human),
    ScenarioMeasure("motor_score", unit: "points", range: 0...100, species: .human),
    ScenarioMeasure("light_touch_score", unit: "points", range: 0...112, species: .human),
    ScenarioMeasure("pin_prick_score", unit: "points", range: 0...112, species: .human),
    ScenarioMeasure("graft_survival", unit: "%", range: 0...10_000),
    ScenarioMeasure("axons_per_channel", unit: "axons", range: 0...1e6),
    ScenarioMeasure("axons_beyond_lesion", unit: "axons", range: 0...1e7),
    ScenarioMeasure("graft_axons_caudal", unit: "axons", range: 0...1e7),
    ScenarioMeasure("graft_axons_rostral", unit: "axons", range: 0...1e7),
    ScenarioMeasure("longest_corticospinal", unit: "mm", range: 0...500),
    ScenarioMeasure("longest_brainstem", unit: "mm", range: 0...500),
    ScenarioMeasure("longest_afferent", unit: "mm", range: 0...500),
    ScenarioMeasure("longest_graft", unit: "mm", range: 0...500),
    ScenarioMeasure("reaching", unit: "%", range: 0...100, species: .rat),
    ScenarioMeasure("SCIM", unit: "points", range: 0...100, species: .human),
  ]
}
