/// A score of the Spinal Cord Independence Measure, third version (SCIM III): 19 items, 0 to 100 points.
///
/// Higher is more independent. Itzkovich et al 2007 Disabil Rehabil 29:1926; Catz et al 2007 Spinal Cord 45:275.
/// Always valid: each item has one of its admissible values.
public struct SCIM: Sendable, Hashable {
  private let values: [Int]

  /// Makes a score from the values of all items.
  ///
  /// - Parameter items: value of each of the 19 items.
  /// - Throws: `SCIMError.missingItem` or `.inadmissible`, naming the item.
  public init(_ items: [SCIMItem: Int]) throws(SCIMError) {
    var values: [Int] = []
    for item in SCIMItem.allCases {
      guard let value = items[item] else { throw .missingItem(item) }
      guard item.admissibleValues.contains(value) else { throw .inadmissible(item, found: value) }
      values.append(value)
    }
    self.values = values
  }

  /// The score whose items are the admissible values nearest to expected ones.
  init(nearestTo expected: (SCIMItem) -> Double) {
    values = SCIMItem.allCases.map { $0.nearestAdmissible(to: expected($0)) }
  }

  /// Full independence: 100 points.
  public static let independent = SCIM(nearestTo: { Double($0.maximum) })

  /// The value of an item.
  public subscript(item: SCIMItem) -> Int {
    zip(SCIMItem.allCases, values).first { $0.0 == item }?.1 ?? 0
  }

  /// The points of an area: self-care 0 to 20, respiration and sphincters 0 to 40, mobility 0 to 40.
  ///
  /// - Parameter area: the area.
  /// - Returns: the sum of its items.
  public func subscore(_ area: SCIMItem.Area) -> Int {
    zip(SCIMItem.allCases, values).reduce(0) { $0 + ($1.0.area == area ? $1.1 : 0) }
  }

  /// The sum of all items, 0 to 100.
  public var total: Int { values.reduce(0, +) }

  /// How the person walks, by the items for moving indoors and outdoors.
  public var walking: WalkingAbility { WalkingAbility(self) }
}
