import Foundation
import ISNCSCI
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRecovery
import MyelonSimulation

extension SampleRun {
  private static let columns: [SeriesTable.Column] = [
    .init("day", "d", "time after injury"),
    .init("lesion_volume", "mm3", "volume of dead, fibrotic and fluid-filled tissue"),
    .init("necrosis_volume", "mm3", "dead, not yet cleared volume"),
    .init("fibrosis_volume", "mm3", "fibrotic volume"), .init("cavity_volume", "mm3", "fluid-filled volume"),
    .init("lesion_length", "mm", "length of cord with lesion"),
    .init("spared_white_matter", "%", "white matter alive and myelinated in the worst section"),
    .init("demyelinated", "fraction", "uncut axons without myelin in the worst section"),
    .init("remyelinated", "fraction", "uncut axons with new myelin in the worst section"),
    .init("perfusion_epicentre", "fraction", "mean perfusion of the worst section"),
    .init("oedema_length", "mm", "length of cord with oedema"),
    .init("haemorrhage", "mm3", "blood outside vessels"),
    .init("peak_cytokine", "ng/mL", "highest TNF / IL-1 in the cord"),
    .init("neutrophils", "mm3", "neutrophils, volume of full density"),
    .init("pro_inflammatory_macrophages", "mm3", "pro-inflammatory macrophages"),
    .init("repair_macrophages", "mm3", "pro-repair macrophages"),
    .init("reactive_astrocytes", "mm3", "reactive astrocytes"), .init("cspg", "mm3", "proteoglycan"),
  ]

  private var tracts: [String] {
    isHuman
      ? [
        "fasciculus_gracilis", "fasciculus_cuneatus", "lateral_corticospinal", "spinothalamic",
        "lateral_reticulospinal", "ventral_corticospinal", "propriospinal",
      ]
      : [
        "fasciculus_gracilis", "dorsal_corticospinal", "rubrospinal", "ventral_reticulospinal",
        "propriospinal",
      ]
  }

  private func series(_ severity: Double) -> SeriesTable {
    let sides = tracts.flatMap { tract in
      ["right", "left"].map { SeriesTable.Column("spared_\(tract)_\($0)", "fraction", "spared axons") }
    }
    let gains = gain.map { _ in
      [SeriesTable.Column("training_gain_stepping", "fold", "gain of practice and sprouting")]
    }
    var table = SeriesTable(columns: Self.columns + sides + (gains ?? []))
    let size = (isHuman ? 900.0 : 14.0) * severity * severity
    let slow = isHuman ? 2.5 : 1
    let times = stride(from: 0.0, through: 1, by: 1.0 / 300).map { share in
      share == 0 ? 0 : pow(days.last ?? 1, share) / 24 * pow(24, share)
    }
    func rise(_ t: Double, _ middle: Double) -> Double { t <= 0 ? 0 : 1 / (1 + pow(middle * slow / t, 1.6)) }
    func bump(_ t: Double, _ middle: Double, _ width: Double = 0.7) -> Double {
      t <= 0 ? 0 : exp(-pow(log(t / middle / slow) / width, 2))
    }
    for t in times {
      let lesion = size * (0.35 + 0.65 * rise(t, 1.2))
      let cavity = lesion * 0.55 * rise(t, 24)
      let fibrosis = lesion * 0.22 * rise(t, 8)
      let spared = max(0.01, (1 - severity) * (1 - 0.35 * rise(t, 2)) + 0.06 * rise(t, 60))
      let row = [
        t, lesion, max(0, lesion - cavity - fibrosis), fibrosis, cavity,
        (isHuman ? 26 : 7) * severity * (0.6 + 0.4 * rise(t, 2)), 100 * min(1, spared),
        0.3 * bump(t, 1.2) + 0.22 * bump(t, 9),
        0.12 * rise(t, 25), 1 - 0.8 * severity * (1 - 0.6 * rise(t, 6)),
        (isHuman ? 38 : 12) * severity * bump(t, 1.4, 1),
        size * 0.2 * exp(-t / 9), 6 * severity * bump(t, 0.15), size * 0.3 * bump(t, 0.9),
        size * (0.5 * bump(t, 7) + 0.4 * bump(t, 50, 0.9)), size * 0.18 * bump(t, 4.5),
        size * 0.9 * rise(t, 7),
        size * (bump(t, 13, 0.8) * 0.7 + 0.3 * rise(t, 10)),
      ]
      let bars = tracts.indices.flatMap { index in
        [0.0, 0.06].map { min(1, max(0, spared + 0.09 * Double(index) - 0.2 + $0)) }
      }
      table.append(row + bars + (gain.map { [1 + ($0 - 1) * rise(t, 20)] } ?? []))
    }
    return table
  }

  func record(_ name: String, _ slug: String, _ severity: Double, _ volumes: [String: String]) -> ArmRecord {
    let series = series(severity)
    let visits = days.map { day in visit(day, severity) }
    let published: [Scenario.PublishedResult] =
      isHuman
      ? []
      : [
        Scenario.PublishedResult(
          measure: "BBB", firstDay: 49, lastDay: 63, mean: (21 * (1 - severity)).rounded() + 1, spread: 2,
          unit: "points",
          source: "Basso, Beattie & Bresnahan 1996 Exp Neurol 139:244", provenance: .recalled),
        Scenario.PublishedResult(
          measure: "spared_white_matter", firstDay: 56, mean: 60 * (1 - severity), spread: 7, unit: "%",
          source: "Basso, Beattie & Bresnahan 1996 Exp Neurol 139:244", provenance: .recalled),
      ]
    return ArmRecord(
      name: name, slug: slug, injury: injury(severity),
      epicentre: grid.origin.z + Double(grid.nz / 2) * grid.spacing.z,
      series: series, visits: visits, volumes: volumes, published: published)
  }

  private func injury(_ severity: Double) -> Injury {
    let mechanism: InjuryMechanism =
      isHuman
      ? .compression(peakCompression: severity, residualCompression: 0.3, decompression: 12)
      : severity == 1 ? .transection(gap: 0.5) : .weightDrop(height: 6.25 * severity / 0.3, mass: 10)
    return Injury(mechanism: mechanism, level: level)
  }

  private func visit(_ day: Double, _ severity: Double) -> VisitRecord {
    guard isHuman else {
      let score = 21 * (1 - severity) * (1 - exp(-day / 12))
      return VisitRecord(day: day, locomotion: BBBScore((score * 2).rounded() / 2))
    }
    let gain = 1 - exp(-day / 60)
    let grades = (0..<10).map { muscle -> Int in
      let base =
        muscle == 0 ? 4.0 : muscle < 5 ? 3.2 - Double(muscle) + 3 * gain : 2.4 * (1 - severity) * gain * 2
      return Int(min(5, max(0, base)).rounded())
    }
    let sense = (0..<28).map { $0 < 4 ? 2 : $0 < 7 ? 1 : Int((1.4 * (1 - severity) + 0.7 * gain).rounded()) }
    let examination =
      (try? Examination(
        motor: [grades, grades.map { max(0, $0 - 1) }], lightTouch: [sense, sense],
        pinPrick: [sense, sense.map { min($0, 1) }],
        voluntaryAnalContraction: severity < 0.6 && day > 20, deepAnalPressure: day > 5)) ?? .normal
    return VisitRecord(
      day: day, examination: examination, classification: examination.classified(),
      noiseFreeExamination: examination,
      independence: try? SCIMExpectation(RecoveryParameters.table(for: .human)).score(
        of: examination, age: 38, days: day),
      walkingProbability: day <= WalkingRule.lastDay ? WalkingRule.probability(of: examination, age: 38) : nil
    )
  }

  func runRecord(_ records: [ArmRecord]) -> RunRecord {
    let species: MyelonAnatomy.Species = isHuman ? .human : .rat
    var parameters = LesionParameters.table(for: species)
    try? parameters.replace("kill_axon_ischaemic", with: 0.03)
    let names =
      isHuman
      ? ["C2", "C3", "C4", "C5", "C6", "C7", "C8", "T1"] : ["T7", "T8", "T9", "T10", "T11", "T12", "T13"]
    let step = Double(grid.nz) * grid.spacing.z / Double(names.count)
    let segments = names.enumerated().map { index, name in
      SpinalSegment(
        name: name, index: index, rostral: grid.origin.z + step * Double(index),
        caudal: grid.origin.z + step * Double(index + 1), area: 80, anteroposterior: 8, lateral: 13,
        widestLevel: 0,
        greyFraction: 0.2, source: "made up for a test")
    }
    let scenario = Scenario(
      name: name, description: about,
      subject: Scenario.Subject(
        species: species, age: isHuman ? 38 : 0.19, sex: isHuman ? .male : .female),
      injury: injury(0.7),
      arms: arms.map { arm in Scenario.Arm(name: arm.name) },
      run: Scenario.Run(days: days.last ?? 1, voxel: voxel, seed: 7, visits: days))
    return RunRecord(
      version: "0.0.0-sample", scenario: scenario, scenarioPath: "Examples/\(name).yaml",
      parameters: parameters,
      grid: grid, segments: segments, anatomySource: "made up for a test", arms: records,
      timings: ["anatomy": 0.4, "lesion": 7.2, "writing": 1.1],
      steps: Dictionary(records.map { ($0.name, 4012) }) { $1 })
  }
}
