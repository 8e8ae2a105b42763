import Foundation
import ISNCSCI
import MyelonQuantities

/// The SCIM III score that an examination, age and time since injury let expect.
///
/// Each task draws on abilities of arms, trunk, legs, breathing and sphincters that follow from the grades
/// (`BodyCapacity`). What the muscles permit must be learned in a new way, the more the less of the body works, and it
/// is reached with one time constant; older people reach less. Each item is then the admissible value nearest to its
/// capacity. An intact body scores 100 at any time and age; a better grade never lowers an item.
///
/// The mapping is assumed: no table of SCIM III by level was in hand (NH42), and the totals it was set by are recalled.
public struct SCIMExpectation: Sendable {
  let parameters: Parameters

  /// Dermatomes of the trunk: those between the key muscles T1 and L2.
  static let trunkLevels = SpinalLevel.dermatomes.filter { $0 >= .t2 && $0 <= .l1 }

  /// Reads the mapping's numbers from a table that holds `RecoveryParameters` for people.
  public init(_ table: ParameterTable) { parameters = Parameters(table) }

  /// The expected score.
  ///
  /// - Parameters:
  ///   - examination: an examination without untested items; stars do not change its grades.
  ///   - age: age, years.
  ///   - days: days since injury.
  /// - Returns: the score.
  /// - Throws: `SCIMError.notTestable`, `.invalidAge` or `.invalidDays`.
  public func score(of examination: Examination, age: Double, days: Double) throws(SCIMError) -> SCIM {
    let untested = examination.notTestableCount
    guard untested == 0 else { throw .notTestable(count: untested) }
    guard age.isFinite, age >= 0 else { throw .invalidAge(age) }
    guard days.isFinite, days >= 0 else { throw .invalidDays(days) }
    let body = BodyCapacity(examination, parameters)
    let achieved = achieved(body, age: age, days: days)
    return SCIM(nearestTo: { item in
      let capacity = capacity(of: item, body)
      return capacity * (item == .respiration ? 1 : achieved)
    })
  }

  /// Share of what the muscles permit that is achieved: 1 for an intact body.
  ///
  /// `1 - D (1 - (1 - λ₀ e^(-t/τ)) (1 - α))`, D the share of the body that must be done without and α the loss by age.
  private func achieved(_ body: BodyCapacity, age: Double, days: Double) -> Double {
    let p = parameters
    let disabled = 1 - min(body.arm, body.walking)
    let learned = 1 - p.unlearned * exp(-days / p.learningTime)
    let aged = max(0, 1 - p.ageLoss * max(0, age - p.ageOnset) / 10)
    return 1 - disabled * (1 - learned * aged)
  }

  /// Points of an item that the body permits, not yet an admissible value.
  private func capacity(of item: SCIMItem, _ body: BodyCapacity) -> Double {
    let p = parameters
    let easy = pow(body.arm, p.easy)
    let hard = pow(body.arm, p.hard)
    let balanced = 1 - p.balance + p.balance * body.trunk
    let lowerBody = hard * (1 - p.lowerBody + p.lowerBody * (body.trunk + body.walking) / 2)
    let hardTransfer = pow(body.transfer, p.hard)
    let share =
      switch item {
      case .feeding, .grooming: easy
      case .bathingUpperBody, .dressingUpperBody: body.arm * balanced
      case .bathingLowerBody, .dressingLowerBody, .toiletUse: lowerBody
      case .respiration: body.diaphragm * (1 - p.cough + p.cough * body.trunk)
      case .bladder, .bowel:
        p.sphincterCare + p.sphincterHands * hard
          + (1 - p.sphincterCare - p.sphincterHands) * body.sacral
      case .bedMobility: body.arm * balanced
      case .transferBedWheelchair: max(body.transfer * balanced, body.walking)
      case .transferWheelchairToilet, .transferWheelchairCar: max(hardTransfer * balanced, body.walking)
      case .transferGroundWheelchair: max(hardTransfer * body.trunk, body.walking)
      case .stairs: pow(body.walking, p.distance * p.distance)
      case .mobilityIndoors: moving(body, walking: body.walking)
      case .mobilityModerateDistances: moving(body, walking: pow(body.walking, p.distance))
      case .mobilityOutdoors: moving(body, walking: pow(body.walking, p.distance * p.distance))
      }
    return share * Double(item.maximum)
  }

  /// Share of a mobility item's eight points: on foot where that reaches the item's first step of walking, otherwise
  /// in a chair, whose best is two points.
  private func moving(_ body: BodyCapacity, walking: Double) -> Double {
    let p = parameters
    let chair = 2.0 / 8 * (p.poweredChair + (1 - p.poweredChair) * body.transfer)
    // 3 of 8 points is walking under supervision; nearest to it from 2.5 on.
    return walking >= 2.5 / 8 ? max(chair, walking) : chair
  }
}
