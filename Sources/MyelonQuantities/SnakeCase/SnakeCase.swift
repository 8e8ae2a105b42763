/// Turns the names of enumeration cases into the names of columns, fields and files.
public enum SnakeCase {
  /// `lateralCorticospinal` becomes `lateral_corticospinal`.
  public static func of(_ value: some Any) -> String {
    String(describing: value).reduce(into: "") { text, character in
      if character.isUppercase { text.append("_") }
      text.append(character.lowercased())
    }
  }
}
