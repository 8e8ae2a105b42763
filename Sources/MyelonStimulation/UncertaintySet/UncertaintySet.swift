import Foundation
import MyelonAnatomy
import MyelonQuantities
import MyelonRandom

/// Sampled values of the tissue properties that published models agree on least.
///
/// Conductivity of dura (0.02 to 0.6 S/m) and epidural space (0.025 to 0.25 S/m) vary that much between published models (Khadka, Wang
/// & Bikson 2025, J Neural Eng 22(3), doi:10.1088/1741-2552/add76e), and depth of the fluid behind the cord that much between people
/// (Holsheimer et al. 1994, AJNR 15:951). Conductivities are drawn evenly in their logarithm, depths evenly, over the plausible ranges of
/// `StimulationParameters`; all depths of a set share one draw, because a deep canal is deep everywhere. Draws are a Latin hypercube: each
/// property takes every one of n equal shares of its range once.
struct UncertaintySet: Sendable, Hashable {
  /// Values by identifier of the parameter.
  let values: [String: Double]

  /// Names the entity of the random stream.
  private static let entity: UInt32 = 0x5354_494D

  private static func properties(_ species: Species) -> [[String]] {
    let depths =
      species == .human
      ? ["csf_dorsal_cervical", "csf_dorsal_midthoracic", "csf_dorsal_T11", "csf_dorsal_T12"]
      : ["csf_dorsal_rat"]
    return [["conductivity_dura"], ["conductivity_epidural"], depths]
  }

  /// Draws sets.
  ///
  /// - Parameters:
  ///   - study: the study; parameters that it sets are left alone.
  ///   - table: its parameters.
  /// - Returns: as many sets as the study asks for; the same for the same seed.
  static func sets(for study: StimulationStudy, table: ParameterTable) -> [UncertaintySet] {
    let count = study.uncertaintySets
    var sets = [[String: Double]](repeating: [:], count: count)
    for (property, ids) in properties(study.species).enumerated() {
      var stream = RandomStream(seed: study.seed, entity: entity, step: UInt32(property))
      let order = Array(0..<count).shuffled(using: &stream)
      for (index, stratum) in order.enumerated() {
        let draw = (Double(stratum) + stream.uniform()) / Double(count)
        for id in ids where study.parameters[id] == nil {
          guard let parameter = table.parameter(id) else { continue }
          let (low, high) = (parameter.plausible.lowerBound, parameter.plausible.upperBound)
          let value =
            id.hasPrefix("conductivity_") ? low * pow(high / low, draw) : low + draw * (high - low)
          sets[index][id] = min(high, max(low, value))
        }
      }
    }
    return sets.map { UncertaintySet(values: $0) }
  }
}
