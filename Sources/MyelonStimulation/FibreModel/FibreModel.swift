/// The families of nerve fibre that can be built.
public enum FibreModel: String, Sendable, Hashable, Codable, CaseIterable {
  /// Double-cable myelinated fibre at the eleven diameters of the original tables.
  ///
  /// McIntyre, Richardson & Grill 2002, doi:10.1152/jn.00353.2001; 2 um: McIntyre and others 2004, doi:10.1152/jn.00989.2003.
  case mrgDiscrete = "mrg-discrete"
  /// The same membrane with a morphology interpolated over 2 to 16 um (Musselman and others 2021, doi:10.1371/journal.pcbi.1009285).
  case mrgInterpolated = "mrg-interpolated"
  /// Thin myelinated fibre (Peña and others 2024, doi:10.1371/journal.pcbi.1011833), meant for less than 5.7 um.
  case smallMyelinated = "small-myelinated"
  /// Unmyelinated C fibre (Sundt, Gamper & Jaffe 2015, doi:10.1152/jn.00226.2015).
  case unmyelinated
  /// Unmyelinated fibre with squid channels at 37 degrees (Rattay & Aberham 1993, doi:10.1109/10.250575).
  case unmyelinatedSquid = "unmyelinated-squid"

  /// Whether the fibre has myelin and nodes of Ranvier.
  public var isMyelinated: Bool { self != .unmyelinated && self != .unmyelinatedSquid }

  /// Fibre diameters that the model may be used for, um.
  ///
  /// The myelinated ranges are those of the publications; unmyelinated axons of spinal roots and skin nerves are 0.1 to 2 um
  /// thick, and the models are refused beyond twice that.
  public var diameters: ClosedRange<Double> {
    switch self {
    case .mrgDiscrete: 1...16
    case .mrgInterpolated: 2...16
    case .smallMyelinated: 1.011...16
    case .unmyelinated, .unmyelinatedSquid: 0.1...4
    }
  }

  /// Channels and constants of the excitable membrane.
  public var membrane: AxonMembrane {
    switch self {
    case .mrgDiscrete, .mrgInterpolated, .smallMyelinated: .node
    case .unmyelinated: .sundt
    case .unmyelinatedSquid: .squid
    }
  }

  /// Densities of channels in the excitable membrane, S/cm2.
  ///
  /// The thin fibre has fewer fast sodium and more slow potassium channels (Peña and others 2024).
  public var channels: ChannelDensities {
    var densities = membrane.channels
    if self == .smallMyelinated {
      densities.sodium = 2.333_333
      densities.potassium = 0.115_556
    }
    return densities
  }
}
