import MyelonRandom

/// A growth cone on its way through a step.
struct MovingCone {
  var place: SIMD3<Float>
  var direction: SIMD3<Float>
  var voxel: Int
  /// Distance really moved in the last substep, mm.
  var moved: Float = 0
  /// Distance by which it has passed the end of the window, mm; negative inside.
  var passed: Float = -1
}

extension GrowthConeKernel {
  /// A growing cone: substeps of at most half a voxel, each with its fate, turn, move and branch.
  ///
  /// In a substep of time τ and stride `h = v τ` the cone is arrested with hazard `λ_0 (1 - a) h`, connects with
  /// `k_syn target τ`, withdraws with `(w_0 + w_1 (need - support)+) τ`; what happens is drawn by their shares.
  func grow(_ slot: Int) {
    let cone = cones[Int(agents.type[slot])]
    let fade = youth(slot, cone)
    let branching = agents.isBranch[slot] == 0 ? shared.branchingRate : 0
    var moving = MovingCone(
      place: SIMD3(agents.x[slot], agents.y[slot], agents.z[slot]),
      direction: SIMD3(agents.dx[slot], agents.dy[slot], agents.dz[slot]), voxel: Int(agents.voxel[slot]))
    var need = agents.need[slot] * needKept
    var left = days
    var grown: Float = 0
    var branches: UInt8 = 0
    var substep: UInt32 = 0
    var row = rows
    while left > 0 {
      row = rows + Int(rowOf[moving.voxel]) &* GrowthRow.length
      let met = ConeSurroundings(row: row, cone: cone, shared: shared)
      need = max(need, met.support)
      let speed = met.speed * fade
      guard speed >= shared.stallSpeed else {
        agents.state[slot] = GrowthState.arrested.rawValue
        break
      }
      let time = min(left, strideLimit / speed)
      let stride = speed * time
      let words = CounterRandom.words(counter: SIMD4(agents.id[slot], step, substep, 0), key: key)
      let fate = fate(met: met, row: row, cone: cone, need: need, time: time, stride: stride, words: words)
      guard fate == nil else {
        settle(slot, fate ?? .growing, voxel: moving.voxel, row: row)
        break
      }
      turnAndMove(&moving, row: row, cone: cone, stride: stride, azimuth: words.y)
      grown += moving.moved
      if Self.uniform(words.z) < branching * moving.moved, branches < Self.branchMost { branches &+= 1 }
      left -= time
      substep &+= 1
      if moving.passed >= 0 { break }
    }
    store(slot, moving, need: need, grown: grown, branches: branches, row: row)
    if moving.passed >= 0 { leave(slot, passed: moving.passed, time: left) }
  }

  /// What happens to a growing cone in a substep, nil for nothing; `.connected` and `.left` stand for a contact with the
  /// host and with a graft.
  @inline(__always)
  private func fate(
    met: ConeSurroundings, row: UnsafePointer<SIMD8<Float>>, cone: ConeNumbers, need: Float, time: Float,
    stride: Float, words: SIMD4<UInt32>
  ) -> GrowthState? {
    let local = row[GrowthRow.local]
    let arrest = shared.arrestHazard * (1 - met.advance) * stride
    let host = cone.hostContact * local[GrowthRow.hostTarget] * time
    let graft = cone.graftContact * local[GrowthRow.graftTarget] * time
    let withdraw = withdrawal(need: need, support: met.support) * time
    let total = arrest + host + graft + withdraw
    guard Self.uniform(words.x) < Self.chance(total) else { return nil }
    let chosen = Self.uniform(words.w) * total
    if chosen < arrest { return .arrested }
    if chosen < arrest + host { return .connected }
    if chosen < arrest + host + graft { return .left }
    return .retracting
  }

  /// Ends the growth of a cone inside the window.
  private func settle(_ slot: Int, _ fate: GrowthState, voxel: Int, row: UnsafePointer<SIMD8<Float>>) {
    agents.inImplant[slot] = row[GrowthRow.local][GrowthRow.implant] > 0.5 ? 1 : 0
    switch fate {
    case .connected, .left:
      agents.state[slot] = GrowthState.connected.rawValue
      agents.target[slot] = (fate == .connected ? GrowthTarget.host : .graft).rawValue
      agents.connectedVoxel[slot] = Int32(truncatingIfNeeded: voxel)
      agents.connectedDay[slot] = now
      agents.efficacy[slot] = 0
      agents.pending[slot] |= Self.contact
    default: agents.state[slot] = fate.rawValue
    }
  }

  /// Turns over half a stride, moves the whole, turns over the whole, then forgets some direction.
  ///
  /// - turning: `dd/ds = (b - (b · d) d) / ℓ_t`, by the midpoint rule
  /// - forgetting: an angle θ with `cos θ = e^(-h / ℓ_p)` in a random plane, so that `⟨d(0) · d(s)⟩ = e^(-s / ℓ_p)`
  ///   for any stride
  @inline(__always)
  private func turnAndMove(
    _ moving: inout MovingCone, row: UnsafePointer<SIMD8<Float>>, cone: ConeNumbers, stride: Float,
    azimuth: UInt32
  ) {
    let local = row[GrowthRow.local]
    let pull = shared.greyAttraction
    let direction = moving.direction
    let along: Float = direction.z < 0 ? -1 : 1
    let guide = SIMD3(
      ConeSurroundings.sum(cone.guidance * row[GrowthRow.guidanceX]) + pull * local[GrowthRow.greyX],
      ConeSurroundings.sum(cone.guidance * row[GrowthRow.guidanceY]) + pull * local[GrowthRow.greyY],
      ConeSurroundings.sum(cone.guidance * row[GrowthRow.guidanceZ])
        + shared.alignment * local[GrowthRow.alignment] * along)
    let turn = shared.turning * stride
    let middle = Self.unit(direction + (0.5 * turn) * Self.across(guide, direction))
    let turned = Self.unit(direction + turn * Self.across(guide, middle))
    moving.direction = scatter(turned, stride * shared.persistence, azimuth: azimuth)
    move(&moving, along: middle, stride: stride)
  }

  /// The part of a vector that stands across a direction.
  @inline(__always)
  private static func across(_ vector: SIMD3<Float>, _ direction: SIMD3<Float>) -> SIMD3<Float> {
    vector - direction * (vector * direction).sum()
  }

  @inline(__always)
  static func unit(_ vector: SIMD3<Float>) -> SIMD3<Float> {
    vector * (1 / (vector * vector).sum().squareRoot())
  }

  /// Turns a direction by the angle whose cosine is `e^(-x)`, about a random azimuth.
  @inline(__always)
  private func scatter(_ d: SIMD3<Float>, _ x: Float, azimuth: UInt32) -> SIMD3<Float> {
    let versine = Self.chance(x)
    let sine = max(0, versine * (2 - versine)).squareRoot()
    return Self.tilt(d, cosine: 1 - versine, sine: sine, azimuth: azimuths[Int(azimuth >> 22)])
  }

  /// A direction tilted towards an azimuth in its own frame.
  ///
  /// The frame is that of Duff et al. 2017, "Building an orthonormal basis, revisited", Journal of Computer Graphics
  /// Techniques 6(1):1, which needs no branch.
  @inline(__always)
  static func tilt(
    _ d: SIMD3<Float>, cosine: Float, sine: Float, azimuth: SIMD2<Float>
  ) -> SIMD3<Float> {
    let sign: Float = d.z < 0 ? -1 : 1
    let a = -1 / (sign + d.z)
    let b = d.x * d.y * a
    let first = SIMD3(1 + sign * d.x * d.x * a, sign * b, -sign * d.x)
    let second = SIMD3(b, sign + d.y * d.y * a, -d.y)
    return unit(d * cosine + (first * azimuth.x + second * azimuth.y) * sine)
  }
}
