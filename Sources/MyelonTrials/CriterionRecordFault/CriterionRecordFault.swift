/// A value of a record that no criterion can use.
public enum CriterionRecordFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// A name that is no field's.
  case unknownField(name: String, nearest: String?)
  /// A synonym of a field: records use the field's own name.
  case synonym(name: String, field: String)
  /// A value that is not of the field's kind.
  case unusable(field: String, required: String, found: String)

  /// What is required, what was found and what to do.
  public var description: String {
    switch self {
    case .unknownField(let name, let nearest):
      "The name of a field is required; found '\(CriterionNames.excerpt(name))'"
        + (nearest.map { ": did you mean '\($0)'?" } ?? ".")
    case .synonym(let name, let field):
      "A record names each field by its own name; found '\(name)': write '\(field)'."
    case .unusable(let field, let required, let found):
      "Field '\(field)' requires \(required); found \(found). It counts as not known."
    }
  }
}
