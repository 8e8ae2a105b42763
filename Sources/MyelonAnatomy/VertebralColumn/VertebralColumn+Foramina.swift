extension VertebralColumn {
  /// Where the root of a segment leaves the dural sac and the canal.
  public struct Exit: Sendable, Hashable {
    /// Index of the vertebra below whose pedicle the root leaves.
    public let level: Int
    /// Position at which the root sleeve leaves the dural sac, mm.
    public let dura: Double
    /// Position of the root in the intervertebral foramen, mm.
    public let foramen: Double
  }

  /// The exit of a segment's root; nil when the column has no such vertebra.
  ///
  /// Cervical roots leave above the vertebra of their number (C8 above T1), all others below it (textbook). A
  /// root's sleeve leaves the sac beside the lower third of the vertebra above the foramen (T11 to L1: Clin
  /// Anat 2014;27:227); in the neck, where roots run nearly horizontally, assumed to be a fifth of the height
  /// above the disc. The atlas has no disc above it: the root of C1 leaves at its rostral edge.
  public func exit(ofRoot segment: String) -> Exit? {
    guard let (index, isCervical) = exitLevel(ofRoot: segment) else { return nil }
    guard index >= 0 else {
      let top = levels[0].rostral
      return Exit(level: 0, dura: top + 0.03 * levels[0].height, foramen: top + 0.06 * levels[0].height)
    }
    let level = levels[index]
    return Exit(
      level: index, dura: level.position(isCervical ? 0.8 : 0.7),
      foramen: level.position(isCervical ? 0.95 : 0.9))
  }

  private func exitLevel(ofRoot segment: String) -> (index: Int, isCervical: Bool)? {
    if segment.first == "C", let number = Int(segment.dropFirst()), (1...8).contains(number) {
      return (number - 2, true)
    }
    guard let index = levels.firstIndex(where: { $0.name == segment }) else { return nil }
    return (index, false)
  }
}
