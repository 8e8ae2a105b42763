/// One thing that is wrong with a scenario file, with everything needed to mend it.
public struct ScenarioFinding: Sendable, Hashable, Codable, CustomStringConvertible {
  /// What kind of thing is wrong.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The file cannot be read, or is not text of a reasonable size.
    case file
    /// The text is not YAML as scenario files use it.
    case syntax
    /// A key that does not exist at this place.
    case unknownKey
    /// A key that is given more than once.
    case duplicateKey
    /// A key that must be given and is not.
    case missingKey
    /// A value of another type than the key takes.
    case wrongType
    /// A quantity whose unit is missing, unknown or measures something else.
    case wrongUnit
    /// A value outside its physical or numerical range.
    case outOfRange
    /// A name that is not in the list of valid ones.
    case unknownName
    /// Values that are each valid and cannot go together.
    case impossible
    /// Something that a later version of Myelon will read.
    case notYet
  }

  /// Name of the file, as the user gave it.
  public let file: String
  /// Line, counted from 1; nil when the finding concerns the file as a whole.
  public let line: Int?
  /// Column, counted from 1 in Unicode scalars; nil when unknown.
  public let column: Int?
  /// Where in the scenario: keys joined by dots, list positions from 0 in brackets, such as
  /// `arms[1].injury.height`; empty for the file as a whole.
  public let path: String
  /// What kind of thing is wrong.
  public let kind: Kind
  /// What is wrong, in words.
  public let problem: String
  /// What stands in the file, shortened; nil when nothing does.
  public let found: String?
  /// What may stand there; nil where `problem` says it all.
  public let allowed: String?
  /// The valid name that was probably meant.
  public let nearest: String?

  /// Describes one finding.
  ///
  /// - Parameters:
  ///   - file: name of the file, as the user gave it.
  ///   - line: line from 1, or nil for the whole file.
  ///   - column: column from 1, or nil.
  ///   - path: key path, empty for the whole file.
  ///   - kind: what kind of thing is wrong.
  ///   - problem: what is wrong, in words.
  ///   - found: what stands in the file.
  ///   - allowed: what may stand there.
  ///   - nearest: the valid name that was probably meant.
  public init(
    file: String, line: Int? = nil, column: Int? = nil, path: String = "", kind: Kind, problem: String,
    found: String? = nil, allowed: String? = nil, nearest: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.kind = kind
    self.problem = problem
    self.found = found
    self.allowed = allowed
    self.nearest = nearest
  }

  /// The problem, what was found, what is allowed and the nearest valid name, without the place.
  public var message: String {
    var text = problem
    if let found { text += "; found \(found)" }
    if let allowed { text += "; allowed: \(allowed)" }
    if let nearest { text += "; did you mean '\(nearest)'?" }
    return text
  }

  /// One line of the form `file:line: path: message`.
  public var description: String {
    var place = line.map { "\(file):\($0):" } ?? "\(file):"
    if !path.isEmpty { place += " \(path):" }
    return "\(place) \(message)"
  }
}
