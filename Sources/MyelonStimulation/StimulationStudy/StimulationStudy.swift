import MyelonAnatomy
import MyelonQuantities

/// A study of stimulation as a user describes it: whose cord, which electrode, which currents, which fibres.
///
/// ```swift
/// let study = StimulationStudy(
///   name: "paddle", species: .human, electrode: StudyElectrode(kind: .paddle, placement: .vertebra("T12")),
///   pulse: StudyPulse(kind: .asymmetric, width: 210), amplitudes: StudyAmplitudes(lowest: 0.2, highest: 8),
///   fibres: StudyFibres(segments: ["L2", "L3", "L4"]))
/// let result = try study.run(threads: 2)
/// ```
public struct StimulationStudy: Sendable, Hashable, Codable {
  /// Name of the study.
  public var name: String
  /// Free text about it.
  public var description = ""
  /// The species.
  public var species: Species
  /// How the body lies.
  public var posture = SpinePosture.supine
  /// Size along the cord relative to the standard anatomy.
  public var lengthScale = 1.0
  /// Size across the cord relative to the standard anatomy.
  public var acrossScale = 1.0
  /// The electrode.
  public var electrode: StudyElectrode
  /// Whether each contact is also tried alone as a cathode against the far boundary.
  public var triesEachContact = false
  /// Montages to try.
  public var montages: [ElectrodeMontage] = []
  /// Whether every montage is also tried with all currents reversed.
  public var triesBothPolarities = false
  /// The pulse.
  public var pulse: StudyPulse
  /// Amplitudes of the recruitment curves; the highest also limits the search for thresholds.
  public var amplitudes: StudyAmplitudes
  /// The fibres.
  public var fibres: StudyFibres
  /// What stimulation shall reach; nil ranks montages for every muscle.
  public var target: StudyTarget?
  /// Values that replace those of `StimulationParameters`, by identifier.
  public var parameters: [String: Double] = [:]
  /// How finely everything is resolved.
  public var detail = StudyDetail.standard
  /// Edge of the cells across the cord, mm; nil takes that of the detail.
  public var resolution: Double?
  /// Number of sets of uncertain parameters to compute; 0 leaves the bands out.
  public var uncertaintySets = 0
  /// Seed of the sets.
  public var seed: UInt64 = 1
  /// Whether a pulse may leave charge behind.
  public var allowsUnbalanced = false
  /// Whether the limits of safety may be exceeded.
  public var acceptsUnsafe = false

  /// Describes a study; everything else has a usual value.
  public init(
    name: String, species: Species, electrode: StudyElectrode, pulse: StudyPulse, amplitudes: StudyAmplitudes,
    fibres: StudyFibres
  ) {
    self.name = name
    self.species = species
    self.electrode = electrode
    self.pulse = pulse
    self.amplitudes = amplitudes
    self.fibres = fibres
  }

  /// The montages to compute: each contact alone if asked for, those of the list, and their reversals if asked for.
  ///
  /// - Parameter contacts: contacts of the array.
  /// - Returns: montages with different names.
  public func allMontages(_ contacts: [ElectrodeContact]) -> [ElectrodeMontage] {
    let alone = triesEachContact ? contacts.map { ElectrodeMontage.monopolar($0.name) } : []
    let listed = alone.filter { one in !montages.contains { $0.name == one.name } } + montages
    guard triesBothPolarities else { return listed }
    return listed.flatMap { montage in
      [
        montage,
        ElectrodeMontage(name: "\(montage.name), reversed", shares: montage.shares.mapValues { -$0 }),
      ]
    }
  }
}
