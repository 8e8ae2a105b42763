import MyelonAnatomy

/// What share of a tract's bare axons blocks, by the length of the bare stretch: the frozen numbers for a cord.
public struct AxonBlock: Sendable, Hashable {
  /// Lengths between two tabulated values, mm.
  let spacing: Float
  /// Tabulated values of a tract.
  let count: Int
  /// Blocking shares, tract-major; entry 0 of a tract is that of a stretch of no length.
  let shares: [Float]

  /// The same share for every bare stretch of every tract, whatever its length: what tests and closed forms need.
  public init(constant share: Float) {
    spacing = 1
    count = 1
    shares = [Float](repeating: share, count: Tract.count)
  }

  /// Tabulates blocking shares.
  ///
  /// - Parameters:
  ///   - spacing: mm between two values.
  ///   - longest: length beyond which nothing changes, mm.
  ///   - share: blocking share of a tract's bare axons, 0 to 1, by length in mm.
  init(spacing: Double, longest: Double, share: (Tract, Double) -> Double) {
    let count = Int((longest / spacing).rounded(.up)) + 1
    self.spacing = Float(spacing)
    self.count = count
    shares = Tract.allCases.flatMap { tract in
      (0..<count).map { Float(share(tract, Double($0) * spacing)) }
    }
  }

  /// Share of a tract's bare axons that a bare stretch of a length blocks, linear between the tabulated lengths.
  @inlinable public func share(_ tract: Tract, length: Float) -> Float {
    value(row: Int(tract.rawValue), length: length)
  }

  @usableFromInline func value(row: Int, length: Float) -> Float {
    let start = row &* count
    let place = min(max(length / spacing, 0), Float(count &- 1))
    let index = Int(place)
    let part = place - Float(index)
    let next = min(index &+ 1, count &- 1)
    return shares[start &+ index] + part * (shares[start &+ next] - shares[start &+ index])
  }
}
