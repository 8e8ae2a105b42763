import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension Regrowth {
  /// Lets axons grow over a step that the cord has just taken.
  ///
  /// - Parameters:
  ///   - model: the cord after its step.
  ///   - hours: length of the step.
  ///   - conditions: what therapies offer now, given the days of the growth step; asked only when one is due.
  public func advance(
    _ model: LesionModel, hours: Double, conditions: (_ days: Double) -> GrowthConditions
  ) {
    pending += hours
    guard pending > Self.stepHours - 1e-6 else { return }
    let days = pending / 24
    pending = 0
    step(model, days: days, conditions(days))
  }

  private func step(_ model: LesionModel, days: Double, _ conditions: GrowthConditions) {
    self.conditions = conditions
    recruit(model, conditions)
    environment.update(model: model, conditions: conditions, days: days, near: cones)
    cones.advance(environment, days: days)
    stopAtWalls(model, conditions)
    takeContacts(model)
    takeDistantContacts(model, days: days)
    connections.advance(days: days, conditions: conditions, model: model)
    for slot in 0..<cones.count where cones.state(slot) == .connected {
      let cone = cones.cone(slot)
      connections.update(agent: cone.id, length: cone.length, myelin: cone.myelin)
      cones.setEfficacy(slot, connections.efficacy(of: cone.id))
    }
  }

  /// Lets new axons begin, and takes back those whose grafted neurons have died.
  private func recruit(_ model: LesionModel, _ conditions: GrowthConditions) {
    for cone in hostRecruitment.recruits(model) { cones.append(cone) }
    guard !conditions.graftAxons.isEmpty else { return }
    for cone in graftRecruitment.recruits(conditions, cord: setting.cord, day: model.clock.days) {
      cones.append(cone)
    }
    for slot in 0..<cones.count {
      guard cones.type(slot) == .graft, cones.state(slot) != .gone,
        case .graft(let transplant, _)? = AxonOrigin(code: cones.origin(slot)),
        !graftRecruitment.lives(transplant, id: cones.cone(slot).id)
      else { continue }
      cones.withdraw(slot)
      connections.remove(agent: cones.cone(slot).id)
    }
  }

  /// Tells the connections which synapses have been formed and which are gone.
  private func takeContacts(_ model: LesionModel) {
    let day = model.clock.days
    for slot in cones.lostContacts { connections.remove(agent: cones.cone(slot).id) }
    for slot in cones.newContacts {
      let cone = cones.cone(slot)
      guard let origin = AxonOrigin(code: cone.origin) else { continue }
      guard let target = target(of: cone) else { continue }
      book(cone, origin, target, day: day)
    }
  }

  /// Adds a synapse, and notes the first of its kind of neuron on the host beyond the lesion.
  func book(_ cone: GrowthCone, _ origin: AxonOrigin, _ target: Connections.Target, day: Double) {
    connections.add(
      Connections.Contact(
        agent: cone.id, origin: origin, target: target, axons: cone.axons, day: Float(day),
        length: cone.length, myelin: cone.myelin))
    let type = Int(cone.type.rawValue)
    if case .graft = target { return }
    if firstArrival[type] < 0, distanceBeyondLesion(cone) > 0 { firstArrival[type] = day }
  }

  /// What a growth cone has connected to; nil when the voxel holds no such target.
  private func target(of cone: GrowthCone) -> Connections.Target? {
    guard let voxel = cone.connectedVoxel else { return nil }
    guard cone.target == .graft else { return connections.hostTarget(voxel: voxel) }
    // Several transplants may share a voxel: the one with most neurons there.
    let counts = conditions.graftAxons.map { $0[voxel] }
    guard let transplant = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[transplant] > 0 else {
      return nil
    }
    let side: Side = voxel % setting.cord.grid.nx < setting.cord.grid.nx / 2 ? .right : .left
    return .graft(transplant: transplant, side: side)
  }

  /// How far a growth cone lies beyond the end of the lesion towards which its axon runs, mm; negative before it.
  ///
  /// Grafted neurons grow both ways, so for them it is the distance beyond the nearer end.
  func distanceBeyondLesion(_ cone: GrowthCone) -> Double {
    let offset = Double(cone.reach) - setting.epicentre
    guard let origin = AxonOrigin(code: cone.origin) else { return -.infinity }
    let half = setting.lesionLength / 2
    if case .graft = origin { return abs(offset) - half }
    return (origin.isAscending ? -offset : offset) - half
  }
}
