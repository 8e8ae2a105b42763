import ISNCSCI
import MyelonRecovery
import MyelonSimulation

extension LifeOutcomes {
  /// Numbers of a person's examination.
  static let human: [Column] = [
    Column("motor_score", "points", "ISNCSCI motor total, 0 to 100, as recorded") {
      number($0.record.classification?.totals.motor)
    },
    Column("upper_extremity_motor_score", "points", "ISNCSCI UEMS, 0 to 50, as recorded") {
      number($0.record.classification?.totals.upperExtremity)
    },
    Column("lower_extremity_motor_score", "points", "ISNCSCI LEMS, 0 to 50, as recorded") {
      number($0.record.classification?.totals.lowerExtremity)
    },
    Column("light_touch_score", "points", "ISNCSCI light touch, 0 to 112, as recorded") {
      number($0.record.classification?.totals.lightTouch)
    },
    Column("pin_prick_score", "points", "ISNCSCI pin prick, 0 to 112, as recorded") {
      number($0.record.classification?.totals.pinPrick)
    },
    Column("impairment_scale", "code", "AIS as recorded: A 1, B 2, C 3, D 4, E 5") {
      $0.record.classification?.impairmentScale.single.map { Double($0.rawValue + 1) }
    },
    Column(
      "neurological_level", "code", "NLI as recorded: C1 1 to C8 8, T1 9 to T12 20, L1 21, S1 26, none 30"
    ) {
      level($0.record.classification?.neurologicalLevel)
    },
    Column("motor_level_right", "code", "right motor level, coded as the neurological level") {
      level($0.record.classification?.right.motorLevel)
    },
    Column("motor_level_left", "code", "left motor level, coded as the neurological level") {
      level($0.record.classification?.left.motorLevel)
    },
    Column("motor_score_without_error", "points", "motor total of an examiner without error") {
      number($0.record.noiseFreeExamination?.classified().totals.motor)
    },
    Column("motor_drive", "fraction", "mean drive of the twenty key muscles; continuous") { visit in
      let drives = keyMuscleDrives.compactMap { visit.record.details[$0] }
      return drives.isEmpty ? nil : drives.reduce(0, +) / Double(drives.count)
    },
    Column("scim", "points", "expected SCIM III, 0 to 100") {
      $0.record.independence.map { Double($0.total) }
    },
    Column(
      "walking_probability", "probability", "walking at a year by the rule of the first 15 days; none later"
    ) {
      $0.record.walkingProbability
    },
  ]

  /// Numbers of a rat's examination.
  static let rat: [Column] = [
    Column("bbb", "points", "BBB locomotor score, 0 to 21, mean of both hind limbs, as recorded") {
      $0.record.locomotion?.value
    },
    detail("bbb_right", "BBB_right", "points", "BBB locomotor score of the right hind limb"),
    detail("bbb_left", "BBB_left", "points", "BBB locomotor score of the left hind limb"),
    detail("locomotor_drive", "locomotor_drive", "fraction", "drive of the hind limbs; continuous"),
    detail(
      "reaching", "reaching", "fraction",
      "success of skilled reaching, share of the animal's own before injury"),
  ]

  /// Every item of a person's examination as recorded.
  static let itemColumns: [Column] = {
    var columns: [Column] = []
    for side in Side.allCases {
      for modality in Modality.allCases {
        for level in modality.levels {
          columns.append(
            Column(
              itemName(modality, side, level), "points",
              "\(modality == .motor ? "key muscle" : "dermatome") \(level), \(side), as recorded"
            ) { ($0.record.examination?[side][modality, level]?.grade).map(Double.init) })
        }
      }
    }
    return columns + [
      Column("anal_contraction", "code", "voluntary anal contraction: no 0, yes 1") {
        observed($0.record.examination?.voluntaryAnalContraction)
      },
      Column("anal_pressure", "code", "deep anal pressure: no 0, yes 1") {
        observed($0.record.examination?.deepAnalPressure)
      },
    ]
  }()

  private static let keyMuscleDrives: [String] = ["right", "left"].flatMap { side in
    SpinalLevel.keyMuscles.map { "drive_\(side)_\($0.key)" }
  }

  /// Name of the outcome that holds an item of the examination.
  static func itemName(_ modality: Modality, _ side: Side, _ level: SpinalLevel) -> String {
    let name =
      switch modality {
      case .motor: "motor"
      case .lightTouch: "light_touch"
      case .pinPrick: "pin_prick"
      }
    return "\(name)_\(side)_\(level.key)"
  }

  private static func number(_ sum: Subtotal?) -> Double? { sum?.value.map(Double.init) }

  private static func level(_ level: PossibleValues<SpinalLevel>?) -> Double? {
    level?.single.map { Double($0.rawValue + 1) }
  }

  private static func observed(_ finding: Observation?) -> Double? {
    switch finding {
    case .yes: 1
    case .no: 0
    default: nil
    }
  }

  private static func detail(_ name: String, _ key: String, _ unit: String, _ meaning: String) -> Column {
    Column(name, unit, meaning) { $0.record.details[key] }
  }
}
