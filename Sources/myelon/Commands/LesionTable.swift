import Foundation
import MyelonAnatomy
import MyelonImaging

/// Prints what was measured of a lesion.
enum LesionTable {
  static func print(_ report: LesionReport) {
    let m = report.measures
    row("Length along the cord", m.length, "mm")
    row("  midsagittal, end to end", m.midsagittalExtent, "mm")
    row("  of it affected", m.affectedLength, "mm")
    row("Width, left to right", m.width, "mm")
    row("Height, front to back", m.height, "mm")
    row("Volume in the cord", m.volume, "mm3")
    if m.partialVolume != m.volume { row("  partly filled voxels in part", m.partialVolume, "mm3") }
    if m.volumeOutsideCord > 0 { row("  outside the cord, not measured", m.volumeOutsideCord, "mm3") }
    row("  of it left", 100 * m.leftShare, "%")
    row("Largest axial damage", 100 * m.axialDamageRatio, "%")
    row("Dorsal tissue bridge", m.bridges.dorsal, "mm")
    row("Ventral tissue bridge", m.bridges.ventral, "mm")
    row("Left tissue bridge", m.bridges.left, "mm")
    row("Right tissue bridge", m.bridges.right, "mm")
    row("Maximum cord compression", m.compression.map { 100 * $0.ratio }, "%")
    row("Epicentre from the mask's top", m.epicentre, "mm")
    if let suggestion = report.suggestion { print(suggestion) }
    guard let damage = report.damage else {
      Console.print("No levels: give --levels, --template or --epicentre for segments and tracts.")
      return
    }
    print(damage, atlas: report.atlas)
  }

  private static func print(_ suggestion: InjurySuggestion) {
    let offset = String(
      format: "laterality %+.2f (left +), depth %+.2f (dorsal +)", suggestion.laterality, suggestion.depth)
    let place = String(format: "%.1f mm from the top of C1", suggestion.z)
    Console.print(
      "Epicentre in \(suggestion.level), \(place); \(offset); pattern \(suggestion.pattern.rawValue)")
  }

  private static func print(_ damage: DamageTable, atlas: String) {
    Console.print("\nDamage of segments in %: cord, white, grey; ventral horn left, right")
    for row in damage.segments {
      let shares = [row.cord, row.white, row.grey, row.leftVentralHorn, row.rightVentralHorn]
      Console.print("  \(padded(row.segment, 4))" + shares.map(percent).joined())
    }
    Console.print(
      "\nDamage of tracts in % (\(atlas)): fibres interrupted left, right; worst section left, right")
    for tract in Tract.allCases {
      let rows = [Side.left, .right].map { side in
        damage.tracts.first { $0.tract == tract && $0.side == side }
      }
      guard rows.contains(where: { $0 != nil }) else { continue }
      let shares = rows.map { $0?.interrupted } + rows.map { $0?.worstSection }
      Console.print(
        "  \(padded(tract.name, 58))" + shares.map { $0.map(percent) ?? padded("", -7) }.joined())
    }
  }

  private static func row(_ name: String, _ value: Double?, _ unit: String) {
    let text = value.map { String(format: "%8.2f %@", $0, unit) } ?? "       -"
    Console.print(padded(name, 32) + text)
  }

  private static func percent(_ share: Double) -> String { String(format: "%7.1f", 100 * share) }

  /// Pads on the right, or on the left where the width is negative.
  private static func padded(_ text: String, _ width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? blanks + text : text + blanks
  }
}
