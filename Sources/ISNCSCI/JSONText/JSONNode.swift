/// A JSON value whose object members keep their order and their duplicates.
///
/// Foundation's decoder drops a repeated key silently; a repeated score must be an error here.
enum JSONNode: Equatable {
  case object([Member])
  case array([JSONNode])
  case string(String)
  /// The number as written, so that "2.5" and "2" stay apart.
  case number(String)
  case boolean(Bool)
  case null

  struct Member: Equatable {
    var name: String
    var value: JSONNode
  }

  /// A scalar as text, nil for null; objects and arrays give a description that no score can have.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .null: nil
    case .array: "a list"
    case .object: "an object"
    }
  }
}
