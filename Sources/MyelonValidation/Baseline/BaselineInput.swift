import MyelonSimulation
import MyelonTherapies

/// What the baselines know of a comparison: means over the animals of the arm and of its reference.
struct BaselineInput: Sendable {
  /// Means of one arm; nil where the scenario does not yield them.
  struct Arm: Sendable {
    /// White matter spared, %, on the day of the finding.
    let sparing: Double?
    /// Proteoglycans, mm3, from a week after injury to the day of the finding.
    let proteoglycans: Double?
    /// Myelin debris, mm3, over the same time.
    let debris: Double?
    /// Highest BDNF and NT-3, ng/mL, over the same time.
    let factors: Double
    /// What is done to the arm.
    let therapies: TreatmentProtocol
  }

  let arm: Arm
  let reference: Arm
}

extension BaselineInput {
  /// Reads both arms of a row off the animals of an experiment.
  init(
    _ row: ValidationRow, arm: String, against: String, life: ValidationLife,
    column: (CourseRequest) -> [Double?]
  ) {
    func mean(_ request: CourseRequest) -> Double? {
      let values = column(request).compactMap { $0 }
      return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    func read(_ name: String) -> Arm {
      let requests = Self.requests(row, arm: name).map(mean)
      return Arm(
        sparing: requests[0], proteoglycans: requests[1], debris: requests[2],
        factors: (requests[3] ?? 0) + (requests[4] ?? 0),
        therapies: life.scenario.arms.first { $0.name == name }?.therapies ?? TreatmentProtocol())
    }
    self.arm = read(arm)
    reference = read(against)
  }

  /// The numbers that the baselines need of an arm for a row; none unless the row compares arms.
  static func requests(_ row: ValidationRow, arm: String) -> [CourseRequest] {
    guard row.isEffect else { return [] }
    let scar = DayWindow(min(7, row.day.last), row.day.last)
    return [
      CourseRequest(arm: arm, measure: "spared_white_matter", day: row.day),
      CourseRequest(arm: arm, measure: "cspg", day: scar),
      CourseRequest(arm: arm, measure: "myelin_debris", day: scar),
      CourseRequest(arm: arm, measure: "peak_BDNF", day: scar),
      CourseRequest(arm: arm, measure: "peak_NT3", day: scar),
    ]
  }
}
