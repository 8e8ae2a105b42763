extension Narrator {
  func sensoryLevel(_ side: Side) -> String {
    let set = classification[side].sensoryLevel
    let head = "Sensory level \(side) \(verdict(set))"
    let marked = consideredNormal(side, [.lightTouch, .pinPrick], through: set.last)
    guard let level = set.single else {
      if set.count >= Narrator.longList {
        return "\(head): \(openItems([side], [.lightTouch, .pinPrick]))." + marked
      }
      let parts = set.values.map { "\($0) if \(sensoryCondition(side, $0))" }
      return "\(head): \(parts.joined(separator: "; "))." + marked
    }
    switch level {
    case .intact:
      return "\(head): light touch and pin prick are normal in every dermatome, C2 to S4-5." + marked
    case .c1: return "\(head): \(sensoryCondition(side, level)), and it is the highest dermatome examined."
    default:
      return "\(head): light touch and pin prick are normal from C2 to \(level), and "
        + "\(sensoryCondition(side, level))." + marked
    }
  }

  /// Why the sensory level stops at a level.
  private func sensoryCondition(_ side: Side, _ level: SpinalLevel) -> String {
    guard level != .intact, let next = SpinalLevel(rawValue: level.rawValue + 1) else {
      return "every dermatome is normal"
    }
    return "\(dermatome(side, next)) is not normal"
  }

  func motorLevel(_ side: Side) -> String {
    let set = classification[side].motorLevel
    let head = "Motor level \(side) \(verdict(set))"
    let marked = consideredNormal(side, [.motor], through: set.last)
    guard let level = set.single else {
      if set.count >= Narrator.longList {
        return "\(head): \(openItems([side], Modality.allCases))." + marked
      }
      let parts = set.values.map { "\($0) if \(motorCondition(side, $0))" }
      return "\(head): \(parts.joined(separator: "; "))." + marked
    }
    return "\(head): \(motorCondition(side, level))." + marked
  }

  /// Why the motor level stops at a level.
  func motorCondition(_ side: Side, _ level: SpinalLevel) -> String {
    if level.keyMuscleIndex != nil { return keyMuscleCondition(side, level) }
    let sensory = "no key muscle exists there and the sensory level stands in for it"
    guard level < .s4_5, let next = SpinalLevel(rawValue: level.rawValue + 1) else {
      return "every key muscle is 5, every dermatome is normal and voluntary anal contraction is present"
    }
    if next.keyMuscleIndex != nil {
      let above = level == .c4 ? "" : " and every key muscle above is 5"
      return "\(next) is \(underThree(side, next)), and dermatomes are normal down to \(level)\(above)"
    }
    if level == .s3, !mayBeAbnormal(side, .s4_5) {
      return "everything down to S4-5 is normal but voluntary anal contraction "
        + "is \(examination.voluntaryAnalContraction == .no ? "absent" : "not certain")"
    }
    let muscles = level < .c5 ? "" : ", every key muscle above is 5"
    return "\(sensory)\(muscles), and \(dermatome(side, next)) is not normal"
  }

  /// "2, below grade 3", or "NT (counting below 3)" where the grade leaves it open.
  private func underThree(_ side: Side, _ level: SpinalLevel) -> String {
    let isCertain = (examination[side][.motor, level]?.possibleMotorGrades ?? 0) & 0b111000 == 0
    return grade(side, level) + (isCertain ? ", below grade 3" : " (counting below 3)")
  }

  private func keyMuscleCondition(_ side: Side, _ level: SpinalLevel) -> String {
    let index = level.keyMuscleIndex ?? 0
    let score = examination[side].motor[index]
    let above = index == 0 ? "dermatomes C2 to C4 are normal" : "every key muscle above is 5"
    let here = "\(level) is \(score)"
    if score.possibleMotorGrades & 0b100000 == 0 { return "\(here) and \(above)" }
    let useful = score.possibleMotorGrades & 0b011000 != 0 ? " (counting 3 or 4)" : ""
    if level == .t1 || level == .s1 {
      let range: ClosedRange<UInt8> = level == .t1 ? 4...9 : 21...26
      let found = abnormal(side, range)
      guard !found.isEmpty else { return "\(here)\(useful) and \(above)" }
      return "\(here) and \(above), and the level cannot pass on to the dermatomes below because "
        + "sensation is not normal in \(Narrator.list(found, "and"))"
    }
    let next = SpinalLevel.keyMuscles[index + 1]
    let below = examination[side].motor[index + 1]
    if below.possibleMotorGrades & 0b000111 == 0 { return "\(here)\(useful) and \(above)" }
    return "\(here), \(above), and \(next) is \(underThree(side, next))"
  }

  func neurologicalLevel() -> String {
    let set = classification.neurologicalLevel
    let head = "Neurological level of injury \(verdict(set))"
    let levels = [
      ("sensory right", classification.right.sensoryLevel),
      ("sensory left", classification.left.sensoryLevel),
      ("motor right", classification.right.motorLevel), ("motor left", classification.left.motorLevel),
    ]
    let all = levels.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    guard let level = set.single else {
      if set.count >= Narrator.longList {
        return "\(head): it is the most rostral of the four levels, which are not certain; "
          + "\(openItems(Side.allCases, Modality.allCases))."
      }
      return "\(head): it is the most rostral of the four levels (\(all)), taken for each possible scoring."
    }
    if level == .intact {
      return "\(head): sensation and key muscles are normal on both sides. "
        + "Voluntary anal contraction does not enter the neurological level."
    }
    let deciding = levels.filter { $0.1.single == level }.map(\.0)
    let by = deciding.isEmpty ? "" : ", given by \(Narrator.list(deciding, "and"))"
    return "\(head): it is the most rostral of the four levels (\(all))\(by)."
  }
}
