extension GrowthCones {
  /// One agent as it is now.
  ///
  /// - Parameter slot: its slot, below `count`.
  /// - Returns: a copy of what is known of it.
  public func cone(_ slot: Int) -> GrowthCone {
    precondition(slot >= 0 && slot < count, "Slot \(slot) of \(count) growth cones")
    let c = agents.columns
    let state = state(slot)
    let isConnected = state == .connected
    let tip = corner + SIMD3(c.x[slot], c.y[slot], c.z[slot])
    return GrowthCone(
      id: c.id[slot], type: type(slot), origin: c.origin[slot], axons: c.axons[slot], state: state,
      parent: c.parent[slot] < 0 ? nil : Int(c.parent[slot]), position: tip,
      direction: SIMD3(c.dx[slot], c.dy[slot], c.dz[slot]), beyond: c.beyond[slot], reach: reach(slot),
      length: c.length[slot], bornDay: c.born[slot],
      connectedVoxel: isConnected && c.connectedVoxel[slot] >= 0 ? Int(c.connectedVoxel[slot]) : nil,
      connectedDay: isConnected ? c.connectedDay[slot] : nil,
      target: isConnected ? GrowthTarget(rawValue: c.target[slot]) : nil, efficacy: c.efficacy[slot],
      myelin: c.myelin[slot], need: c.need[slot], isInImplant: c.inImplant[slot] != 0)
  }

  /// What an agent is doing; cheaper than `cone`.
  public func state(_ slot: Int) -> GrowthState { GrowthState(rawValue: agents.columns.state[slot]) ?? .gone }
  /// Voxel of the cord in which an agent's tip lies.
  func voxel(_ slot: Int) -> Int { Int(agents.columns.voxel[slot]) }
  /// Kind of an agent's neuron.
  public func type(_ slot: Int) -> NeuronType { NeuronType(rawValue: agents.columns.type[slot]) ?? .graft }
  /// Code of where an agent comes from.
  public func origin(_ slot: Int) -> UInt16 { agents.columns.origin[slot] }
  /// True for a branch, which stands for the same axons as its parent.
  public func isBranch(_ slot: Int) -> Bool { agents.columns.isBranch[slot] != 0 }
  /// z of an agent's tip, mm in cord coordinates, beyond the window too.
  public func reach(_ slot: Int) -> Float {
    let c = agents.columns
    return corner.z + c.z[slot] + (c.dz[slot] < 0 ? -c.beyond[slot] : c.beyond[slot])
  }

  /// Sets the efficacy of a connected agent's synapse, 0 to 1: it keeps the axon from withdrawing.
  public func setEfficacy(_ slot: Int, _ efficacy: Float) {
    agents.columns.efficacy[slot] = min(1, max(0, efficacy))
  }

  /// Joins an agent that has left the window to a target there, which the caller chooses.
  ///
  /// It then stays like any connected agent; its voxel is nil.
  ///
  /// - Parameters:
  ///   - slot: its slot; nothing happens unless it has left.
  ///   - day: day after injury.
  public func connectBeyond(_ slot: Int, day: Double) {
    guard state(slot) == .left else { return }
    agents.columns.state[slot] = GrowthState.connected.rawValue
    agents.columns.target[slot] = GrowthTarget.host.rawValue
    agents.columns.connectedVoxel[slot] = -1
    agents.columns.connectedDay[slot] = Float(day)
    agents.columns.efficacy[slot] = 0
  }

  /// Takes an agent back, as when its synapse is pruned.
  ///
  /// A lost synapse is among `lostContacts` of the next step.
  ///
  /// - Parameter slot: its slot; nothing happens when it is retracting or gone already.
  public func withdraw(_ slot: Int) {
    switch state(slot) {
    case .retracting, .gone: return
    case .connected: agents.columns.pending[slot] |= GrowthConeKernel.lostContact
    default: break
    }
    agents.columns.state[slot] = GrowthState.retracting.rawValue
  }

  /// The way of an agent's axon, from its start to its tip, mm in cord coordinates.
  ///
  /// Beyond the window it ends in a straight piece along the cord.
  ///
  /// - Parameters:
  ///   - slot: its slot.
  ///   - fromRoot: for a branch, true begins where its parent began, false where it branched.
  /// - Returns: at least two points, or none when the agent is gone.
  public func path(_ slot: Int, fromRoot: Bool = false) -> [SIMD3<Float>] {
    let c = agents.columns
    guard state(slot) != .gone else { return [] }
    var points: [SIMD3<Float>] = []
    if fromRoot, c.stemWaypoints[slot] > 0 {
      points = paths.path(chunk: c.stemChunk[slot], count: c.stemWaypoints[slot])
    }
    points += paths.path(chunk: c.chunk[slot], count: c.waypoints[slot])
    points.append(SIMD3(c.x[slot], c.y[slot], c.z[slot]))
    points = points.map { $0 + corner }
    if c.beyond[slot] > 0 {
      let tip = points[points.count - 1]
      points.append(SIMD3(tip.x, tip.y, reach(slot)))
    }
    return points
  }

  /// Bytes of memory that growth cones and paths take.
  public var memoryByteCount: Int {
    agents.capacity * GrowthConeAgents.Columns.byteCount + paths.memoryByteCount
  }
}
