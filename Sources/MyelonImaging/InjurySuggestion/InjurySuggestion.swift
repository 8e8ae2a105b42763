import MyelonAnatomy

/// How an image would be stated as an injury: a beginning for fitting, not a finding.
public struct InjurySuggestion: Sendable, Hashable, Codable {
  /// What is lost at the epicentre.
  public enum Pattern: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nine tenths of the section or more.
    case complete
    /// Three quarters or more of the left half, a quarter or less of the right.
    case leftHalf
    /// Three quarters or more of the right half, a quarter or less of the left.
    case rightHalf
    /// Three quarters or more of the dorsal half, a quarter or less of the ventral.
    case dorsal
    /// Three quarters or more of the ventral half, a quarter or less of the dorsal.
    case ventral
    /// Centred within a quarter of the half-diameters.
    case central
    /// None of these.
    case mixed
  }

  /// Segment at the epicentre.
  public let level: String
  /// Position of the epicentre in the reference cord, mm.
  public let z: Double
  /// Offset of the lesion at the epicentre, -1 (right edge) to +1 (left edge).
  public let laterality: Double
  /// Offset of the lesion at the epicentre, -1 (ventral edge) to +1 (dorsal edge).
  public let depth: Double
  /// Length of the lesion in the reference cord, mm.
  public let length: Double
  /// What is lost at the epicentre.
  public let pattern: Pattern
  /// A hint at severity: the largest share of a section that is lost, 0 to 1.
  ///
  /// The blow behind a lesion cannot be read from it; how hard it was is for fitting to find.
  public let severity: Double
  /// Compression that the image shows; nil where there is no normal cord to compare with.
  public let residualCompression: Double?
}

extension LesionImage {
  /// How the lesion would be stated as an injury.
  ///
  /// - Throws: `ImagingError.noLevels`.
  public func suggestion() throws(ImagingError) -> InjurySuggestion {
    guard let epicentre, let segment = epicentreSegment, let extent else { throw .noLevels }
    let nearest = sections.min { abs($0.arc - measures.epicentre) < abs($1.arc - measures.epicentre) }
    return InjurySuggestion(
      level: segment.name, z: epicentre, laterality: min(1, max(-1, measures.lateral)),
      depth: min(1, max(-1, measures.depth)), length: extent.upperBound - extent.lowerBound,
      pattern: nearest.map { Self.pattern($0) } ?? .mixed, severity: measures.axialDamageRatio,
      residualCompression: measures.compression.map { max(0, $0.ratio) })
  }

  private static func pattern(_ section: CordSection) -> InjurySuggestion.Pattern {
    if section.damage >= 0.9 { return .complete }
    if section.leftDamage >= 0.75, section.rightDamage <= 0.25 { return .leftHalf }
    if section.rightDamage >= 0.75, section.leftDamage <= 0.25 { return .rightHalf }
    if section.dorsalDamage >= 0.75, section.ventralDamage <= 0.25 { return .dorsal }
    if section.ventralDamage >= 0.75, section.dorsalDamage <= 0.25 { return .ventral }
    if abs(section.lesionLateral) <= 0.25, abs(section.lesionDorsal) <= 0.25 { return .central }
    return .mixed
  }
}
