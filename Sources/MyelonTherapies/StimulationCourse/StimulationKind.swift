import MyelonAnatomy

/// Where the electrodes of a stimulator lie.
public enum StimulationKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// In the epidural space over the dorsal cord.
  case epidural
  /// On the skin over the spine.
  case transcutaneous
}

extension StimulationKind {
  /// Kinds for which numbers are known in a species; none was found for the skin of a rat.
  public static func kinds(in species: Species) -> [StimulationKind] {
    species == .rat ? [.epidural] : allCases
  }

  /// Amplitudes that are accepted, mA.
  ///
  /// From the ranges of studies (epidural: rat 0.2-3, people up to about 15; skin: 80-180), assumed to be exceeded at
  /// most about twice upwards; downwards far enough to try settings that do nothing.
  public func amplitudes(in species: Species) -> ClosedRange<Double> {
    switch self {
    case .epidural: species == .rat ? 0.02...6 : 0.1...25
    case .transcutaneous: 5...300
    }
  }

  /// Pulse widths that are accepted, us.
  ///
  /// Studies used 200 (rat) and 200-450 us (people) in the epidural space and 1000 us through the skin.
  public var pulseWidths: ClosedRange<Double> { self == .epidural ? 30...1000 : 100...2000 }
}
