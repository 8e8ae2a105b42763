@testable import ISNCSCI

/// The sets of outputs over some scorings.
struct OutputSets: Equatable {
  /// Eleven sets, one bit a value, in the order of `Output.allCases`.
  var bits = [UInt32](repeating: 0, count: 11)

  mutating func add(_ item: PlainClassifier) {
    let values: [UInt8] = [
      UInt8(item.sensoryLevel(0)), UInt8(item.sensoryLevel(1)), UInt8(item.motorLevel(0)),
      UInt8(item.motorLevel(1)), UInt8(item.neurologicalLevel), item.isComplete ? 0 : 1, item.scale.index,
      item.sensoryZone(0).index, item.sensoryZone(1).index, item.motorZone(0).index, item.motorZone(1).index,
    ]
    for (index, value) in values.enumerated() { bits[index] |= 1 << UInt32(value) }
  }

  init() {}

  init(_ result: Classification) {
    bits = [
      result.right.sensoryLevel.bits, result.left.sensoryLevel.bits, result.right.motorLevel.bits,
      result.left.motorLevel.bits, result.neurologicalLevel.bits, result.completeness.bits,
      result.impairmentScale.bits, result.right.sensoryZone.bits, result.left.sensoryZone.bits,
      result.right.motorZone.bits, result.left.motorZone.bits,
    ]
  }
}
