/// What a published table of natural history counts, from the baseline to a year.
public enum NaturalHistoryMeasure: String, Sendable, Hashable, Codable, CaseIterable {
  /// Per cent whose grade is better.
  case converted
  /// Per cent with a grade A or B.
  case motorComplete
  /// Per cent with a grade C to E.
  case motorIncomplete
  /// Per cent with grade B.
  case gradeB
  /// Per cent with grade C.
  case gradeC
  /// Per cent with grade D.
  case gradeD
  /// Per cent with grade D or E.
  case gradeDOrE
  /// Mean gain of the upper-extremity motor score, points.
  case upperMotorGain
  /// Mean gain of the lower-extremity motor score, points.
  case lowerMotorGain
  /// Median gain of the motor score in six months, points.
  case medianMotorGain
  /// Mean gain of the motor score within two weeks, points.
  case earlyMotorGain
  /// Per cent with any point of lower-extremity motor score.
  case legMotorReturn
  /// Per cent of sides whose motor level is the same or higher up.
  case motorLevelSameOrWorse
  /// Per cent of sides that gain one motor level.
  case motorLevelOne
  /// Per cent of sides that gain two motor levels.
  case motorLevelTwo
  /// Per cent of sides that gain two motor levels or more.
  case motorLevelTwoOrMore
  /// Per cent of sides that gain more than two motor levels.
  case motorLevelMoreThanTwo
  /// Per cent of the mean motor gain of a year that is there after three months.
  case gainByThreeMonths
  /// Gain of the motor score as a share of what was missing, slope through the origin.
  case proportionalRecovery

  /// The name as tables and files write it.
  public var name: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
  }

  /// True for shares of people or sides.
  var isShare: Bool {
    switch self {
    case .upperMotorGain, .lowerMotorGain, .medianMotorGain, .earlyMotorGain, .gainByThreeMonths,
      .proportionalRecovery:
      false
    default: true
    }
  }
}
