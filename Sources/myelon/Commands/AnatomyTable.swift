import Foundation
import MyelonAnatomy

/// Prints a cord beside the tables it should meet.
enum AnatomyTable {
  /// Area, grey fraction and tract fractions of each segment, model beside table.
  static func print(_ report: CordReport, of anatomy: CordAnatomy) {
    Console.print(
      "Model | table. Area in mm2, the rest as per cent of the section; tracts of both sides together.")
    for row in report.rows {
      let area = String(format: "%.1f | %.1f", row.area.model, row.area.table)
      let grey = percent(row.greyFraction)
      let tracts = anatomy.tracts.filter { row.tractFraction[Int($0.rawValue)].table >= 0.02 }
        .map { "\($0.name) \(percent(row.tractFraction[Int($0.rawValue)]))" }
      Console.print("\(row.segment)  area \(area)  grey \(grey)  \(tracts.joined(separator: "  "))")
    }
  }

  /// Dice overlap of the parametric cord with a template, per segment.
  static func print(_ overlap: CordOverlap) {
    Console.print("Dice overlap of the parametric cord with the template (1 = the same):")
    for row in overlap.rows {
      let tract = row.meanTract(above: 0.05).map { String(format: "%.2f", $0) } ?? "-"
      Console.print(
        String(format: "%@  cord %.3f  grey %.3f  large tracts ", row.segment, row.cord, row.grey) + tract)
    }
  }

  private static func percent(_ pair: CordReport.Comparison) -> String {
    String(format: "%.1f | %.1f", 100 * pair.model, 100 * pair.table)
  }
}
