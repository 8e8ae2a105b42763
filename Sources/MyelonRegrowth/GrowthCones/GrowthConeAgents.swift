/// The agents: one block of memory, property after property.
///
/// A gone agent keeps its slot. A class, because kernels keep its pointers.
final class GrowthConeAgents {
  /// Typed pointers to the properties of a block.
  struct Columns {
    /// Bytes of each property of one agent, in the order of the pointers; widest first, so that all are aligned.
    static let widths = [Int](repeating: 4, count: 23) + [2] + [Int](repeating: 1, count: 6)
    static var byteCount: Int { widths.reduce(0, +) }

    let base: UnsafeMutableRawPointer
    /// Position from the window's corner, mm.
    let x, y, z: UnsafeMutablePointer<Float>
    /// Direction.
    let dx, dy, dz: UnsafeMutablePointer<Float>
    let beyond, length, sinceWaypoint: UnsafeMutablePointer<Float>
    let axons, born, connectedDay, efficacy, myelin, need: UnsafeMutablePointer<Float>
    let voxel, connectedVoxel, parent: UnsafeMutablePointer<Int32>
    /// Last chunk and number of the waypoints, and those of the parent where this one branched.
    let chunk, waypoints, stemChunk, stemWaypoints: UnsafeMutablePointer<Int32>
    let id: UnsafeMutablePointer<UInt32>
    let origin: UnsafeMutablePointer<UInt16>
    let type, state, target, isBranch, inImplant: UnsafeMutablePointer<UInt8>
    /// What the last step leaves to be booked, see `GrowthConeKernel`.
    let pending: UnsafeMutablePointer<UInt8>

    init(base: UnsafeMutableRawPointer, capacity: Int) {
      self.base = base
      var offset = 0
      func take<T>(_ type: T.Type) -> UnsafeMutablePointer<T> {
        defer { offset += MemoryLayout<T>.stride * capacity }
        return (base + offset).bindMemory(to: T.self, capacity: capacity)
      }
      x = take(Float.self)
      y = take(Float.self)
      z = take(Float.self)
      dx = take(Float.self)
      dy = take(Float.self)
      dz = take(Float.self)
      beyond = take(Float.self)
      length = take(Float.self)
      sinceWaypoint = take(Float.self)
      axons = take(Float.self)
      born = take(Float.self)
      connectedDay = take(Float.self)
      efficacy = take(Float.self)
      myelin = take(Float.self)
      need = take(Float.self)
      voxel = take(Int32.self)
      connectedVoxel = take(Int32.self)
      parent = take(Int32.self)
      chunk = take(Int32.self)
      waypoints = take(Int32.self)
      stemChunk = take(Int32.self)
      stemWaypoints = take(Int32.self)
      id = take(UInt32.self)
      origin = take(UInt16.self)
      type = take(UInt8.self)
      state = take(UInt8.self)
      target = take(UInt8.self)
      isBranch = take(UInt8.self)
      inImplant = take(UInt8.self)
      pending = take(UInt8.self)
    }
  }

  /// Slots in use.
  private(set) var count = 0
  private(set) var capacity = 0
  private(set) var columns = GrowthConeAgents.allocate(0)

  deinit { columns.base.deallocate() }

  private static func allocate(_ capacity: Int) -> Columns {
    let bytes = max(capacity, 8) * Columns.byteCount
    let base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    base.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return Columns(base: base, capacity: capacity)
  }

  /// Adds a slot of zeros and returns it.
  func takeSlot() -> Int {
    reserve(count + 1)
    count += 1
    return count - 1
  }

  /// Makes room for this many slots in all; new slots are zero.
  func reserve(_ total: Int) {
    guard total > capacity else { return }
    let size = (max(total, capacity * 2, 1024) + 7) / 8 * 8
    let new = Self.allocate(size)
    var from = 0
    var to = 0
    for width in Columns.widths {
      (new.base + to).copyMemory(from: columns.base + from, byteCount: width * count)
      from += width * capacity
      to += width * size
    }
    columns.base.deallocate()
    columns = new
    capacity = size
  }

  /// Calls `body` with the bytes in use of each property.
  func forEachBlock(_ body: (UnsafeMutableRawBufferPointer) -> Void) {
    var offset = 0
    for width in Columns.widths {
      body(UnsafeMutableRawBufferPointer(start: columns.base + offset, count: width * count))
      offset += width * capacity
    }
  }
}
