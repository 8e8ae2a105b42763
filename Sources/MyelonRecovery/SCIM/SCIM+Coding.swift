/// JSON form of a score (keys are stable):
///
/// ```json
/// {"items": {"feeding": 3, "bathingUpperBody": 3}, "selfCare": 18, "respirationAndSphincter": 28, "mobility": 19,
///  "total": 65, "walking": "none"}
/// ```
///
/// (shortened: all 19 items are required). Sums and walking follow from the items; a total that contradicts them is
/// refused, because then one of the two is damaged.
extension SCIM: Codable {
  private enum Key: String, CodingKey {
    case items, selfCare, respirationAndSphincter, mobility, total, walking
  }

  /// An item's name as a key.
  private struct ItemKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ item: SCIMItem) { stringValue = item.rawValue }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads a score.
  ///
  /// - Parameter decoder: supplies the object described above.
  /// - Throws: `DecodingError` for a missing item, an inadmissible value or a contradicting total.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let nested = try container.nestedContainer(keyedBy: ItemKey.self, forKey: .items)
    var items: [SCIMItem: Int] = [:]
    for item in SCIMItem.allCases { items[item] = try nested.decode(Int.self, forKey: ItemKey(item)) }
    do throws(SCIMError) {
      try self.init(items)
    } catch {
      throw DecodingError.dataCorruptedError(
        forKey: .items, in: container, debugDescription: error.description)
    }
    if let stated = try container.decodeIfPresent(Int.self, forKey: .total), stated != total {
      throw DecodingError.dataCorruptedError(
        forKey: .total, in: container,
        debugDescription: "The total must be the sum of the items, \(total); found \(stated).")
    }
  }

  /// Writes the object described above.
  ///
  /// - Parameter encoder: receives the object.
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    var nested = container.nestedContainer(keyedBy: ItemKey.self, forKey: .items)
    for item in SCIMItem.allCases { try nested.encode(self[item], forKey: ItemKey(item)) }
    try container.encode(subscore(.selfCare), forKey: .selfCare)
    try container.encode(subscore(.respirationAndSphincter), forKey: .respirationAndSphincter)
    try container.encode(subscore(.mobility), forKey: .mobility)
    try container.encode(total, forKey: .total)
    try container.encode(walking, forKey: .walking)
  }
}
