import MyelonQuantities
import MyelonStimulation

extension StimulationSummary {
  /// Sums up a result.
  ///
  /// - Parameters:
  ///   - result: the result.
  ///   - file: name of the study's file.
  ///   - seconds: time that the computation took; nil leaves it out, so that equal studies give equal files.
  public init(_ result: StimulationResult, file: String, seconds: Double? = nil) {
    version = ProgramVersion.current
    self.file = file
    study = result.study
    array = result.arrayName
    arraySource = result.arraySource
    contacts = result.contacts
    grid = result.grid
    solves = result.solves
    thresholds = result.thresholdCount
    montages = result.montages.map { Self.montage($0, result.study.amplitudes) }
    best = result.targets.compactMap { target in
      result.ranking(of: target).first.map {
        Best(
          target: target, montage: $0.montage, indexAtHalf: $0.indexAtHalf, halfMilliamperes: $0.half,
          largestIndex: $0.largest, thresholdRatio: $0.thresholdRatio)
      }
    }
    bands = result.bands.map {
      Band(
        montage: $0.montage, fibreClass: $0.fibreClass.rawValue, segment: $0.segment, side: $0.side.word,
        low: $0.low, central: $0.central, high: $0.high, sets: $0.thresholds.count)
    }
    uncertaintySets = result.uncertaintySets
    replacedParameters = result.parameters.parameters.filter(\.isOverridden).map {
      Replaced(id: $0.id, value: $0.value, unit: $0.unit)
    }
    warnings = result.warnings
    self.seconds = seconds
  }

  private static func montage(_ outcome: MontageOutcome, _ amplitudes: StudyAmplitudes) -> Montage {
    let populations = outcome.populations.map { one in
      Population(
        fibreClass: one.fibreClass.rawValue, segment: one.segment, side: one.side.word,
        thresholdMilliamperes: one.threshold, halfMilliamperes: one.half,
        saturationMilliamperes: one.saturation,
        begins: Dictionary(uniqueKeysWithValues: one.sites.map { ($0.key.rawValue, $0.value) }))
    }
    let muscles = outcome.muscles.map { one in
      Muscle(
        muscle: one.muscle, side: one.side.word, poolComputed: one.coverage,
        thresholdMilliamperes: one.threshold(of: one.share(at:), in: amplitudes),
        reflexThresholdMilliamperes: one.threshold(of: one.monosynaptic(at:), in: amplitudes),
        directThresholdMilliamperes: one.threshold(of: one.direct(at:), in: amplitudes))
    }
    return Montage(
      name: outcome.montage.name, shares: outcome.montage.shares,
      largestSafeMilliamperes: outcome.largestSafeAmplitude, populations: populations, muscles: muscles)
  }
}

extension MontageOutcome {
  /// Charge, density and limits of a montage's contacts at an amplitude, for `safety.json`.
  func safetyRecords(at amplitude: Double) -> [SafetyRecord] {
    safety.map { one in
      SafetyRecord(
        montage: montage.name, contact: one.contact, share: one.share, areaSquareCentimetres: one.area,
        amplitudeMilliamperes: amplitude, chargeMicrocoulombs: one.charge(at: amplitude),
        densityMicrocoulombsPerSquareCentimetre: one.density(at: amplitude),
        shannonK: one.shannon(at: amplitude),
        rootMeanSquareMilliamperesPerSquareCentimetre: one.isOnSkin ? one.currentDensity(at: amplitude) : nil,
        largestMilliamperes: one.largestAmplitude,
        note: one.area == nil ? "a point has no area: no density and no limit can be given" : nil)
    }
  }
}
