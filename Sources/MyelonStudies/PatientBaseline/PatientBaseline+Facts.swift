import MyelonLesion
import MyelonImaging
import Foundation
import ISNCSCI
import MyelonSimulation

extension PatientBaseline {
  /// What is known, for a reader.
  func facts(of scenario: Scenario) -> [FitRecord.Fact] {
    let subject = scenario.subject
    let totals = classification.totals
    var facts = [
      FitRecord.Fact("Patient", "\(subject.sex.rawValue), \(Self.number(subject.age)) years"),
      FitRecord.Fact("Injury stated", "\(scenario.injury.level)"),
      FitRecord.Fact("Examined", "day \(Self.number(stated.day))"),
      FitRecord.Fact("Neurological level", "\(classification.neurologicalLevel)"),
      FitRecord.Fact("Impairment scale", "AIS \(classification.impairmentScale)"),
      FitRecord.Fact(
        "Motor score", "\(totals.motor) of 100 (arms \(totals.upperExtremity), legs \(totals.lowerExtremity))"
      ),
      FitRecord.Fact("Light touch", "\(totals.lightTouch) of 112"),
      FitRecord.Fact("Pin prick", "\(totals.pinPrick) of 112"),
    ]
    if let image, let day = stated.image?.day {
      facts.append(
        FitRecord.Fact("Lesion in the image", "\(Self.number(image.length)) mm long, day \(Self.number(day))")
      )
      facts.append(
        FitRecord.Fact("Largest damage of a section", "\(Self.number(100 * image.axialDamageRatio)) %"))
      let bridges = [("dorsal", image.bridges.dorsal), ("ventral", image.bridges.ventral)].compactMap {
        name, width in
        width.map { "\(name) \(Self.number($0)) mm" }
      }
      if !bridges.isEmpty {
        facts.append(FitRecord.Fact("Midsagittal tissue bridges", bridges.joined(separator: ", ")))
      }
    }
    if let serum = stated.serum {
      let day = "day \(Self.number(serum.day))"
      if let value = serum.neurofilament {
        facts.append(FitRecord.Fact("Serum NfL", "\(Self.number(value)) pg/mL, \(day)"))
      }
      if let value = serum.glialFibrillaryProtein {
        facts.append(FitRecord.Fact("Serum GFAP", "\(Self.number(value)) pg/mL, \(day)"))
      }
    }
    return facts
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(format: "%.0f", value) : String(format: "%.1f", value)
  }
}
