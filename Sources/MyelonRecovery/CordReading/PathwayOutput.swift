import MyelonRegrowth

/// What an input brings about: a total and its parts, which add up to it.
struct PathwayOutput {
  /// The total.
  var total = 0.0
  /// Its parts.
  var shares = PathwayShares.none

  /// Adds an output times a weight and what is left of its targets.
  mutating func add(_ other: PathwayOutput, weight: Double, targets: Double) {
    total += weight * other.total * targets
    shares += other.shares * (weight * targets)
  }

  /// Held at a limit, parts and all.
  func limited(to limit: Double) -> PathwayOutput {
    let held = min(limit, total)
    return PathwayOutput(total: held, shares: shares.scaled(to: held))
  }
}
