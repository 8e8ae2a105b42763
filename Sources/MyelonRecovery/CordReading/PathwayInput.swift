import MyelonRegrowth

/// What reaches one segment and side, or the brain from there, before anything acts on it: shares of the intact supply.
struct PathwayInput {
  /// Share that conducts along old axons.
  var conducting = 0.0
  /// The part of `conducting` that would conduct without remyelination.
  var sparedConducting = 0.0
  /// New connections; not limited to 1.
  var new = ConnectionSupply.Share.none

  /// An intact path.
  static let whole = PathwayInput(conducting: 1, sparedConducting: 1)

  /// Adds a weighted input.
  mutating func add(_ other: PathwayInput, weight: Double) {
    conducting += weight * other.conducting
    sparedConducting += weight * other.sparedConducting
    add(other.new, weight: weight)
  }

  /// Adds weighted new connections.
  mutating func add(_ share: ConnectionSupply.Share, weight: Double) {
    new.regenerated += weight * share.regenerated
    new.relayed += weight * share.relayed
    new.detoured += weight * share.detoured
  }

  /// What the input brings about.
  ///
  /// `disturbance · min(limit, (old · training + new) · excitability)` with `old` = conducting share times its efficacy.
  /// New connections carry their own efficacy. Without new connections, training and stimulation the result has the
  /// bits of `min(limit, conducting · efficacy)`.
  ///
  /// - Parameters:
  ///   - efficacy: efficacy of old connections.
  ///   - modulation: training, stimulation and misdirected input.
  ///   - limit: the normal value.
  /// - Returns: the total and its parts, which add up to it.
  func output(efficacy: Double, modulation: Modulation = .none, limit: Double = 1) -> PathwayOutput {
    let old = conducting * efficacy * modulation.training
    let total =
      min(limit, (old + new.total) * modulation.excitability) * modulation.undisturbed
    // Old axons conduct nothing where the split is 0/0; their part is 0 then.
    let spared = conducting > 0 ? min(1, sparedConducting / conducting) : 1
    let parts = PathwayShares(
      spared: old * spared, remyelinated: old * (1 - spared), regenerated: new.regenerated,
      relayed: new.relayed, detoured: new.detoured)
    return PathwayOutput(total: total, shares: parts.scaled(to: total))
  }

  /// The same input without its new connections.
  var withoutNew: PathwayInput {
    var old = self
    old.new = .none
    return old
  }

  /// What acts on the input of a segment.
  struct Modulation {
    /// Gain of old connections by training.
    var training = 1.0
    /// Gain of all connections by stimulation that is on.
    var excitability = 1.0
    /// What misdirected input leaves of the drive.
    var undisturbed = 1.0

    static let none = Modulation()
  }
}
