/// Why something is not an examination that may be classified.
///
/// Every case names the field and what was found in it; nothing is repaired silently.
public enum ExaminationError: Error, Hashable, Sendable {
  /// A field of the examination is absent.
  case missingField(String)
  /// A field that the examination does not have.
  case unknownField(String, nearest: String?)
  /// A field holds something else than a permitted score.
  case invalidScore(field: String, found: String, permitted: String)
  /// A list of scores has the wrong length.
  case wrongCount(field: String, found: Int, required: Int)
  /// A field appears twice.
  case duplicateField(String)
  /// The text is not readable as the format it should be in.
  case malformed(format: String, reason: String)
}

extension ExaminationError: CustomStringConvertible {
  /// What is required, what was found and what to do.
  public var description: String {
    switch self {
    case .missingField(let field):
      return "Field '\(field)' is required and missing: give a score, or NT when it was not testable."
    case .unknownField(let field, let nearest):
      let hint = nearest.map { " Did you mean '\($0)'?" } ?? " Remove it or correct its name."
      return "Field '\(field)' is not part of an ISNCSCI examination.\(hint)"
    case .invalidScore(let field, let found, let permitted):
      return "Field '\(field)' requires \(permitted); found '\(found)'. Correct the entry."
    case .wrongCount(let field, let found, let required):
      return "'\(field)' requires \(required) values; found \(found)."
    case .duplicateField(let field):
      return "Field '\(field)' is given more than once: keep one."
    case .malformed(let format, let reason):
      return "The text is not valid \(format): \(reason)"
    }
  }
}

extension ExaminationError {
  /// The field at fault, where one is.
  public var field: String? {
    switch self {
    case .missingField(let field), .unknownField(let field, _), .invalidScore(let field, _, _),
      .wrongCount(let field, _, _), .duplicateField(let field):
      field
    case .malformed: nil
    }
  }
}
