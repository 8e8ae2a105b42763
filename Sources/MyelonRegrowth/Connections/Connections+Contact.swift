import MyelonAnatomy

extension Connections {
  /// Where an axon comes from.
  public typealias Origin = AxonOrigin

  /// What an axon has connected to.
  public enum Target: Sendable, Hashable {
    /// Neurons of the host.
    ///
    /// `isBelow`: caudal to the lesion's centre, which splits the segment that it lies in.
    case host(segment: Int, side: Side, horn: GreyRegion, isBelow: Bool)
    /// Grafted neurons of a transplant on a side.
    case graft(transplant: Int, side: Side)
    /// The brain end of the cord, for axons that have left the window rostrally and grown on to it.
    case brainstem(side: Side)

    var code: UInt32 {
      switch self {
      case .host(let segment, let side, let horn, let isBelow):
        UInt32(segment) << 8 | UInt32(horn.rawValue) << 4 | UInt32(side.rawValue) << 1 | (isBelow ? 1 : 0)
      case .graft(let transplant, let side):
        1 << 30 | UInt32(min(max(transplant, 0), AxonOrigin.transplantLimit - 1)) << 1 | UInt32(side.rawValue)
      case .brainstem(let side): 2 << 30 | UInt32(side.rawValue)
      }
    }

    init?(code: UInt32) {
      let low = UInt8(code & 1)
      switch code >> 30 {
      case 0:
        guard let horn = GreyRegion(rawValue: UInt8(code >> 4 & 15)),
          let side = Side(rawValue: UInt8(code >> 1 & 7))
        else { return nil }
        self = .host(segment: Int(code >> 8), side: side, horn: horn, isBelow: low == 1)
      case 1:
        guard let side = Side(rawValue: low) else { return nil }
        self = .graft(transplant: Int(code & 0x3FFF_FFFF) >> 1, side: side)
      case 2:
        guard let side = Side(rawValue: low), code & 0x3FFF_FFFE == 0 else { return nil }
        self = .brainstem(side: side)
      default: return nil
      }
    }
  }

  /// A growth cone that has reached a target.
  public struct Contact: Sendable, Hashable {
    /// Number of the agent; one agent has one synapse.
    public var agent: UInt32
    /// Where its axons come from.
    public var origin: Origin
    /// What they have connected to.
    public var target: Target
    /// Axons that it stands for.
    public var axons: Float
    /// Day after injury of the contact.
    public var day: Float
    /// Length grown, mm.
    public var length: Float
    /// Share of the new axon that is myelinated, 0 to 1.
    public var myelin: Float

    /// Joins the facts of a contact.
    public init(
      agent: UInt32, origin: Origin, target: Target, axons: Float, day: Float = 0, length: Float = 0,
      myelin: Float = 0
    ) {
      self.agent = agent
      self.origin = origin
      self.target = target
      self.axons = axons
      self.day = day
      self.length = length
      self.myelin = myelin
    }
  }

  /// The host target in a voxel, nil outside the cord.
  ///
  /// A voxel that is mostly white matter takes the horn that its depth in the section suggests.
  public func hostTarget(voxel: Int) -> Target? { layout.hostTarget(voxel) }

  /// The host target at a place outside the window.
  ///
  /// - Parameters:
  ///   - z: position along the cord, mm.
  ///   - side: side of the cord.
  ///   - horn: part of the grey matter.
  /// - Returns: the target.
  public func hostTarget(z: Double, side: Side, horn: GreyRegion) -> Target {
    .host(segment: layout.segment(atZ: z), side: side, horn: horn, isBelow: z > lesionCentre)
  }
}
