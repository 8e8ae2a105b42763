/// A choice in a file: a name alone (`pocock`) or a name with a value (`wangTsiatis: 0.25`).
///
/// The synthesised coding of an enum with values would need a key `_0` that nobody can guess.
enum NamedChoice {
  /// A coding key of any name.
  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The name, and a container that holds its value unless the name stands alone.
  static func decode(_ decoder: any Decoder, cell: String) throws
    -> (name: String, values: KeyedDecodingContainer<Key>?)
  {
    if let single = try? decoder.singleValueContainer(), let name = try? single.decode(String.self) {
      return (inCodeStyle(name), nil)
    }
    let container = try decoder.container(keyedBy: Key.self)
    guard container.allKeys.count == 1, let key = container.allKeys.first else {
      let names = container.allKeys.map(\.stringValue).sorted().joined(separator: ", ")
      throw EfficacyError.incompatible(
        cell: cell, because: "one name is needed; found \(names.isEmpty ? "none" : names)")
    }
    return (key.stringValue, container)
  }

  /// A name as people write it in a file (`o-brien-fleming`) as the case is called in code.
  private static func inCodeStyle(_ name: String) -> String {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  /// The value of a choice that needs one.
  static func value<Value: Decodable>(
    _ type: Value.Type, _ choice: (name: String, values: KeyedDecodingContainer<Key>?), cell: String
  ) throws -> Value {
    guard let values = choice.values else {
      throw EfficacyError.incompatible(
        cell: cell, because: "\(choice.name) needs a value, as in '\(choice.name): ...'")
    }
    return try values.decode(type, forKey: Key(stringValue: choice.name))
  }

  /// Writes a name alone.
  static func encode(_ name: String, _ encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  /// Writes a name with its value.
  static func encode(_ name: String, _ value: some Encodable, _ encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(value, forKey: Key(stringValue: name))
  }

  /// Refuses keys that a type does not have, so that a misspelt one is not passed over.
  static func requireKnown<Known: CodingKey & CaseIterable>(
    _ decoder: any Decoder, _ known: Known.Type, cell: String
  ) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let names = Known.allCases.map(\.stringValue)
    for key in container.allKeys.map(\.stringValue).sorted() where !names.contains(key) {
      throw EfficacyError.unknownName(cell: cell, known: names, found: key)
    }
  }
}
