/// The agents of all transplants: one block of memory per property.
///
/// A dead agent keeps its slot, so that its label can still be seen where it died, until the slots run out. A class
/// for the same reason as `TissueState`: kernels keep its pointers.
final class GraftAgents {
  /// Slots in use, dead agents included.
  private(set) var count = 0
  private(set) var capacity = 0

  /// Position, mm.
  private(set) var x = GraftAgents.block(Float.self, 0)
  private(set) var y = GraftAgents.block(Float.self, 0)
  private(set) var z = GraftAgents.block(Float.self, 0)
  /// Voxel that holds the position.
  private(set) var voxel = GraftAgents.block(Int32.self, 0)
  /// Number that no other agent of the run has: the key of its random draws.
  private(set) var id = GraftAgents.block(UInt32.self, 0)
  /// Identifier of the agent of the dose from which it descends.
  private(set) var clone = GraftAgents.block(UInt32.self, 0)
  /// Index of the transplant.
  private(set) var transplant = GraftAgents.block(UInt16.self, 0)
  /// Divisions since it was labelled.
  private(set) var generation = GraftAgents.block(UInt16.self, 0)
  /// `GraftFate`.
  private(set) var fate = GraftAgents.block(UInt8.self, 0)
  /// `GraftCondition`.
  private(set) var condition = GraftAgents.block(UInt8.self, 0)
  /// Hours after injury of placing or birth, and of death.
  private(set) var birth = GraftAgents.block(Float.self, 0)
  private(set) var death = GraftAgents.block(Float.self, 0)
  /// Mean stress of about the last day, 0 to 1.
  private(set) var stress = GraftAgents.block(Float.self, 0)
  /// 0 for a progenitor, rising to 1 after the choice of a fate.
  private(set) var maturity = GraftAgents.block(Float.self, 0)

  /// Bytes of one agent.
  static let byteCount = 4 * 10 + 2 * 2 + 2

  deinit { free() }

  private static func block<T>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T> {
    UnsafeMutablePointer<T>.allocate(capacity: max(count, 1))
  }

  private func free() {
    x.deallocate()
    y.deallocate()
    z.deallocate()
    voxel.deallocate()
    id.deallocate()
    clone.deallocate()
    transplant.deallocate()
    generation.deallocate()
    fate.deallocate()
    condition.deallocate()
    birth.deallocate()
    death.deallocate()
    stress.deallocate()
    maturity.deallocate()
  }

  private func grow<T: BitwiseCopyable>(_ old: UnsafeMutablePointer<T>, to size: Int) -> UnsafeMutablePointer<
    T
  > {
    let new = Self.block(T.self, size)
    new.update(from: old, count: count)
    old.deallocate()
    return new
  }

  /// Makes room for this many slots in all.
  func reserve(_ total: Int) {
    guard total > capacity else { return }
    let size = max(total, capacity + capacity / 2, 1024)
    x = grow(x, to: size)
    y = grow(y, to: size)
    z = grow(z, to: size)
    voxel = grow(voxel, to: size)
    id = grow(id, to: size)
    clone = grow(clone, to: size)
    transplant = grow(transplant, to: size)
    generation = grow(generation, to: size)
    fate = grow(fate, to: size)
    condition = grow(condition, to: size)
    birth = grow(birth, to: size)
    death = grow(death, to: size)
    stress = grow(stress, to: size)
    maturity = grow(maturity, to: size)
    capacity = size
  }

  /// Takes the next slot, for which `reserve` has made room; the caller fills all of it.
  func takeSlot() -> Int {
    precondition(count < capacity, "No room was reserved for agent \(count)")
    count += 1
    return count - 1
  }

  /// Fills all slots up to a number at once, as restoring does.
  func takeSlots(_ total: Int) {
    reserve(total)
    count = total
  }

  /// Copies an agent from one slot to another.
  func copy(_ from: Int, to: Int) {
    x[to] = x[from]
    y[to] = y[from]
    z[to] = z[from]
    voxel[to] = voxel[from]
    id[to] = id[from]
    clone[to] = clone[from]
    transplant[to] = transplant[from]
    generation[to] = generation[from]
    fate[to] = fate[from]
    condition[to] = condition[from]
    birth[to] = birth[from]
    death[to] = death[from]
    stress[to] = stress[from]
    maturity[to] = maturity[from]
  }

  /// Gives up the slots of dead agents; the order of the living is kept.
  func removeDead() {
    var kept = 0
    for slot in 0..<count where condition[slot] == GraftCondition.alive.rawValue {
      if kept != slot { copy(slot, to: kept) }
      kept += 1
    }
    count = kept
  }

  /// Every property as bytes, in a fixed order, for reading.
  var blocks: [UnsafeMutableRawBufferPointer] {
    func raw<T>(_ pointer: UnsafeMutablePointer<T>) -> UnsafeMutableRawBufferPointer {
      UnsafeMutableRawBufferPointer(start: pointer, count: count * MemoryLayout<T>.stride)
    }
    return [
      raw(x), raw(y), raw(z), raw(voxel), raw(id), raw(clone), raw(transplant), raw(generation), raw(fate),
      raw(condition), raw(birth), raw(death), raw(stress), raw(maturity),
    ]
  }
}
