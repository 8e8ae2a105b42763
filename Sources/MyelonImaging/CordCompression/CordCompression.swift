/// How much the cord is compressed where it is thinnest.
///
/// Maximum spinal cord compression, `1 - d_i / mean(d_a, d_b)` (Miyanji et al. 2007 Radiology 243:820): `d_i` is the
/// smallest ventral-dorsal diameter within one cord diameter of the lesion, `d_a` and `d_b` the mean diameters of
/// normal cord above and below. Diameters are those of the ellipse of the section's moments, as in the Spinal Cord
/// Toolbox: a mask's edge on one line is known to half a voxel only, and the smallest of many such is biased. Normal cord begins `distance` beyond lesion and narrowest place and
/// counts over `extent`; both, 10 and 20 mm, are those of its `sct_compute_compression`.
public struct CordCompression: Sendable, Hashable, Codable {
  /// `1 - d_i / mean(d_a, d_b)`; negative where the cord is swollen.
  public let ratio: Double
  /// Smallest diameter near the lesion, mm.
  public let diameter: Double
  /// Where it is, arc length in mm.
  public let arc: Double
  /// Mean diameter rostral to the lesion, mm; nil where no normal cord is shown.
  public let above: Double?
  /// Mean diameter caudal to the lesion, mm; nil where no normal cord is shown.
  public let below: Double?

  /// Distance of normal cord from the lesion, mm.
  public static let distance = 10.0
  /// Length of normal cord that is averaged, mm; a quarter of it must be shown.
  public static let extent = 20.0

  /// Measures compression; nil where neither side shows normal cord.
  ///
  /// - Parameters:
  ///   - sections: the whole cord.
  ///   - lesion: arc lengths of the lesion's ends, mm.
  ///   - diameter: equivalent diameter of the cord, mm.
  init?(_ sections: [CordSection], lesion: ClosedRange<Double>, diameter: Double) {
    let near = (lesion.lowerBound - diameter)...(lesion.upperBound + diameter)
    let whole = sections.filter { $0.isWhole && $0.anteroposterior > 0 }
    guard
      let thinnest = whole.filter({ near.contains($0.arc) })
        .min(by: { $0.anteroposterior < $1.anteroposterior })
    else { return nil }
    func mean(_ range: ClosedRange<Double>) -> Double? {
      let inside = whole.filter { range.contains($0.arc) }
      guard let first = inside.first, let last = inside.last, last.arc - first.arc >= Self.extent / 4 else {
        return nil
      }
      return inside.reduce(0) { $0 + $1.anteroposterior } / Double(inside.count)
    }
    let rostral = min(lesion.lowerBound, thinnest.arc) - Self.distance
    let caudal = max(lesion.upperBound, thinnest.arc) + Self.distance
    above = mean((rostral - Self.extent)...rostral)
    below = mean(caudal...(caudal + Self.extent))
    let references = [above, below].compactMap { $0 }
    guard !references.isEmpty else { return nil }
    self.diameter = thinnest.anteroposterior
    arc = thinnest.arc
    ratio = 1 - self.diameter * Double(references.count) / references.reduce(0, +)
  }
}
