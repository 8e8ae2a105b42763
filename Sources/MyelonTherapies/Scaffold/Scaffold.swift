import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// A scaffold in its place: which voxels it fills, how much of it is left, and what it offers to cells and axons.
///
/// It is placed once, when it is implanted; after that everything is a function of time, so nothing but the placement
/// has to be stored. See `Scaffold+Placement.swift` for how the space is found and `prepare` for what it does.
public struct Scaffold: Sendable, Hashable {
  /// The plan.
  public let implant: ScaffoldImplant
  /// Voxels that it was placed in, in rising order.
  public let voxels: [Int32]
  /// Share of the cord part of each of them that it was given, 0 to 1; pores and channels count as scaffold.
  public let share: [Float]
  /// Volume placed, mm3; less than planned when the lesion had less room.
  public let volume: Double
  /// Voxels that it protects: its own and their neighbours, in rising order.
  let border: [Int32]
  /// Largest share of scaffold in or beside each of them.
  let borderShare: [Float]
  /// Diffusivity in its pores across and along the cord, over free diffusion.
  public let transport: (across: Float, along: Float)
  /// Share of its section that guides and holds axons: all of it, or what lies near the walls of channels.
  public let guided: Double
  /// Share of non-ischaemic death that it prevents at its border when it is fresh and fully adhesive.
  let protection: Float

  /// Adhesion that it offers to cells and axons, 0 (inert) to 1 (laminin).
  public var adhesion: Double { implant.adhesion }
  /// Alignment of pores, fibres or channels along the cord, 0 to 1; channels are straight.
  public var alignment: Double { implant.channels == nil ? implant.alignment : 1 }
  /// Its channels, or nil.
  public var channels: ChannelGeometry? { implant.geometry }
  /// Elastic modulus, kPa.
  public var stiffness: Double { implant.stiffness }

  /// Share of the material that is left on a day after injury.
  public func remaining(onDay day: Double) -> Double { implant.remaining(afterDays: day - implant.day) }

  /// Joins a plan with its voxels and derives the rest.
  init(
    _ implant: ScaffoldImplant, voxels: [Int32], share: [Float], in model: LesionModel, table: ParameterTable
  ) {
    self.implant = implant
    self.voxels = voxels
    self.share = share
    let cord = model.cord
    volume = zip(voxels, share).reduce(0) {
      $0 + Double($1.1) * Double(cord.cordFraction[Int($1.0)]) * cord.grid.voxelVolume
    }
    (border, borderShare) = Self.border(voxels, share, cord: cord)
    transport = Self.diffusivity(
      of: implant, poreSlowing: model.parameters["scaffold_slowing"], wall: table["wall_diffusivity"])
    guided =
      implant.channels.map {
        Self.guidedShare(ofChannel: $0.diameter, reach: table["channel_guidance_reach"])
      } ?? 1
    protection = Float(table["scaffold_protection"] * implant.adhesion)
  }

  /// Compares two placements.
  public static func == (a: Scaffold, b: Scaffold) -> Bool {
    a.implant == b.implant && a.voxels == b.voxels && a.share == b.share
  }

  /// Hashes the placement.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(implant)
    hasher.combine(voxels)
    hasher.combine(share)
  }
}
