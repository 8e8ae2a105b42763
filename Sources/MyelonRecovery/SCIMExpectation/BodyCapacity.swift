import Foundation
import ISNCSCI
import MyelonQuantities

/// What an examination leaves of the abilities that daily tasks need, each 0 (none) to 1 (intact).
///
/// Every ability rises or stays with every grade.
struct BodyCapacity {
  /// Reaching, holding and pushing with both hands.
  let arm: Double
  /// Lifting the body with the arms.
  let transfer: Double
  /// Holding the trunk.
  let trunk: Double
  /// Walking.
  let walking: Double
  /// Breathing without a machine.
  let diaphragm: Double
  /// Will and feeling at the sphincters.
  let sacral: Double

  init(_ examination: Examination, _ p: SCIMExpectation.Parameters) {
    let sides = [examination.right, examination.left]
    /// Use of a key muscle, `[side]`.
    func use(_ level: SpinalLevel) -> [Double] {
      sides.map { p.use(ofGrade: Double($0[.motor, level]?.grade ?? 0)) }
    }
    /// Share of sensation at a dermatome, `[side]`.
    func felt(_ level: SpinalLevel) -> [Double] {
      sides.map { Double(($0[.lightTouch, level]?.grade ?? 0) + ($0[.pinPrick, level]?.grade ?? 0)) / 4 }
    }
    func touch(_ level: SpinalLevel) -> [Double] {
      sides.map { Double($0[.lightTouch, level]?.grade ?? 0) / 2 }
    }
    let (elbow, wrist, push) = (use(.c5), use(.c6), use(.c7))
    let (fingers, spread) = (use(.c8), use(.t1))
    let (hip, knee, ankle, toe, calf) = (use(.l2), use(.l3), use(.l4), use(.l5), use(.s1))

    let arms = (0..<2).map { side in
      let grasp =
        p.tenodesis * wrist[side] + (1 - p.tenodesis) * (fingers[side] + spread[side]) / 2
      return elbow[side] * (p.reach + (1 - p.reach - p.push) * grasp + p.push * push[side])
    }
    arm = Self.joined(arms, better: p.betterArm)
    let lifts = (0..<2).map { side in
      elbow[side] * (p.triceps * push[side] + (1 - p.triceps) * wrist[side])
    }
    transfer = Self.joined(lifts, better: p.betterArm)

    // No key muscle lies between T1 and L2: as for motor levels, sensation stands for the trunk's muscles, but only
    // where a muscle at one end of the trunk works.
    let trunks = (0..<2).map { side in
      let sensation = SCIMExpectation.trunkLevels.map { felt($0)[side] }
      let mean = sensation.reduce(0, +) / Double(sensation.count)
      return mean * max(spread[side], hip[side])
    }
    trunk = (trunks[0] + trunks[1]) / 2

    let legs = (0..<2).map { side in
      p.proximal * (hip[side] + knee[side]) / 2
        + (1 - p.proximal) * (ankle[side] + toe[side] + calf[side]) / 3
    }
    let joints = (touch(.l3) + touch(.s1)).reduce(0, +) / 4
    walking =
      Self.joined(legs, better: p.betterLeg) * (1 - p.walkingSense + p.walkingSense * joints)
      * (1 - p.balance + p.balance * trunk)

    diaphragm = (felt(.c3) + felt(.c4) + elbow).reduce(0, +) / 6

    let will = examination.voluntaryAnalContraction == .yes ? 1.0 : 0
    let pressure = examination.deepAnalPressure == .yes ? 1.0 : 0
    let feeling = (felt(.s4_5).reduce(0, +) / 2 + pressure) / 2
    sacral =
      p.contraction * will + p.contractionStrength * will * calf.reduce(0, +) / 2
      + (1 - p.contraction - p.contractionStrength) * feeling
  }

  /// Both sides together: a share from the better one, the rest from the other.
  private static func joined(_ sides: [Double], better share: Double) -> Double {
    let (low, high) = (min(sides[0], sides[1]), max(sides[0], sides[1]))
    return share * high + (1 - share) * low
  }
}
