/// Remembers where decoding failed and which keys were asked for.
///
/// A class because all containers of one decoding share it; it never leaves the call that decodes.
final class DocumentTrace {
  /// The innermost value that could not be decoded.
  private(set) var place: ScenarioValue?

  /// Groups whose keys were asked for one by one, with the names asked for, by path.
  private var groups: [String: (section: ScenarioSection, asked: [String])] = [:]
  /// Paths of groups whose keys were listed: whoever lists them judges them.
  private var listed: Set<String> = []

  /// Notes that a group is read.
  func opened(_ section: ScenarioSection) {
    if groups[section.owner.path] == nil { groups[section.owner.path] = (section, []) }
  }

  /// Notes that a key, by its name in code, may stand in a group.
  func asked(_ name: String, of section: ScenarioSection) {
    guard groups[section.owner.path]?.asked.contains(name) == false else { return }
    groups[section.owner.path]?.asked.append(name)
  }

  /// Notes that all keys of a group were listed.
  func listed(_ section: ScenarioSection) { listed.insert(section.owner.path) }

  /// Adds a finding for each key that nobody asked for.
  ///
  /// - Returns: whether there was any.
  func refuseUnknownKeys() -> Bool {
    var isRefused = false
    for (path, group) in groups.sorted(by: { $0.key < $1.key }) where !listed.contains(path) {
      let known = group.asked.map(DocumentNames.file)
      for entry in group.section.entries where !group.asked.contains(DocumentNames.code(entry.key)) {
        group.section.add(
          .unknownKey, at: entry, "this key is not known", found: ShownText.quoted(entry.key),
          allowed: known.joined(separator: ", "), nearest: SuggestedName.of(entry.key, in: known))
        isRefused = true
      }
    }
    return isRefused
  }

  /// Called from the inside out; the first call stays.
  func failed(at value: ScenarioValue) {
    if place == nil { place = value }
  }

  /// What kind of finding an error is.
  func kind(of error: any Error) -> ScenarioFinding.Kind {
    switch error {
    case DecodingError.keyNotFound: .missingKey
    case DecodingError.typeMismatch, DecodingError.valueNotFound: .wrongType
    case is DecodingError: .wrongType
    default: .impossible
    }
  }

  /// An error in words, with names as they stand in files.
  static func message(_ error: any Error) -> String {
    let text =
      switch error {
      case DecodingError.keyNotFound(_, let context), DecodingError.dataCorrupted(let context),
        DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
        context.debugDescription
      default: String(describing: error)
      }
    return DocumentNames.inFileStyle(text)
  }
}
