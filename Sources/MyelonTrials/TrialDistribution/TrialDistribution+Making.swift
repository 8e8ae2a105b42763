import MyelonTrialDesigns

extension TrialDistribution {
  /// Everything that spreads over trials, in the order of quantities and doses.
  ///
  /// - Parameters:
  ///   - worlds: the courses of all trials, by world.
  ///   - doses: number of dose levels.
  /// - Returns: the distributions of what any trial has.
  static func all(_ worlds: [(truth: TrialTruth, courses: [TrialCourse])], doses: Int) -> [TrialDistribution]
  {
    func spread(
      _ quantity: Quantity, dose: Int? = nil, _ value: (TrialCourse) -> Double?
    ) -> TrialDistribution? {
      TrialDistribution(
        quantity, dose: dose, values: worlds.map { ($0.truth, $0.courses.compactMap(value)) })
    }
    func inExpansion(_ value: @escaping (TrialCourse) -> Double?) -> (TrialCourse) -> Double? {
      { $0.expansionPeople > 0 ? value($0) : nil }
    }
    let whole: [TrialDistribution?] = [
      spread(.estimatedEffect) { course in
        course.comparison.flatMap { $0.isFailed ? nil : $0.estimate }
      },
      spread(.expansionGain, inExpansion { $0.gain.people > 0 ? $0.gain.sum / Double($0.gain.people) : nil }),
      spread(.expansionConverted, inExpansion(\.converted)),
      spread(
        .expansionResponders,
        inExpansion { $0.judged > 0 ? Double($0.responses) / Double($0.judged) : nil }),
      spread(.expansionPeople, inExpansion { Double($0.expansionPeople) }),
      spread(.enrolled) { Double($0.enrolled) },
      spread(.screenedPerEnrolled) { $0.enrolled > 0 ? Double($0.screened) / Double($0.enrolled) : nil },
      spread(.days) { $0.days > 0 ? $0.days : nil },
    ]
    let byDose = (0..<doses).flatMap { dose in
      [
        spread(.patients, dose: dose + 1) { Double($0.patients[dose]) },
        spread(.toxicities, dose: dose + 1) { Double($0.toxicities[dose]) },
      ]
    }
    return (whole + byDose).compactMap { $0 }
  }
}
