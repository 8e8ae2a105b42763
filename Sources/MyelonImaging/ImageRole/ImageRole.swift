/// What an image of an examination shows.
public enum ImageRole: String, Sendable, Hashable, Codable, CaseIterable {
  /// The mask of the lesion.
  case lesion
  /// The mask of the cord, lesion included.
  case cord
  /// The labels of levels.
  case levels
}
