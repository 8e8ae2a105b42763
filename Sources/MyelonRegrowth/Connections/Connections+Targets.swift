import MyelonAnatomy
import MyelonRandom

extension Connections {
  /// Keeps the draws of synapses apart from those of growth cones, which use the same seed and agent numbers.
  private static let purpose: UInt64 = 0x5359_4E41_5053_4553

  /// Draws whether a synapse is on the right neurons.
  ///
  /// In a wrong horn it never is; in the right horn it is with the probability 1 - m_x; on grafted neurons, which belong
  /// to no pool, and at the brain end it always is.
  func isCorrect(_ contact: Contact) -> Bool {
    guard case .host(_, _, let horn, let isBelow) = contact.target else { return true }
    guard isRight(horn, for: contact.origin, isBelow: isBelow) else { return false }
    var stream = RandomStream(seed: seed ^ Self.purpose, entity: contact.agent)
    return stream.uniform() >= parameters.misdirectedShare
  }

  /// Whether a part of the grey matter holds targets of an axon.
  ///
  /// Corticospinal axons end in the dorsal horn and intermediate zone, in people in the ventral horn too; other descending
  /// and propriospinal axons in the intermediate zone and ventral horn; ascending ones in the dorsal horn. Below the
  /// lesion grafted neurons serve as relays of descending drive, above it of either.
  func isRight(_ horn: GreyRegion, for origin: Origin, isBelow: Bool) -> Bool {
    switch origin {
    case .graft: !isBelow || horn != .dorsalHorn
    case .tract(let tract, _):
      switch NeuronType(tract) {
      case .corticospinal: species == .human || horn != .ventralHorn
      case .primaryAfferent, .projection: horn == .dorsalHorn
      default: horn != .dorsalHorn
      }
    }
  }
}
