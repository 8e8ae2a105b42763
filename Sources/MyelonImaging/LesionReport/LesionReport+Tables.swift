import Foundation
import MyelonAnatomy
import MyelonQuantities

extension LesionReport {
  /// Damage of tracts, a row a tract and side; nil where levels are unknown.
  public var tractsCSV: String? {
    damage.map { table in
      let rows = table.tracts.map { row in
        [
          SnakeCase.of(row.tract), SnakeCase.of(row.side), row.interrupted.map(Self.text) ?? "",
          Self.text(row.worstSection), Self.text(row.worstZ), Self.text(row.overLesion),
        ]
      }
      return CSVText.table(
        [["tract", "side", "interrupted", "worst_section", "worst_z_mm", "over_lesion"]] + rows)
    }
  }

  /// Damage of segments, a row a segment; nil where levels are unknown.
  public var segmentsCSV: String? {
    damage.map { table in
      let rows = table.segments.map { row in
        [row.segment]
          + [
            row.cord, row.white, row.grey, row.leftVentralHorn, row.rightVentralHorn, row.leftDorsalHorn,
            row.rightDorsalHorn,
          ].map(Self.text)
      }
      return CSVText.table(
        [
          [
            "segment", "cord", "white", "grey", "left_ventral_horn", "right_ventral_horn", "left_dorsal_horn",
            "right_dorsal_horn",
          ]
        ] + rows)
    }
  }

  /// The axial damage profile: a row a section, rostral first.
  public var profileCSV: String {
    let rows = profile.map { section in
      [Self.text(section.arc), section.z.map(Self.text) ?? ""]
        + [
          section.area, section.lateral, section.anteroposterior, section.midsagittalDiameter,
          section.lesionArea, section.damage, section.leftDamage, section.rightDamage,
        ].map(Self.text)
        + [section.dorsalBridge, section.ventralBridge].map { $0.map(Self.text) ?? "" }
        + [section.isWhole ? "1" : "0"]
    }
    return CSVText.table(
      [
        [
          "arc_mm", "z_mm", "area_mm2", "lateral_mm", "anteroposterior_mm", "midsagittal_mm", "lesion_mm2",
          "damage", "left_damage", "right_damage", "dorsal_bridge_mm", "ventral_bridge_mm", "whole",
        ]
      ] + rows)
  }

  private static func text(_ value: Double) -> String { String(format: "%.6g", value) }
}
