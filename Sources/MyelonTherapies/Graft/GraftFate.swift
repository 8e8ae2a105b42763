/// What a grafted cell has become.
public enum GraftFate: UInt8, Sendable, Hashable, Codable, CaseIterable {
  /// It has chosen nothing yet; only such cells divide.
  case progenitor
  /// A neuron.
  case neuron
  /// An astrocyte.
  case astrocyte
  /// An oligodendrocyte, or a myelinating Schwann cell.
  case myelinating
  /// A settled cell of another kind, as most stromal cells become.
  case other
}
