/// The cord at one position: its outline and the regions inside it.
public struct CrossSection: Sendable {
  /// Position, mm from the rostral end of C1.
  public let z: Double
  /// Area, mm2.
  public let area: Double
  /// Anteroposterior diameter, mm.
  public let anteroposterior: Double
  /// Lateral diameter, mm.
  public let lateral: Double
  /// Grey fraction of the area, from the tables.
  public let greyFraction: Double
  /// Outline in half-diameters.
  public let outline: SuperEllipse
  /// Index of the segment that holds the position.
  public let segmentIndex: Int

  let partition: RegionPartition

  /// The region at a point in half-diameters: `u` lateral (left positive), `v` dorsal.
  ///
  /// Points of the midline count as left.
  public func region(lateral u: Double, dorsal v: Double) -> RegionCode {
    guard outline.contains(lateral: u, dorsal: v) else { return .outside }
    let side: Side = u < 0 ? .right : .left
    var kernel = SectionKernel(partition)
    var labels = [UInt8](repeating: 0, count: SectionKernel.padded(1))
    labels.withUnsafeMutableBufferPointer {
      kernel.labelRow(dorsal: Float(v), first: Float(abs(u)), pitch: 0, count: 1, into: $0)
    }
    return RegionCode(rawValue: labels[0] &* 2 &+ side.rawValue)
  }
}

extension CordAnatomy {
  /// The cross-section at position `z`, mm from the rostral end of C1.
  ///
  /// Where a table's area cannot be met by the outline inside the table's diameters (`SuperEllipse.exponents`),
  /// the area is kept and both diameters are scaled alike.
  public func crossSection(atZ z: Double) -> CrossSection {
    let area = areaCurve.value(at: z)
    var anteroposterior = anteroposteriorCurve.value(at: z)
    var lateral = lateralCurve.value(at: z)
    let fill = area / (anteroposterior * lateral)
    let outline = SuperEllipse(fill: fill, widestLevel: widestLevelCurve.value(at: z))
    let stretch = (fill / SuperEllipse.fill(exponent: outline.exponent)).squareRoot()
    anteroposterior *= stretch
    lateral *= stretch
    let (index, fraction) = MonotoneCurve.locate(z, in: middles)
    let next = min(index + 1, partitions.count - 1)
    return CrossSection(
      z: z, area: area, anteroposterior: anteroposterior, lateral: lateral,
      greyFraction: greyCurve.value(at: z), outline: outline, segmentIndex: segmentIndex(atZ: z),
      partition: RegionPartition(partitions[index], partitions[next], fraction: fraction))
  }
}
