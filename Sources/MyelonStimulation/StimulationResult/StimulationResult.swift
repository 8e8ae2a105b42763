import MyelonQuantities

/// Everything that a stimulation study found.
public struct StimulationResult: Sendable, Hashable {
  /// The study as it was run.
  public let study: StimulationStudy
  /// Name of the array.
  public let arrayName: String
  /// Where the array's dimensions come from.
  public let arraySource: String
  /// Whether the array lies on the skin.
  public let isOnSkin: Bool
  /// Contacts in place.
  public let contacts: [ElectrodeContact]
  /// Insulating and conducting bodies of the array, for drawings.
  public let bodies: [ElectrodeBody]
  /// Grid of the volume conductor; nil when the fields were given in closed form.
  public let grid: GridRecord?
  /// How each contact's potential was solved.
  public let solves: [ContactSolve]
  /// What each montage does.
  public let montages: [MontageOutcome]
  /// How well each montage reaches each target.
  public let selectivity: [SelectivityIndex]
  /// Bands of thresholds over sampled sets of parameters; empty when none were asked for.
  public let bands: [ThresholdBand]
  /// The sampled sets, values by identifier.
  public let uncertaintySets: [[String: Double]]
  /// Parameters in force.
  public let parameters: ParameterTable
  /// Courses of the fibres, for drawings.
  public let courses: [StudyCourse]
  /// Potential of the best montage for the target, or of the first.
  public let map: PotentialMap
  /// What a reader has to know to judge the numbers.
  public let warnings: [String]

  /// Number of thresholds that were computed, without those of the bands.
  public var thresholdCount: Int { montages.reduce(0) { $0 + $1.thresholds.count } }

  /// Targets in the order that they were computed in.
  public var targets: [String] {
    var seen: Set<String> = []
    return selectivity.map(\.target).filter { seen.insert($0).inserted }
  }

  /// Montages of a target from best to worst.
  public func ranking(of target: String) -> [SelectivityIndex] {
    SelectivityIndex.ranked(selectivity.filter { $0.target == target })
  }

  /// The montage that the map, the bands and the front of a report show: the best for the target, or the first.
  public var shownMontage: MontageOutcome? { montages.first { $0.montage.name == map.montage } }
}
