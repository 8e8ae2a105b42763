/// One of the 19 items of the Spinal Cord Independence Measure, third version (SCIM III).
///
/// Items and their admissible values: Itzkovich et al 2007 Disabil Rehabil 29:1926 and Catz et al 2007 Spinal Cord
/// 45:275; the values were compared with a published electronic form of the scale. Raw values are stable keys.
public enum SCIMItem: String, CaseIterable, Sendable, Hashable, Codable {
  case feeding
  case bathingUpperBody
  case bathingLowerBody
  case dressingUpperBody
  case dressingLowerBody
  case grooming
  case respiration
  case bladder
  case bowel
  case toiletUse
  case bedMobility
  case transferBedWheelchair
  case transferWheelchairToilet
  case mobilityIndoors
  case mobilityModerateDistances
  case mobilityOutdoors
  case stairs
  case transferWheelchairCar
  case transferGroundWheelchair

  /// The three areas of the scale.
  public enum Area: String, CaseIterable, Sendable, Hashable {
    /// Feeding, bathing, dressing, grooming: 20 points.
    case selfCare
    /// Breathing, bladder, bowel, use of the toilet: 40 points.
    case respirationAndSphincter
    /// Bed, transfers, moving about, stairs: 40 points.
    case mobility
  }

  /// The area that the item counts for.
  public var area: Area {
    switch self {
    case .feeding, .bathingUpperBody, .bathingLowerBody, .dressingUpperBody, .dressingLowerBody, .grooming:
      .selfCare
    case .respiration, .bladder, .bowel, .toiletUse: .respirationAndSphincter
    default: .mobility
    }
  }

  /// The values that the item can take, ascending; the first is 0.
  public var admissibleValues: [Int] {
    switch self {
    case .feeding, .bathingUpperBody, .bathingLowerBody, .grooming, .stairs: [0, 1, 2, 3]
    case .dressingUpperBody, .dressingLowerBody: [0, 1, 2, 3, 4]
    case .respiration: [0, 2, 4, 6, 8, 10]
    case .bladder: [0, 3, 6, 9, 11, 13, 15]
    case .bowel: [0, 5, 8, 10]
    case .toiletUse: [0, 1, 2, 4, 5]
    case .bedMobility: [0, 2, 4, 6]
    case .transferBedWheelchair, .transferWheelchairToilet, .transferWheelchairCar: [0, 1, 2]
    case .mobilityIndoors, .mobilityModerateDistances, .mobilityOutdoors: [0, 1, 2, 3, 4, 5, 6, 7, 8]
    case .transferGroundWheelchair: [0, 1]
    }
  }

  /// The value of full independence.
  public var maximum: Int { admissibleValues.last ?? 0 }

  /// The admissible value nearest to a number; a number midway between two gets the higher one.
  ///
  /// - Parameter value: the number, clamped to the item's range.
  /// - Returns: the admissible value.
  public func nearestAdmissible(to value: Double) -> Int {
    var nearest = 0
    for candidate in admissibleValues
    where abs(Double(candidate) - value) <= abs(Double(nearest) - value) {
      nearest = candidate
    }
    return nearest
  }
}
