/// A material put into the lesion, and how it is made.
public struct ScaffoldImplant: Sendable, Hashable, Codable {
  /// Name within the arm.
  public var name: String
  /// Day after injury.
  public var day: Double
  /// What it is.
  public var form: Form
  /// Where it lies.
  public var placement: Placement
  /// Share of its volume that is pore or channel, 0 to 1.
  public var porosity: Double
  /// Alignment of pores or fibres along the cord, 0 (none) to 1 (straight).
  public var alignment: Double
  /// Diameter of its channels and thickness of the walls between them, um; nil where it has no channels.
  public var channels: Channels?
  /// Adhesion that it offers to cells and axons, 0 (inert) to 1 (laminin).
  public var adhesion: Double
  /// Elastic modulus, kPa.
  public var stiffness: Double
  /// Days after which half of it is gone; nil for a material that stays.
  public var halfLife: Double?
  /// How it degrades.
  public var erosion: Erosion

  /// The forms of a scaffold.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// A gel that is injected and sets.
    case gel
    /// A sponge.
    case sponge
    /// A mat of fibres.
    case nanofibre
    /// Aligned microchannels cast into a block.
    case channels
    /// Printed to the shape of the lesion.
    case printed
  }

  /// Where a scaffold lies.
  public enum Placement: Sendable, Hashable, Codable {
    /// It fills the space that has no living tissue, up to this volume, mm3.
    case lesion(volume: Double)
    /// It fills a length of the whole cord, mm, centred at an axial distance from the epicentre, mm, after what
    /// was there has been taken away.
    case block(length: Double, axial: Double)
  }

  /// How a scaffold degrades.
  public enum Erosion: String, Sendable, Hashable, Codable, CaseIterable {
    /// From its surface: at a constant rate, gone after twice its half-life.
    case surface
    /// Through its bulk: exponentially.
    case bulk
  }

  /// Channels of a scaffold.
  public struct Channels: Sendable, Hashable, Codable {
    /// Diameter, um.
    public var diameter: Double
    /// Wall between two channels, um.
    public var wall: Double

    /// Describes channels.
    public init(diameter: Double, wall: Double) {
      self.diameter = diameter
      self.wall = wall
    }
  }

  /// Plans an implantation.
  public init(
    name: String, day: Double, form: Form, placement: Placement, porosity: Double = 0.9,
    alignment: Double = 0, channels: Channels? = nil, adhesion: Double = 0.5, stiffness: Double = 1,
    halfLife: Double? = 40, erosion: Erosion = .bulk
  ) {
    self.name = name
    self.day = day
    self.form = form
    self.placement = placement
    self.porosity = porosity
    self.alignment = alignment
    self.channels = channels
    self.adhesion = adhesion
    self.stiffness = stiffness
    self.halfLife = halfLife
    self.erosion = erosion
  }
}
