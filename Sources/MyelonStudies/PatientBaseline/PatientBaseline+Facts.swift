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
      FitRecord.Fact(name: "Patient", text: "\(subject.sex.rawValue), \(Self.number(subject.age)) years"),
      FitRecord.Fact(name: "Injury stated", text: "\(scenario.injury.level)"),
      FitRecord.Fact(name: "Examined", text: "day \(Self.number(stated.day))"),
      FitRecord.Fact(name: "Neurological level", text: "\(classification.neurologicalLevel)"),
      FitRecord.Fact(name: "Impairment scale", text: "AIS \(classification.impairmentScale)"),
      FitRecord.Fact(
        name: "Motor score",
        text: "\(totals.motor) of 100 (arms \(totals.upperExtremity), legs \(totals.lowerExtremity))"
      ),
      FitRecord.Fact(name: "Light touch", text: "\(totals.lightTouch) of 112"),
      FitRecord.Fact(name: "Pin prick", text: "\(totals.pinPrick) of 112"),
    ]
    if let image, let day = stated.image?.day {
      facts.append(
        FitRecord.Fact(
          name: "Lesion in the image", text: "\(Self.number(image.length)) mm long, day \(Self.number(day))")
      )
      facts.append(
        FitRecord.Fact(
          name: "Largest damage of a section", text: "\(Self.number(100 * image.axialDamageRatio)) %"))
      let bridges = [("dorsal", image.bridges.dorsal), ("ventral", image.bridges.ventral)].compactMap {
        name, width in
        width.map { "\(name) \(Self.number($0)) mm" }
      }
      if !bridges.isEmpty {
        facts.append(
          FitRecord.Fact(name: "Midsagittal tissue bridges", text: bridges.joined(separator: ", ")))
      }
    }
    if let serum = stated.serum {
      let day = "day \(Self.number(serum.day))"
      if let value = serum.neurofilament {
        facts.append(FitRecord.Fact(name: "Serum NfL", text: "\(Self.number(value)) pg/mL, \(day)"))
      }
      if let value = serum.glialFibrillaryProtein {
        facts.append(FitRecord.Fact(name: "Serum GFAP", text: "\(Self.number(value)) pg/mL, \(day)"))
      }
    }
    return facts
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(format: "%.0f", value) : String(format: "%.1f", value)
  }
}
