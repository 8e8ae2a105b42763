import MyelonStimulation

/// The content of `summary.json`: a study and what came of it, without curves and single fibres.
public struct StimulationSummary: Sendable, Encodable {
  /// A population's amplitudes, mA; left out above the range.
  struct Population: Sendable, Encodable {
    let fibreClass: String
    let segment: String
    let side: String
    let thresholdMilliamperes: Double?
    let halfMilliamperes: Double?
    let saturationMilliamperes: Double?
    /// Share of the fibres that fire whose spikes begin at each site.
    let begins: [String: Double]
  }

  /// A muscle's amplitudes, mA; left out above the range.
  struct Muscle: Sendable, Encodable {
    let muscle: String
    let side: String
    let poolComputed: Double
    let thresholdMilliamperes: Double?
    let reflexThresholdMilliamperes: Double?
    let directThresholdMilliamperes: Double?
  }

  /// What a montage does.
  struct Montage: Sendable, Encodable {
    let name: String
    let shares: [String: Double]
    let largestSafeMilliamperes: Double?
    let populations: [Population]
    let muscles: [Muscle]
  }

  /// A band of thresholds over sampled parameters, mA.
  struct Band: Sendable, Encodable {
    let montage: String
    let fibreClass: String
    let segment: String
    let side: String
    let low: Double?
    let central: Double?
    let high: Double?
    let sets: Int
  }

  /// The best montage for a target.
  struct Best: Sendable, Encodable {
    let target: String
    let montage: String
    let indexAtHalf: Double?
    let halfMilliamperes: Double?
    let largestIndex: Double
    let thresholdRatio: Double?
  }

  /// A parameter that the file replaced.
  struct Replaced: Sendable, Encodable {
    let id: String
    let value: Double
    let unit: String
  }

  let notice =
    "Computed by research software; it predicts nobody's outcome and is not for setting a stimulator."
  let version: String
  let file: String
  let study: StimulationStudy
  let array: String
  let arraySource: String
  let contacts: [ElectrodeContact]
  let grid: GridRecord?
  let solves: [ContactSolve]
  let thresholds: Int
  let montages: [Montage]
  let best: [Best]
  let bands: [Band]
  let uncertaintySets: [[String: Double]]
  let replacedParameters: [Replaced]
  let warnings: [String]
  let seconds: Double?
}
