/// The numbers of one kind of neuron as the loop over growth cones needs them.
///
/// The eight lanes of a weight are those of `GrowthRow.levels`: proteoglycan, myelin, matrix, grafted cells, grafted
/// neurons, BDNF, NT-3, GDNF.
@frozen
@usableFromInline
struct ConeNumbers: Sendable {
  /// Weights of the inhibition I.
  var inhibition = SIMD8<Float>.zero
  /// Weights of the promotion P.
  var promotion = SIMD8<Float>.zero
  /// Weights of the guidance vectors.
  var guidance = SIMD8<Float>.zero
  /// Speed where nothing inhibits, with the factors of drugs, age and injury, mm/d.
  var speed: Float = 0
  /// Formation of a synapse, 1/d, on the host's neurons and on grafted ones.
  var hostContact: Float = 0
  var graftContact: Float = 0
  /// Inverse of the age of half speed, 1/d.
  var fading: Float = 0
}

/// The numbers that all growth cones share.
@frozen
@usableFromInline
struct SharedNumbers: Sendable {
  /// Inverse of the threshold, the exponent of the advance and the least promotion.
  var inverseThreshold: Float
  var exponent: Int
  var leastPromotion: Float
  var arrestHazard: Float
  var restartRate: Float
  var stallSpeed: Float
  var withdrawalBasal: Float
  var withdrawalNeed: Float
  var synapticSupport: Float
  var retractionSpeed: Float
  var branchingRate: Float
  /// Inverse lengths of persistence and turning, 1/mm.
  var persistence: Float
  var turning: Float
  var greyAttraction: Float
  var alignment: Float
  /// Rate of myelination, 1/d.
  var myelination: Float
  /// Fading of need, 1/d.
  var needFading: Float
}

/// What a growth cone of one kind meets in one voxel.
@frozen
@usableFromInline
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

/// Where the numbers of a voxel stand in its row of five vectors of eight lanes.
enum GrowthRow {
  /// Vectors of a row: levels, local numbers, guidance along x, y, z.
  static let length = 5
  static let levels = 0
  static let local = 1
  static let guidanceX = 2
  static let guidanceY = 3
  static let guidanceZ = 4
  /// Lanes of the levels.
  static let proteoglycan = 0
  static let myelin = 1
  static let matrix = 2
  static let cells = 3
  static let neurons = 4
  static let bdnf = 5
  static let nt3 = 6
  static let gdnf = 7
  /// Lanes of the local numbers.
  static let substrate = 0
  static let alignment = 1
  static let hostTarget = 2
  static let graftTarget = 3
  static let myelination = 4
  static let greyX = 5
  static let greyY = 6
  static let implant = 7
}
