import Foundation
import MyelonAnatomy
import MyelonFields

extension GrowthCones {
  /// Everything that is needed to continue with the same bits.
  ///
  /// Layout, little-endian: eight bytes of identification, a 64-bit checksum of what follows, then 64-bit numbers (step,
  /// next identifier, prevented, voxels, agents, chunks), the agents property after property, waypoints as three Floats, and
  /// the chunk before each chunk.
  public func checkpoint() -> Data {
    var writer = GrowthRecord.Writer()
    for number in [Int(step), Int(nextID), prevented, cord.grid.count, count, paths.previous.count] {
      writer.append(number)
    }
    agents.forEachBlock { writer.append(bytes: UnsafeRawBufferPointer($0)) }
    for point in paths.points { writer.append([point.x, point.y, point.z]) }
    writer.append(paths.previous)
    return writer.sealed(Self.identification)
  }

  private static let identification = "MYCONES1"

  /// Puts everything back to where it was when the checkpoint was made; nothing is reported as new.
  ///
  /// - Parameter data: a checkpoint of growth cones in the same cord.
  /// - Throws: `CheckpointError`; the growth cones are then as they were before.
  public func restore(_ data: Data) throws(CheckpointError) {
    var reader = try GrowthRecord.Reader(data, identification: Self.identification)
    var header: [Int] = []
    for _ in 0..<6 { header.append(try reader.number()) }
    let (agentCount, chunks) = (header[4], header[5])
    guard header[3] == cord.grid.count else {
      throw GrowthRecord.error(
        .inconsistent("it was made on a cord of \(header[3]) voxels; this one has \(cord.grid.count)"))
    }
    guard (0...Int(Int32.max)).contains(agentCount), (0...Int(Int32.max)).contains(chunks),
      header[0...2].allSatisfy({ $0 >= 0 && $0 <= Int(UInt32.max) })
    else { throw GrowthRecord.error(.inconsistent("its numbers are out of range")) }
    let pointBytes = chunks * AxonPaths.chunkLength * 12
    try reader.require(agentCount * GrowthConeAgents.Columns.byteCount + pointBytes + chunks * 4)
    let restored = GrowthConeAgents()
    restored.takeSlots(agentCount)
    restored.forEachBlock { reader.copy(to: $0) }
    let coordinates = reader.array(of: Float.self, count: chunks * AxonPaths.chunkLength * 3)
    let previous = reader.array(of: Int32.self, count: chunks)
    try check(restored, previous: previous)
    let points = (0..<chunks * AxonPaths.chunkLength).map {
      SIMD3(coordinates[3 * $0], coordinates[3 * $0 + 1], coordinates[3 * $0 + 2])
    }
    agents = restored
    paths = AxonPaths(points: points, previous: previous)
    step = UInt32(header[0])
    nextID = UInt32(header[1])
    prevented = header[2]
    newContacts = []
    lostContacts = []
    gone = []
  }

  /// Refuses what would make a kernel read outside its memory.
  private func check(_ restored: GrowthConeAgents, previous: [Int32]) throws(CheckpointError) {
    for (chunk, before) in previous.enumerated() where before < -1 || before >= chunk {
      throw GrowthRecord.error(.inconsistent("chunk \(chunk) of the paths follows chunk \(before)"))
    }
    let depths = Self.depths(previous)
    let c = restored.columns
    func isPath(_ chunk: Int32, _ count: Int32) -> Bool {
      if count == 0 { return true }
      guard count > 0, chunk >= 0, Int(chunk) < previous.count else { return false }
      return depths[Int(chunk)] == (Int(count) + AxonPaths.chunkLength - 1) / AxonPaths.chunkLength
    }
    for slot in 0..<restored.count {
      let voxel = Int(c.voxel[slot])
      let place = SIMD3(c.x[slot], c.y[slot], c.z[slot])
      let direction = SIMD3(c.dx[slot], c.dy[slot], c.dz[slot])
      guard rowOf.indices.contains(voxel), rowOf[voxel] >= 0, space.voxel(place) != nil,
        abs((direction * direction).sum() - 1) < 1e-3, c.length[slot].isFinite, c.beyond[slot].isFinite,
        NeuronType(rawValue: c.type[slot]) != nil, GrowthState(rawValue: c.state[slot]) != nil,
        c.connectedVoxel[slot] >= -1, Int(c.connectedVoxel[slot]) < rowOf.count,
        c.parent[slot] >= -1, Int(c.parent[slot]) < slot, isPath(c.chunk[slot], c.waypoints[slot]),
        isPath(c.stemChunk[slot], c.stemWaypoints[slot])
      else {
        throw GrowthRecord.error(
          .inconsistent("growth cone \(c.id[slot]) lies or leads nowhere that this cord has"))
      }
    }
  }

  /// Number of chunks from the start of each chunk's path to it.
  private static func depths(_ previous: [Int32]) -> [Int] {
    var depths = [Int](repeating: 1, count: previous.count)
    for (chunk, before) in previous.enumerated() where before >= 0 { depths[chunk] = depths[Int(before)] + 1 }
    return depths
  }
}

extension GrowthConeAgents {
  /// Adds slots of zeros.
  func takeSlots(_ number: Int) {
    reserve(number)
    for _ in 0..<number { _ = takeSlot() }
  }
}
