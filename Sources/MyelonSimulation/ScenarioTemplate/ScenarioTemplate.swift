/// Commented scenario files to start from, as `myelon new` writes them.
///
/// Each is read without a finding; every key that a file may have stands in one of them, those that are
/// optional and unusual as comments.
public enum ScenarioTemplate: String, Sendable, Hashable, CaseIterable {
  /// A person with a cervical compression injury.
  case human
  /// A rat with a thoracic weight-drop injury, in two arms.
  case rat
  /// A person with a cervical injury and a combination of therapies.
  case combination

  /// The text of the file.
  public var text: String {
    switch self {
    case .human: Self.humanText
    case .rat: Self.ratText
    case .combination: Self.combinationText
    }
  }
}
