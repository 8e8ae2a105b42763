import ISNCSCI
import MyelonQuantities

extension BaselineDatum {
  /// Share of a group's highest score by which the model may be off beyond the examiner's error.
  ///
  /// Assumed because the model moves tracts and segments as wholes and cannot hold what is particular to single muscles
  /// and dermatomes: one grade in twenty.
  static let discrepancy = 0.05
  /// Deviation of a finding that is there or not.
  ///
  /// Assumed: a mismatch counts like two deviations of a sum.
  static let findingDeviation = 0.5
  /// Grades from which the examiner's error is taken lie at least this share of the range from its ends, because a grade
  /// at the end does not say that function is exactly none or whole.
  static let edge = 0.05

  /// A group of items that are summed: finer than totals, so that sides and levels count, coarser than items, so that
  /// single dermatomes do not.
  struct Group {
    let name: String
    let modality: Modality
    let levels: [SpinalLevel]
  }

  static let groups: [Group] = {
    func levels(_ modality: Modality, _ range: ClosedRange<SpinalLevel>) -> [SpinalLevel] {
      modality.levels.filter { range.contains($0) }
    }
    var groups = [
      Group(name: "upper_motor", modality: .motor, levels: levels(.motor, .c5 ... .t1)),
      Group(name: "lower_motor", modality: .motor, levels: levels(.motor, .l2 ... .s1)),
    ]
    for (name, modality) in [("light_touch", Modality.lightTouch), ("pin_prick", .pinPrick)] {
      groups += [
        Group(name: "\(name)_c2_t1", modality: modality, levels: levels(modality, .c2 ... .t1)),
        Group(name: "\(name)_t2_s3", modality: modality, levels: levels(modality, .t2 ... .s3)),
        Group(name: "\(name)_s4_5", modality: modality, levels: levels(modality, .s4_5 ... .s4_5)),
      ]
    }
    return groups
  }()

  /// The data of an examination: sums of the items that were tested, side by side, and the anal findings.
  ///
  /// Items that could not be tested, or are impaired by something else than the injury, are left out of the sum on both
  /// sides of the comparison. The deviation is the root of the summed squares of the examiner's error
  /// `σ √(4 f (1 - f))` and of rounding (1/12) over the items, and of the discrepancy.
  ///
  /// - Parameters:
  ///   - examination: the examination.
  ///   - day: day after injury.
  ///   - table: a table with the examiner's deviations.
  /// - Returns: the data; empty when nothing was tested.
  static func data(of examination: Examination, day: Double, table: ParameterTable) -> [BaselineDatum] {
    var data: [BaselineDatum] = []
    for group in groups {
      let highest = group.modality == .motor ? 5.0 : 2.0
      let error = table[group.modality == .motor ? "examiner_deviation_motor" : "examiner_deviation_sensory"]
      for side in Side.allCases {
        var sum = 0.0
        var variance = 0.0
        var outcomes: [String] = []
        for level in group.levels {
          guard let score = examination[side][group.modality, level], score.mark == .none,
            let grade = score.grade
          else { continue }
          let share = min(max(Double(grade) / highest, edge), 1 - edge)
          sum += Double(grade)
          variance += error * error * 4 * share * (1 - share) + 1.0 / 12
          outcomes.append(LifeOutcomes.itemName(group.modality, side, level))
        }
        guard !outcomes.isEmpty else { continue }
        let discrepancy = discrepancy * highest * Double(outcomes.count)
        data.append(
          BaselineDatum(
            "\(group.name)_\(side)", unit: "points", observed: sum,
            deviation: (variance + discrepancy * discrepancy).squareRoot(), day: day, outcomes: outcomes))
      }
    }
    let findings = [
      ("anal_contraction", examination.voluntaryAnalContraction),
      ("anal_pressure", examination.deepAnalPressure),
    ]
    for (name, finding) in findings where finding == .yes || finding == .no {
      data.append(
        BaselineDatum(
          name, unit: "code", observed: finding == .yes ? 1 : 0, deviation: findingDeviation, day: day,
          outcomes: [name]))
    }
    return data
  }
}
