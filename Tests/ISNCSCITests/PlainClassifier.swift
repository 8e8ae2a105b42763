@testable import ISNCSCI

/// The rules of the standard for one fully determined scoring, written in the most direct way.
///
/// This is the twin that the bit-set classifier is compared with; it shares no rule code with it.
struct PlainClassifier {
  /// All grades: right then left, each ten key muscles, 28 light-touch and 28 pin-prick grades.
  var grades: [Int]
  var contraction: Bool
  var pressure: Bool
  var nonKey: [Int?]

  /// Segment numbers: C1 is 0, S4-5 is 28, INT is 29; the key muscles' segments.
  static let muscles = [4, 5, 6, 7, 8, 21, 22, 23, 24, 25]

  func isNormal(_ side: Int, _ segment: Int) -> Bool {
    grades[66 * side + 9 + segment] == 2 && grades[66 * side + 37 + segment] == 2
  }

  func isFelt(_ side: Int, _ segment: Int) -> Bool {
    grades[66 * side + 9 + segment] > 0 || grades[66 * side + 37 + segment] > 0
  }

  func muscle(_ side: Int, _ segment: Int) -> Int? {
    switch segment {
    case 4...8: grades[66 * side + segment - 4]
    case 21...25: grades[66 * side + segment - 16]
    default: nil
    }
  }

  func sensoryLevel(_ side: Int) -> Int {
    for segment in 1...28 where !isNormal(side, segment) { return segment - 1 }
    return 29
  }

  func motorLevel(_ side: Int) -> Int {
    for segment in 1...3 where !isNormal(side, segment) { return segment - 1 }
    for arm in [[4, 5, 6, 7, 8], [21, 22, 23, 24, 25]] {
      for segment in arm {
        let grade = muscle(side, segment) ?? 0
        if grade < 3 { return segment - 1 }
        if grade < 5 { return segment }
      }
      let last = arm[4]
      // The level passes the last key muscle only when sensation is normal in these segments and the next one.
      for segment in arm[0]...(last + 1) where !isNormal(side, segment) { return last }
      let end = last == 8 ? 20 : 28
      for segment in (last + 2)...end where !isNormal(side, segment) { return segment - 1 }
    }
    return contraction ? 29 : 27
  }

  /// The most rostral of the four levels; anal contraction does not lower it from INT.
  var neurologicalLevel: Int {
    var twin = self
    twin.contraction = true
    return [sensoryLevel(0), sensoryLevel(1), twin.motorLevel(0), twin.motorLevel(1)].min() ?? 0
  }

  var isSacralSensationPresent: Bool { pressure || isFelt(0, 28) || isFelt(1, 28) }

  var isComplete: Bool { !contraction && !isSacralSensationPresent }

  /// Motor function more than three levels below the motor level of a side.
  func hasDistantFunction(_ side: Int) -> Bool {
    let level = motorLevel(side)
    if let nonKey = nonKey[side], PlainClassifier.muscles.contains(nonKey), nonKey > level + 3 { return true }
    return PlainClassifier.muscles.contains { $0 > level + 3 && (muscle(side, $0) ?? 0) > 0 }
  }

  var scale: ImpairmentScale {
    let level = neurologicalLevel
    if level == 29, contraction { return .e }
    if isComplete { return .a }
    guard contraction || hasDistantFunction(0) || hasDistantFunction(1) else { return .b }
    var strong = 0
    var all = 0
    for side in 0...1 {
      for segment in PlainClassifier.muscles where segment > level {
        all += 1
        if (muscle(side, segment) ?? 0) >= 3 { strong += 1 }
      }
    }
    return 2 * strong >= all ? .d : .c
  }

  func sensoryZone(_ side: Int) -> PreservationZone {
    if pressure || isFelt(side, 28) { return .notApplicable }
    return level((1...27).last { isFelt(side, $0) } ?? 0)
  }

  func motorZone(_ side: Int) -> PreservationZone {
    if contraction { return .notApplicable }
    let lowest = PlainClassifier.muscles.last { (muscle(side, $0) ?? 0) > 0 } ?? 0
    let found = max(lowest, motorLevel(side))
    if scale == .c, let nonKey = nonKey[side], PlainClassifier.muscles.contains(nonKey), nonKey > found + 3 {
      return level(nonKey)
    }
    return level(found)
  }

  private func level(_ number: Int) -> PreservationZone {
    .level(SpinalLevel(rawValue: UInt8(number)) ?? .c1)
  }
}
