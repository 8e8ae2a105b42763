import MyelonAnatomy

/// The outlines of all tissues at one level.
///
/// Outlines are nested or overlap, and the inner one wins: skin, subcutaneous fat, trunk, muscle, bone,
/// epidural fat, fluid, cord.
public struct SpineSection: Sendable {
  /// A plate of a spinous process in the midline.
  struct Spine: Sendable {
    let ventral: Double
    let dorsal: Double
    let halfThickness: Double
  }

  /// Position, mm.
  public let z: Double
  /// The cord; nil caudal to its end.
  public let cord: CrossSection?
  /// The dural sac; nil caudal to its end.
  public let sac: DuralSac.Section?
  /// The bony canal, filled with epidural fat round the sac.
  public let canal: SpineOval
  /// The vertebra beside it.
  public let level: VertebralLevel
  /// Whether the level is that of a disc.
  public let isDisc: Bool
  /// Whether pedicles close the canal at the sides; else the foramina are open.
  public let hasPedicles: Bool
  /// Whether a lamina closes the canal behind.
  public let hasLamina: Bool
  /// Vertebral body or disc.
  public let body: SpineOval
  /// Outer outline of the arch.
  public let arch: SpineOval
  /// Paraspinal muscles.
  public let muscle: SpineOval
  /// Inside of the subcutaneous fat.
  public let trunk: SpineOval
  /// Inside of the skin.
  public let fat: SpineOval
  /// Outside of the skin.
  public let skin: SpineOval
  let spines: [Spine]
  /// Dorsal position above which the arch is lamina and below which it is pedicle, mm.
  let laminaBegins: Double

  init(_ model: SpineModel, z: Double) {
    self.z = z
    let sizes = model.sizes
    let column = model.column
    let isSacral: Bool
    let index = column.index(atZ: z)
    level = column.levels[index]
    isSacral = level.region == .sacral
    let share = (z - level.rostral) / level.height
    let above = index > 0 ? column.levels[index - 1].discHeight : level.discHeight
    isDisc =
      !isSacral && (level.caudal - z < 0.5 * level.discHeight || z - level.rostral < 0.5 * above)
    hasPedicles = SpineShape.pedicle.contains(share)
    hasLamina = isSacral || SpineShape.lamina.contains(share)
    let section = model.anatomy.crossSection(atZ: z)
    cord = z < model.anatomy.length ? section : nil
    let shape = model.sac.section(atZ: z, cord: section)
    sac = z < model.sac.end ? shape : nil
    let factors = SpineShape.trunkFactors(column, species: model.species, z: z)
    let dorsalFat = SpineShape.dorsalFat(column, sizes, z: z) + (hasLamina ? 0 : sizes.epiduralInterlaminar)
    canal = SpineOval(
      middle: shape.middle + 0.5 * (dorsalFat - sizes.epiduralVentral),
      halfWidth: shape.halfWidth + sizes.epiduralLateral,
      halfDepth: shape.halfDepth + 0.5 * (dorsalFat + sizes.epiduralVentral), exponent: 2)
    laminaBegins = canal.middle + 0.3 * canal.halfDepth
    // The body's flat back reaches a little into the canal's oval, which wins.
    body = SpineOval(
      middle: canal.ventral + 0.2 * canal.halfDepth - 0.5 * level.bodyDepth, halfWidth: 0.5 * level.bodyWidth,
      halfDepth: 0.5 * level.bodyDepth, exponent: 3)
    // The lamina lies at the same depth whether or not there is extra fat between laminae.
    let lamina = shape.dorsal + SpineShape.dorsalFat(column, sizes, z: z) + sizes.lamina
    arch = SpineOval(
      middle: canal.middle, halfWidth: canal.halfWidth + sizes.pedicle, halfDepth: lamina - canal.middle,
      exponent: 2)
    let back = shape.dorsal + sizes.skinDepth * factors.skinDepth
    let halfDepth = 0.5 * sizes.trunkDepth * factors.depth
    skin = SpineOval(
      middle: back - halfDepth, halfWidth: 0.5 * sizes.trunkWidth * factors.width, halfDepth: halfDepth,
      exponent: 2.5)
    fat = skin.grown(-sizes.skin)
    trunk = fat.grown(-sizes.fat)
    let muscleDepth = 0.5 * (trunk.dorsal - canal.ventral)
    muscle = SpineOval(
      middle: canal.ventral + muscleDepth,
      halfWidth: min(sizes.muscleHalfWidth, 0.9 * trunk.halfWidth), halfDepth: muscleDepth, exponent: 2.5)
    spines = SpineShape.spines(
      column, sizes, around: index, z: z, ventral: lamina - 0.3 * sizes.lamina, below: trunk.dorsal)
  }
}
