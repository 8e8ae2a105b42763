import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonStimulation

/// The numbers whose convergence is watched.
struct Outcome {
  /// Smallest spared share of the white matter of a section.
  let sparedWhite: Double
  /// Lesion volume, mm3.
  let lesionVolume: Double
  /// Neurons lost, mm3 of grey matter.
  let neuronsLost: Double
  /// Share of the reticulospinal fibres that conducts through the window, both sides' mean: a drive.
  let drive: Double

  init(_ model: LesionModel) {
    let measures = LesionMeasures(model)
    sparedWhite = measures.sparedWhiteEpicentre
    lesionVolume = measures.lesionVolume
    neuronsLost = measures.neuronsLost
    let conduction = Conduction(model, block: AxonBlock(constant: 0.8))
    var sum = 0.0
    var count = 0.0
    for tract in Tract.allCases where tract.isReticulospinal {
      for side in Side.allCases {
        guard
          let mean = conduction.mean(
            tract, side, slice: model.cord.grid.nz - 1, bundles: model.cord.bundles)
        else { continue }
        sum += mean
        count += 1
      }
    }
    drive = count > 0 ? sum / count : 1
  }

  /// The outcomes by name.
  static let all: [(name: String, value: @Sendable (Outcome) -> Double)] = [
    ("spared white matter", { $0.sparedWhite }), ("lesion volume", { $0.lesionVolume }),
    ("neurons lost", { $0.neuronsLost }), ("drive", { $0.drive }),
  ]
}
