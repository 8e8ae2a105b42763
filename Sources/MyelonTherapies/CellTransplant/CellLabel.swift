/// A label by which grafted cells are seen in an image.
public enum CellLabel: String, Sendable, Hashable, Codable, CaseIterable {
  /// Iron-oxide particles: seen in T2*-weighted images, diluted by division, kept by macrophages after death.
  case iron
  /// A reporter gene: seen only in living cells, not diluted.
  case reporter
}
