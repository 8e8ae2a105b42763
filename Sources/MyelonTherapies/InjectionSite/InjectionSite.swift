/// A point at which something is injected or infused, relative to the injury's epicentre.
public struct InjectionSite: Sendable, Hashable, Codable {
  /// Distance from the epicentre along the cord, mm; positive is caudal.
  public var axial: Double
  /// Distance from the midline, mm; positive is left.
  public var lateral: Double
  /// Distance from the centre of the cord's section, mm; positive is dorsal.
  public var dorsal: Double
  /// Share of the dose, relative to the other sites; positive.
  public var share: Double

  /// Describes a site.
  public init(axial: Double = 0, lateral: Double = 0, dorsal: Double = 0, share: Double = 1) {
    self.axial = axial
    self.lateral = lateral
    self.dorsal = dorsal
    self.share = share
  }

  /// The middle of the lesion.
  public static let epicentre = InjectionSite()
}
