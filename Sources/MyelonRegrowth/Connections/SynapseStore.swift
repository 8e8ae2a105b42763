/// Synapses as parallel arrays; a removed one gives its place to the last.
struct SynapseStore: Sendable {
  private(set) var slots: [UInt32: Int] = [:]
  private(set) var agent: [UInt32] = []
  private(set) var origin: [UInt16] = []
  private(set) var target: [UInt32] = []
  private(set) var isCorrect: [Bool] = []
  private(set) var axons: [Float] = []
  private(set) var day: [Float] = []
  var length: [Float] = []
  var myelin: [Float] = []
  var maturity: [Double] = []
  var strength: [Double] = []
  var kept: [Double] = []

  var count: Int { agent.count }

  func efficacy(_ slot: Int) -> Double { maturity[slot] * strength[slot] * kept[slot] }

  mutating func append(_ contact: Connections.Contact, isCorrect: Bool, strength: Double) {
    append(
      Record(
        agent: contact.agent, origin: contact.origin.code, target: contact.target.code, isCorrect: isCorrect,
        axons: contact.axons, day: contact.day, length: contact.length, myelin: contact.myelin, maturity: 0,
        strength: strength, kept: 1))
  }

  /// One synapse, as a checkpoint stores it.
  struct Record {
    var agent: UInt32
    var origin: UInt16
    var target: UInt32
    var isCorrect: Bool
    var axons: Float
    var day: Float
    var length: Float
    var myelin: Float
    var maturity: Double
    var strength: Double
    var kept: Double
  }

  mutating func append(_ record: Record) {
    slots[record.agent] = agent.count
    agent.append(record.agent)
    origin.append(record.origin)
    target.append(record.target)
    isCorrect.append(record.isCorrect)
    axons.append(record.axons)
    day.append(record.day)
    length.append(record.length)
    myelin.append(record.myelin)
    maturity.append(record.maturity)
    strength.append(record.strength)
    kept.append(record.kept)
  }

  func record(_ slot: Int) -> Record {
    Record(
      agent: agent[slot], origin: origin[slot], target: target[slot], isCorrect: isCorrect[slot],
      axons: axons[slot], day: day[slot], length: length[slot], myelin: myelin[slot],
      maturity: maturity[slot],
      strength: strength[slot], kept: kept[slot])
  }

  mutating func remove(_ number: UInt32) {
    guard let slot = slots.removeValue(forKey: number) else { return }
    agent.swapAt(slot, count - 1)
    func drop<Value>(_ values: inout [Value]) {
      values.swapAt(slot, values.count - 1)
      values.removeLast()
    }
    agent.removeLast()
    drop(&origin)
    drop(&target)
    drop(&isCorrect)
    drop(&axons)
    drop(&day)
    drop(&length)
    drop(&myelin)
    drop(&maturity)
    drop(&strength)
    drop(&kept)
    if slot < agent.count { slots[agent[slot]] = slot }
  }
}
