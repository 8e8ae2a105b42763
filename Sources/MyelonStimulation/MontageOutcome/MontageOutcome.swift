/// What one montage does.
public struct MontageOutcome: Sendable, Hashable, Codable {
  /// The montage.
  public let montage: ElectrodeMontage
  /// What the current of each contact means for tissue.
  public let safety: [StimulationSafety]
  /// Largest amplitude within the limits of safety, mA; nil when no contact has an area.
  public let largestSafeAmplitude: Double?
  /// Threshold of every fibre.
  public let thresholds: [ThresholdRecord]
  /// Recruitment of every population.
  public let populations: [PopulationRecruitment]
  /// Recruitment of every muscle.
  public let muscles: [MuscleRecruitment]

  init(
    montage: ElectrodeMontage, safety: [StimulationSafety], thresholds: [ThresholdRecord],
    muscles: ([PopulationRecruitment]) -> [MuscleRecruitment]
  ) {
    self.montage = montage
    self.safety = safety
    largestSafeAmplitude = StimulationSafety.largestAmplitude(of: safety)
    self.thresholds = thresholds
    var populations: [PopulationRecruitment] = []
    var from = 0
    // Records of a population follow one another.
    for index in thresholds.indices {
      let one = thresholds[index]
      let isLast = index + 1 == thresholds.count || !one.isOfPopulation(of: thresholds[index + 1])
      guard isLast else { continue }
      populations.append(
        PopulationRecruitment(
          fibreClass: one.fibreClass, segment: one.segment, side: one.side,
          records: Array(thresholds[from...index])))
      from = index + 1
    }
    self.populations = populations
    self.muscles = muscles(populations)
  }
}

extension ThresholdRecord {
  fileprivate func isOfPopulation(of other: ThresholdRecord) -> Bool {
    fibreClass == other.fibreClass && segment == other.segment && side == other.side
  }
}
