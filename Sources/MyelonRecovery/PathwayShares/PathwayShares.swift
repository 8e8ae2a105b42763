/// A quantity split by the connections that bring it: drive, sensation or points of a score.
///
/// The parts always add up to the total: where a total is limited, every part is scaled alike.
public struct PathwayShares: Sendable, Hashable, Codable {
  /// Part of axons that the injury left.
  public var spared: Double
  /// Part of remyelinated axons.
  public var remyelinated: Double
  /// Part of axons that have grown back.
  public var regenerated: Double
  /// Part of paths through grafted neurons.
  public var relayed: Double
  /// Part of paths through propriospinal neurons.
  public var detoured: Double

  /// Joins parts.
  public init(
    spared: Double = 0, remyelinated: Double = 0, regenerated: Double = 0, relayed: Double = 0,
    detoured: Double = 0
  ) {
    self.spared = spared
    self.remyelinated = remyelinated
    self.regenerated = regenerated
    self.relayed = relayed
    self.detoured = detoured
  }

  /// Nothing.
  public static let none = PathwayShares()
  /// Everything, and all of it spared.
  public static let intact = PathwayShares(spared: 1)

  /// Sum of the parts.
  public var total: Double { spared + remyelinated + regenerated + detoured + relayed }

  /// The part of a source.
  public subscript(source: PathwaySource) -> Double {
    get {
      switch source {
      case .spared: spared
      case .remyelinated: remyelinated
      case .regenerated: regenerated
      case .detoured: detoured
      case .relayed: relayed
      }
    }
    set {
      switch source {
      case .spared: spared = newValue
      case .remyelinated: remyelinated = newValue
      case .regenerated: regenerated = newValue
      case .detoured: detoured = newValue
      case .relayed: relayed = newValue
      }
    }
  }

  /// Sum of two splits, part by part.
  public static func + (left: PathwayShares, right: PathwayShares) -> PathwayShares {
    PathwayShares(
      spared: left.spared + right.spared, remyelinated: left.remyelinated + right.remyelinated,
      regenerated: left.regenerated + right.regenerated, relayed: left.relayed + right.relayed,
      detoured: left.detoured + right.detoured)
  }

  /// Adds a split, part by part.
  public static func += (left: inout PathwayShares, right: PathwayShares) { left = left + right }

  /// All parts times a factor.
  public static func * (shares: PathwayShares, factor: Double) -> PathwayShares {
    PathwayShares(
      spared: shares.spared * factor, remyelinated: shares.remyelinated * factor,
      regenerated: shares.regenerated * factor, relayed: shares.relayed * factor,
      detoured: shares.detoured * factor)
  }

  /// The same proportions with another sum.
  ///
  /// - Parameter total: the sum wanted, not negative.
  /// - Returns: parts that add up to it; nothing when there is nothing to scale.
  public func scaled(to total: Double) -> PathwayShares {
    let sum = self.total
    return sum > 0 ? self * (total / sum) : .none
  }

  /// The same parts, scaled down together when they exceed a limit.
  public func limited(to limit: Double) -> PathwayShares {
    total > limit ? scaled(to: limit) : self
  }

  /// What each part adds to a response when the parts are added in the order of `PathwaySource`.
  ///
  /// `f(p₁ + ... + p_k) - f(p₁ + ... + p_(k-1))`: the gains add up to `f(total) - f(0)`, and none is negative when the
  /// response never falls. With a curved response the order matters; a part is credited with what it adds to those
  /// before it, not with what would be lost without it alone.
  ///
  /// - Parameter response: the response to a sum of parts.
  /// - Returns: the gains, in units of the response.
  public func attributed(by response: (Double) -> Double) -> PathwayShares {
    var gains = PathwayShares.none
    var sum = 0.0
    var last = response(0)
    for source in PathwaySource.allCases where self[source] != 0 {
      sum += self[source]
      let next = response(sum)
      gains[source] = next - last
      last = next
    }
    return gains
  }
}
