/// One annotation of all observations, or of all variables.
public enum AnnDataColumn: Sendable, Equatable {
  /// Finite numbers.
  case numbers([Float])
  /// Whole numbers.
  case integers([Int32])
  /// Truth values.
  case flags([Bool])
  /// One of at most 127 categories each; codes index `categories`, -1 stands for a missing value.
  ///
  /// `ordered` says that the order of `categories` means something, as for grades.
  case categories(codes: [Int8], categories: [String], ordered: Bool = false)
  /// Free text.
  case texts([String])

  /// Number of entries.
  public var count: Int {
    switch self {
    case .numbers(let values): values.count
    case .integers(let values): values.count
    case .flags(let values): values.count
    case .categories(let codes, _, _): codes.count
    case .texts(let values): values.count
    }
  }
}
