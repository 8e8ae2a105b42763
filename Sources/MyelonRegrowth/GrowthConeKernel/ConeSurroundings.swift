/// What a growth cone of one kind meets in one voxel.
struct ConeSurroundings {
  /// Inhibition over promotion.
  var ratio: Float
  /// a(R), 0 to 1.
  var advance: Float
  /// Trophic support: promotion without matrix.
  var support: Float
  /// Speed of a young growth cone, mm/d.
  var speed: Float

  /// `I = w_I · levels`, `P = max(P_0, w_P · levels)`, `R = I / P`, `a = 1 / (1 + (R / R_c)ⁿ)`, `v = v_type a substrate`.
  @inline(__always)
  init(row: UnsafePointer<SIMD8<Float>>, cone: ConeNumbers, shared: SharedNumbers) {
    let levels = row[GrowthRow.levels]
    let inhibition = Self.sum(cone.inhibition * levels)
    let promotion = Self.sum(cone.promotion * levels)
    ratio = inhibition / max(promotion, shared.leastPromotion)
    let relative = ratio * shared.inverseThreshold
    var power = relative
    for _ in 1..<shared.exponent { power *= relative }
    advance = 1 / (1 + power)
    support = promotion - cone.promotion[GrowthRow.matrix] * levels[GrowthRow.matrix]
    speed = cone.speed * advance * row[GrowthRow.local][GrowthRow.substrate]
  }

  /// Sum of eight lanes, in a fixed order.
  @inline(__always)
  static func sum(_ lanes: SIMD8<Float>) -> Float {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}
