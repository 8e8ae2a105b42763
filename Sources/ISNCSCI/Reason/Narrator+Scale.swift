extension Narrator {
  /// The findings of S4-5 as written: "light touch right 0, ...".
  private var sacralFindings: [(text: String, canBeAbsent: Bool, canBePresent: Bool)] {
    var list: [(String, Bool, Bool)] = []
    let contraction = examination.voluntaryAnalContraction
    list.append(
      ("voluntary anal contraction \(contraction)", contraction.canBeAbsent, contraction.canBePresent))
    let pressure = examination.deepAnalPressure
    list.append(("deep anal pressure \(pressure)", pressure.canBeAbsent, pressure.canBePresent))
    for side in Side.allCases {
      for modality in [Modality.lightTouch, .pinPrick] {
        guard let score = examination[side][modality, .s4_5] else { continue }
        let grades = score.possibleSensoryGrades
        list.append(("S4-5 \(modality.name) \(side) \(score)", grades & 1 != 0, grades & 6 != 0))
      }
    }
    return list.map { (text: $0.0, canBeAbsent: $0.1, canBePresent: $0.2) }
  }

  func completenessReason() -> String {
    let findings = sacralFindings
    switch classification.completeness.single {
    case .complete:
      return
        "The injury is complete: voluntary anal contraction and deep anal pressure are absent, and light "
        + "touch and pin prick are 0 at S4-5 on both sides."
    case .incomplete:
      let present = findings.filter { !$0.canBeAbsent }.map(\.text)
      return "The injury is incomplete: function is preserved in S4-5 (\(present.joined(separator: ", ")))."
    case nil:
      let open = findings.filter { $0.canBeAbsent && $0.canBePresent }.map(\.text)
      return
        "The injury is complete or incomplete: nothing is certainly preserved in S4-5, and it depends on "
        + "\(Narrator.list(open, "and"))."
    }
  }

  func impairmentScale() -> String {
    let set = classification.impairmentScale
    let head = "ASIA Impairment Scale \(verdict(set))"
    guard let grade = set.single else {
      let parts = set.values.map { "\($0) \(condition($0, isCertain: false))" }
      return "\(head): \(parts.joined(separator: "; "))."
    }
    return "\(head): \(condition(grade, isCertain: true))."
  }

  private func condition(_ grade: ImpairmentScale, isCertain: Bool) -> String {
    let word = isCertain ? "" : "if "
    switch grade {
    case .a: return "\(word)no motor or sensory function is preserved in S4-5 (the injury is complete)"
    case .b:
      return
        "\(word)sensation is preserved in S4-5, voluntary anal contraction is absent, and there is no motor "
        + "function more than three levels below the motor level on either side (\(motorLevels))"
    case .c, .d:
      let half = grade == .c ? "fewer than half" : "at least half"
      return "\(word)\(motorIncomplete), and \(half) of the key muscles below the neurological level "
        + "\(classification.neurologicalLevel) have grade 3 or better\(count)"
    case .e:
      return "\(word)sensation and every key muscle are normal and voluntary anal contraction is present. "
        + "AIS E is given only to a person with a documented earlier deficit"
    }
  }

  private var motorLevels: String {
    "motor level right \(classification.right.motorLevel), left \(classification.left.motorLevel)"
  }

  /// Why the injury is motor incomplete.
  private var motorIncomplete: String {
    if examination.voluntaryAnalContraction == .yes {
      return "voluntary anal contraction is present (motor incomplete)"
    }
    let spread = Side.allCases.flatMap { side in distantFunction(side) }
    let found = spread.isEmpty ? "" : ": \(Narrator.list(spread, "and"))"
    let text =
      "sensation is preserved in S4-5 and motor function is found more than three levels below the motor level"
      + " (\(motorLevels))\(found)"
    return examination.voluntaryAnalContraction == .no
      ? text : "voluntary anal contraction is present, or \(text)"
  }

  /// Muscles with function more than three levels below the most rostral possible motor level of a side.
  private func distantFunction(_ side: Side) -> [String] {
    guard let level = classification[side].motorLevel.first else { return [] }
    var list = SpinalLevel.keyMuscles.filter { $0.rawValue > level.rawValue + 3 }.filter {
      (examination[side][.motor, $0]?.possibleMotorGrades ?? 0) & 0b111110 != 0
    }.map { "\($0) \(side) is \(grade(side, $0))" }
    if let nonKey = examination[side].lowestNonKeyMuscle, nonKey.keyMuscleIndex != nil,
      nonKey.rawValue > level.rawValue + 3
    {
      list.append("a non-key muscle of \(nonKey) \(side) moves")
    }
    return list
  }

  /// " (12 of 20)" when the neurological level and the muscles below it are certain.
  private var count: String {
    guard let level = classification.neurologicalLevel.single else { return "" }
    var strong = 0
    var all = 0
    for side in Side.allCases {
      for muscle in SpinalLevel.keyMuscles where muscle > level {
        let grades = examination[side][.motor, muscle]?.possibleMotorGrades ?? 0
        if grades & 0b000111 != 0, grades & 0b111000 != 0 { return "" }
        all += 1
        if grades & 0b111000 != 0 { strong += 1 }
      }
    }
    return all == 0 ? " (there is none below it)" : " (\(strong) of \(all))"
  }
}
