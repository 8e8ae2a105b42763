extension Narrator {
  func sensoryZone(_ side: Side) -> String {
    let set = classification[side].sensoryZone
    let head = "Sensory zone of partial preservation \(side) \(verdict(set))"
    let pressure = examination.deepAnalPressure
    if set.single == .notApplicable {
      let cause =
        pressure == .yes
        ? "deep anal pressure is present" : "sensation is preserved at \(dermatome(side, .s4_5)) on this side"
      return "\(head): not applicable because \(cause)."
    }
    let levels = set.values.compactMap(\.level)
    let parts = levels.map { level in
      level == .c1
        ? "no dermatome has sensation"
        : "the most caudal dermatome with sensation is \(dermatome(side, level))"
    }
    let open =
      set.contains(.notApplicable)
      ? "NA if deep anal pressure (\(pressure)) or sensation at \(dermatome(side, .s4_5)) is present; otherwise "
      : "deep anal pressure and S4-5 sensation are absent, and "
    if parts.count >= Narrator.longList {
      return "\(head): \(open)\(openItems([side], [.lightTouch, .pinPrick]))."
    }
    return "\(head): \(open)\(Narrator.list(parts, "or"))."
  }

  func motorZone(_ side: Side) -> String {
    let set = classification[side].motorZone
    let head = "Motor zone of partial preservation \(side) \(verdict(set))"
    if set.single == .notApplicable {
      return "\(head): not applicable because voluntary anal contraction is present."
    }
    let levels = set.values.compactMap(\.level)
    let parts = levels.map { "\(motorFunction(side, $0))" }
    let open =
      set.contains(.notApplicable)
      ? "NA if voluntary anal contraction (\(examination.voluntaryAnalContraction)) is present; otherwise "
      : "voluntary anal contraction is absent, and "
    if parts.count >= Narrator.longList { return "\(head): \(open)\(openItems([side], Modality.allCases))." }
    return "\(head): \(open)the most caudal motor function is \(Narrator.list(parts, "or"))."
  }

  private func motorFunction(_ side: Side, _ level: SpinalLevel) -> String {
    let isLevel = classification[side].motorLevel.contains(level)
    if let score = examination[side][.motor, level], score.possibleMotorGrades & 0b111110 != 0 {
      return "\(level) (key muscle grade \(score))"
    }
    if examination[side].lowestNonKeyMuscle == level {
      return "\(level) (a non-key muscle more than three levels below, which makes the injury AIS C)"
    }
    return isLevel ? "\(level) (the motor level)" : "\(level)"
  }
}
