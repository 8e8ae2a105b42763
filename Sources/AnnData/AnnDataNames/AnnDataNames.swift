/// The names of observations: texts, or numbers that become texts only while they are written.
///
/// Readers of `.h5ad` expect texts. A million cells have a million numbers already, and a `String` for each would
/// cost more memory than all that is known of them.
public enum AnnDataNames: Sendable, Equatable {
  /// A text each.
  case texts([String])
  /// A whole number each, written in decimal digits.
  case numbers([Int64])
  /// `prefix` followed by 0, 1, 2 ...
  case numbered(prefix: String, count: Int)

  /// Number of names.
  public var count: Int {
    switch self {
    case .texts(let names): names.count
    case .numbers(let names): names.count
    case .numbered(_, let count): count
    }
  }

  /// The name at a position.
  public subscript(position: Int) -> String {
    switch self {
    case .texts(let names): names[position]
    case .numbers(let names): String(names[position])
    case .numbered(let prefix, _): "\(prefix)\(position)"
    }
  }

  /// Adds the UTF-8 bytes of the name at a position to `bytes`.
  func append(_ position: Int, to bytes: inout [UInt8]) {
    switch self {
    case .texts(let names): bytes.append(contentsOf: names[position].utf8)
    case .numbers(let names): Self.append(names[position], to: &bytes)
    case .numbered(let prefix, _):
      bytes.append(contentsOf: prefix.utf8)
      Self.append(Int64(position), to: &bytes)
    }
  }

  /// Adds the decimal digits of a number.
  private static func append(_ number: Int64, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes[start...].reverse()
  }

  /// A name that occurs twice, or nil.
  var repeated: String? {
    switch self {
    case .texts(let names):
      var seen = Set<String>(minimumCapacity: names.count)
      return names.first { !seen.insert($0).inserted }
    case .numbers(let names):
      // Numbers of cells mostly rise; then nothing needs to be remembered.
      if zip(names, names.dropFirst()).allSatisfy({ $0 < $1 }) { return nil }
      var seen = Set<Int64>(minimumCapacity: names.count)
      return names.first { !seen.insert($0).inserted }.map { String($0) }
    case .numbered: return nil
    }
  }
}
