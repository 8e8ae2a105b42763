/// States of a trial with their probabilities; a state that is added again gains probability.
///
/// A table with open addressing: states stand in order of arrival, so that sums do not depend on hashing.
struct StateTable {
  private var tallies: [DoseTally] = []
  private var doses: [UInt8] = []
  private var probabilities: [Double] = []
  private var slots = [Int32](repeating: -1, count: 1024)

  var count: Int { tallies.count }

  func probability(_ index: Int) -> Double { probabilities[index] }

  func state(_ index: Int) -> DoseState { DoseState(current: Int(doses[index]), tally: tallies[index]) }

  mutating func removeAll() {
    tallies.removeAll(keepingCapacity: true)
    doses.removeAll(keepingCapacity: true)
    probabilities.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
  }

  mutating func add(_ tally: DoseTally, _ dose: Int, _ probability: Double) {
    if 2 * (tallies.count + 1) > slots.count { grow() }
    let mask = slots.count &- 1
    var slot = Self.hash(tally, dose) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if tallies[index] == tally, Int(doses[index]) == dose {
        probabilities[index] += probability
        return
      }
      slot = (slot &+ 1) & mask
    }
    slots[slot] = Int32(tallies.count)
    tallies.append(tally)
    doses.append(UInt8(dose))
    probabilities.append(probability)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    let mask = slots.count &- 1
    for index in tallies.indices {
      var slot = Self.hash(tallies[index], Int(doses[index])) & mask
      while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  /// Multiplication and shifts over the words of the counts; the constant is 2^64 divided by the golden ratio.
  private static func hash(_ tally: DoseTally, _ dose: Int) -> Int {
    let treated = unsafeBitCast(tally.treated, to: SIMD2<UInt64>.self)
    let toxic = unsafeBitCast(tally.toxic, to: SIMD2<UInt64>.self)
    var value = UInt64(dose)
    for word in [treated.x, treated.y, toxic.x, toxic.y] {
      value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
      value ^= value >> 29
    }
    return Int(truncatingIfNeeded: value >> 8)
  }
}
