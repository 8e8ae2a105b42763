import Foundation

/// What a contact's current means for tissue: charge, charge density and the published limits.
///
/// Contacts in the body: Shannon's rule `k = log10 D + log10 Q` with charge density D in uC/cm2 and charge Q in uC, both of a phase
/// (Shannon 1992, IEEE Trans Biomed Eng 39:424, doi:10.1109/10.126616). Pads on the skin: root mean square of the current by area
/// (IEC 60601-2-10). Both know the geometric area only: at edges of a contact the density is higher. A point has no area, so no density
/// and no k can be given for it.
public struct StimulationSafety: Sendable, Hashable, Codable {
  /// Largest k that is taken without an explicit acceptance.
  ///
  /// Between Shannon's cautious 1.5 and 1.85, the lowest k at which damage was seen in the two studies behind the rule; 1.75 is the
  /// line that Cogan et al. 2016 (J Neural Eng 13:021001, recalled) draw for contacts of this size. The data are cat cortex,
  /// 7 to 8 h at 50 Hz, contacts of 1 mm2 or more, so the rule says little about years of stimulation.
  public static let shannonLimit = 1.75
  /// k below which Shannon himself saw no reason for concern.
  public static let shannonCautious = 1.5
  /// Lowest k at which damage was seen.
  public static let shannonDamage = 1.85
  /// Largest root mean square current density under a pad, mA/cm2: above it IEC 60601-2-10 asks for a warning to the operator.
  public static let skinLimit = 2.0
  /// Largest share of a phase's charge that a balanced pulse may leave behind.
  ///
  /// Assumed because stimulators trim currents to about one per cent and drain the rest through a capacitor.
  public static let imbalanceLimit = 0.01

  /// Name of the contact.
  public let contact: String
  /// Share of the amplitude that it carries, negative for a cathode.
  public let share: Double
  /// Geometric area, cm2; nil for a point.
  public let area: Double?
  /// Whether it lies on the skin.
  public let isOnSkin: Bool
  /// Charge of the larger phase for an amplitude of 1 mA, uC.
  public let chargePerMilliampere: Double
  /// Root mean square of the contact's current for an amplitude of 1 mA, mA.
  public let rootMeanSquarePerMilliampere: Double

  /// Judges a contact.
  ///
  /// - Parameters:
  ///   - contact: the contact.
  ///   - share: share of the amplitude that it carries.
  ///   - pulse: the pulse.
  ///   - isOnSkin: whether it lies on the skin.
  public init(contact: ElectrodeContact, share: Double, pulse: StudyPulse, isOnSkin: Bool) {
    self.contact = contact.name
    self.share = share
    area = contact.area
    self.isOnSkin = isOnSkin
    // 1 nC is 1e-3 uC.
    chargePerMilliampere = 1e-3 * pulse.waveform.phaseCharge * abs(share)
    rootMeanSquarePerMilliampere = pulse.rootMeanSquare * abs(share)
  }

  /// Charge of a phase at an amplitude, uC.
  public func charge(at amplitude: Double) -> Double { chargePerMilliampere * amplitude }

  /// Charge density of a phase at an amplitude, uC/cm2; nil for a point.
  public func density(at amplitude: Double) -> Double? { area.map { charge(at: amplitude) / $0 } }

  /// Shannon's k at an amplitude; nil for a point, a pad on the skin, and without charge.
  public func shannon(at amplitude: Double) -> Double? {
    guard !isOnSkin, let density = density(at: amplitude), density > 0 else { return nil }
    return log10(density) + log10(charge(at: amplitude))
  }

  /// Root mean square current density at an amplitude, mA/cm2; nil for a point.
  public func currentDensity(at amplitude: Double) -> Double? {
    area.map { rootMeanSquarePerMilliampere * amplitude / $0 }
  }

  /// Largest amplitude within the limit that applies, mA; nil for a point, for which none can be given.
  public var largestAmplitude: Double? {
    guard let area else { return nil }
    if isOnSkin {
      return rootMeanSquarePerMilliampere > 0 ? Self.skinLimit * area / rootMeanSquarePerMilliampere : nil
    }
    guard chargePerMilliampere > 0 else { return nil }
    return (pow(10, Self.shannonLimit) * area).squareRoot() / chargePerMilliampere
  }
}
