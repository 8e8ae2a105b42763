import MyelonAnatomy

/// Where an axon's cell body lies: in the brain, a ganglion or a segment of the host, or in a graft.
public enum AxonOrigin: Sendable, Hashable, Codable {
  /// A neuron of the host whose axon runs in a tract of one side of the cord.
  case tract(Tract, Side)
  /// A grafted neuron: position of its transplant among the arm's transplants, side of the cord.
  case graft(transplant: Int, Side)

  /// Most transplants that can be told apart.
  public static let transplantLimit = 1000

  private static let firstGraft: UInt16 = 256

  /// A number that stands for the origin in arrays: `2 tract + side`, or `256 + 2 transplant + side`.
  public var code: UInt16 {
    switch self {
    case .tract(let tract, let side): UInt16(RegionCode(tract, side).rawValue)
    case .graft(let transplant, let side):
      Self.firstGraft + UInt16(2 * min(max(transplant, 0), Self.transplantLimit - 1)) + UInt16(side.rawValue)
    }
  }

  /// The origin with a code, or nil when none has it.
  public init?(code: UInt16) {
    guard let side = Side(rawValue: UInt8(code & 1)) else { return nil }
    if code >= Self.firstGraft {
      self = .graft(transplant: Int(code - Self.firstGraft) / 2, side)
    } else if let tract = Tract(rawValue: UInt8(code >> 1)) {
      self = .tract(tract, side)
    } else {
      return nil
    }
  }

  /// The kind of neuron.
  public var neuron: NeuronType {
    switch self {
    case .tract(let tract, _): NeuronType(tract)
    case .graft: .graft
    }
  }

  /// The side of the cord.
  public var side: Side {
    switch self {
    case .tract(_, let side), .graft(_, let side): side
    }
  }

  /// True for axons that run towards the brain; grafted neurons grow both ways and count as not ascending.
  public var isAscending: Bool {
    if case .tract(let tract, _) = self { tract.isAscending } else { false }
  }
}
