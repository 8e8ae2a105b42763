/// One substance in one time step, reduced to pointers and plain numbers.
struct SubstanceStep {
  /// Values, overwritten.
  let field: UnsafeMutablePointer<Float>
  /// Production per voxel, concentration / h.
  let source: UnsafePointer<Float>?
  /// Decay rate that varies in space, 1/h.
  let decay: UnsafePointer<Float>?
  /// Factor of the old value.
  let kept: Float
  /// Factor of the source, h.
  let gained: Float
  /// Constant part of the decay where it varies, 1/h.
  let constantDecay: Float
  /// Diffusivity x time / spacing^2 along x, y and z.
  let scale: SIMD3<Float>

  init(
    field: UnsafeMutablePointer<Float>, transport: SubstanceTransport, source: UnsafePointer<Float>?,
    decay: UnsafePointer<Float>?, timeStep: Double, spacing: SIMD3<Double>
  ) {
    self.field = field
    self.source = source
    self.decay = decay
    constantDecay = transport.decay
    let factors = RelaxationFactors(
      decay: decay == nil ? Double(transport.decay) : 0, timeStep: timeStep)
    kept = Float(factors.kept)
    gained = Float(factors.gained)
    let reach: SIMD3<Double> = SIMD3(repeating: Double(transport.diffusivity) * factors.gained)
    scale = SIMD3<Float>(reach / (spacing * spacing))
  }

  /// Whether the old value changes before the sweeps other than by the factor `kept`.
  var needsRelaxation: Bool { source != nil || decay != nil }

  /// Applies source and decay to `count` voxels from `start`.
  func relax(start: Int, count: Int) {
    let values = field + start
    if let decay {
      relaxImplicitly(values, decay + start, source.map { $0 + start }, count)
      return
    }
    guard let source else {
      for i in 0..<count { values[i] = values[i] * kept }
      return
    }
    let added = source + start
    for i in 0..<count { values[i] = values[i] * kept + gained * added[i] }
  }

  private func relaxImplicitly(
    _ values: UnsafeMutablePointer<Float>, _ decay: UnsafePointer<Float>, _ source: UnsafePointer<Float>?,
    _ count: Int
  ) {
    let base = 1 + gained * constantDecay
    if let source {
      for i in 0..<count { values[i] = (values[i] + gained * source[i]) / (base + gained * decay[i]) }
    } else {
      for i in 0..<count { values[i] = values[i] / (base + gained * decay[i]) }
    }
  }

  /// Writes `capacity (1 + k dt)` of `count` voxels from `start`; only for a decay that varies in space.
  func weigh(
    capacity: UnsafePointer<Float>, into weights: UnsafeMutablePointer<Float>, start: Int, count: Int
  ) {
    guard let decay else { return }
    let base = 1 + gained * constantDecay
    for i in start..<(start &+ count) { weights[i] = capacity[i] * (base + gained * decay[i]) }
  }
}
