import Foundation

/// Where roots join the cord: a place on its surface, on the left side.
public struct RootAttachment: Sendable, Hashable {
  /// Lateral position, half lateral diameters.
  public let lateral: Double
  /// Dorsal position, half anteroposterior diameters.
  public let dorsal: Double
}

extension CordAnatomy {
  /// The dorsolateral sulcus, where the dorsal rootlets of the left side enter, at position `z`, mm.
  ///
  /// The point of the dorsal surface straight above the middle of the dorsal horn, whose tip the rootlets
  /// enter (textbook).
  public func dorsalAttachment(atZ z: Double) -> RootAttachment {
    return attachment(lateral: min(centre(of: .dorsalHorn, atZ: z).u, 0.8), isDorsal: true, atZ: z)
  }

  /// The ventrolateral surface, where the ventral rootlets of the left side leave, at position `z`, mm.
  ///
  /// The point of the ventral surface straight below the middle of the ventral horn (textbook).
  public func ventralAttachment(atZ z: Double) -> RootAttachment {
    return attachment(lateral: min(centre(of: .ventralHorn, atZ: z).u, 0.8), isDorsal: false, atZ: z)
  }

  /// Dorsal position of the dorsal surface at a lateral position of a section, half-diameters.
  public func dorsalSurface(lateral u: Double, of section: CrossSection) -> Double {
    let outline = section.outline
    let height = Foundation.pow(max(0, 1 - Foundation.pow(abs(u), outline.exponent)), 1 / outline.exponent)
    return outline.widestLevel + (1 - outline.widestLevel) * height
  }

  private func attachment(lateral u: Double, isDorsal: Bool, atZ z: Double) -> RootAttachment {
    let outline = crossSection(atZ: z).outline
    let height = Foundation.pow(1 - Foundation.pow(u, outline.exponent), 1 / outline.exponent)
    let v0 = outline.widestLevel
    return RootAttachment(lateral: u, dorsal: isDorsal ? v0 + (1 - v0) * height : v0 - (1 + v0) * height)
  }
}
