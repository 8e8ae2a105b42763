import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

@testable import MyelonRegrowth

/// A plain twin, in Double and from the fields themselves, of what one growth cone meets and does in one substep.
struct GrowthTwin {
  let test: GrowthTestCord
  let table: ParameterTable
  let conditions: GrowthConditions
  let seed: UInt64

  private func field(_ field: TissueField, _ voxel: Int) -> Double {
    Double(test.model.state.values(field)[voxel])
  }
  private func given(_ values: [Float], _ voxel: Int) -> Double { values.isEmpty ? 0 : Double(values[voxel]) }
  func isOpen(_ voxel: Int) -> Bool { test.cord.cordFraction[voxel] >= 0.25 }

  /// Proteoglycan, myelin, matrix, grafted cells, BDNF, NT-3, GDNF.
  func levels(_ voxel: Int) -> [Double] {
    let grey = Double(test.cord.greyFraction[voxel])
    let natural = table["proteoglycan_white"] * (1 - grey) + table["proteoglycan_grey"] * grey
    let kept = 1 - (1 - table["degenerated_myelin"]) * field(.degenerated, voxel)
    let sheath = kept * (field(.myelin, voxel) + field(.remyelination, voxel))
    let antibody = field(.antiNogo, voxel)
    let mask = 1 - table["nogo_share"] * antibody / (antibody + table["nogo_antibody_half"])
    let cover = 1 - grey + table["myelin_grey"] * grey
    let factors = [
      (TissueField.bdnf, "neurotrophin_half"), (.nt3, "neurotrophin_half"), (.gdnf, "GDNF_half"),
    ]
    return [
      table["proteoglycan_scar"] * field(.cspg, voxel) + natural * field(.tissue, voxel) + table[
        "fibrosis_inhibition"]
        * (field(.fibrosis, voxel) + given(conditions.fibrousFill, voxel)),
      (cover * max(0, sheath) + field(.myelinDebris, voxel)) * mask,
      field(.matrix, voxel) * (1 - field(.cavity, voxel)) + table["adhesion_promotion"]
        * given(conditions.adhesion, voxel),
      given(conditions.graftSupport, voxel),
    ] + factors.map { field($0.0, voxel) / (field($0.0, voxel) + table[$0.1]) }
  }

  struct Met {
    var ratio = 0.0
    var advance = 0.0
    var speed = 0.0
    var support = 0.0
    var guidance = SIMD3<Double>.zero
  }

  /// What a cone of a kind meets in a voxel.
  func met(_ trait: GrowthTraits, _ voxel: Int) -> Met {
    let level = levels(voxel)
    let factors = [trait.responseBDNF, trait.responseNT3, trait.responseGDNF]
    var met = Met()
    met.support = trait.graftCellPromotion * level[3]
    for index in 0..<3 { met.support += factors[index] * level[4 + index] }
    let promotion = max(table["promotion_least"], table["matrix_promotion"] * level[2] + met.support)
    met.ratio = (trait.proteoglycanSensitivity * level[0] + trait.myelinSensitivity * level[1]) / promotion
    met.advance = 1 / (1 + pow(met.ratio / table["advance_threshold"], table["advance_steepness"].rounded()))
    let implant = min(1, field(.scaffold, voxel) + field(.graft, voxel))
    met.speed = trait.speed * met.advance * (1 - max(0, field(.cavity, voxel) - implant))
    func repelled(_ k: Double) -> Double {
      -table["haptotaxis_weight"] * k / (k + table["advance_threshold"])
    }
    let weights =
      [
        repelled(trait.proteoglycanSensitivity), repelled(trait.myelinSensitivity),
        table["haptotaxis_weight"],
        table["haptotaxis_weight"] * trait.graftCellPromotion,
      ] + factors.map { table["chemotaxis_weight"] * $0 }
    for index in 0..<7 { met.guidance += weights[index] * sensed(index, voxel, level[index]) }
    return met
  }

  /// What is sensed of the gradient of a level.
  private func sensed(_ index: Int, _ voxel: Int, _ level: Double) -> SIMD3<Double> {
    let grid = test.cord.grid
    let place = [voxel % grid.nx, voxel / grid.nx % grid.ny, voxel / (grid.nx * grid.ny)]
    let ends = [grid.nx, grid.ny, grid.nz]
    let steps = [1, grid.nx, grid.nx * grid.ny]
    var gradient = SIMD3<Double>.zero
    for axis in 0..<3 {
      let lower = place[axis] > 0 && isOpen(voxel - steps[axis]) ? voxel - steps[axis] : voxel
      let upper = place[axis] < ends[axis] - 1 && isOpen(voxel + steps[axis]) ? voxel + steps[axis] : voxel
      guard lower != upper else { continue }
      let distance = grid.spacing[axis] * Double((upper - lower) / steps[axis])
      gradient[axis] = (levels(upper)[index] - levels(lower)[index]) / distance
    }
    let size = (gradient * gradient).sum().squareRoot()
    let sensitivity =
      index >= 4
      ? 4 * table["growth_cone_width"] : table["growth_cone_width"] / (level + table["gradient_floor"])
    let above = sensitivity * size - table["gradient_threshold"]
    guard above > 0 else { return .zero }
    return gradient / size * above / (above + table["gradient_saturation"])
  }

  /// Direction after a substep, and the one along which it moves.
  func turn(
    _ direction: SIMD3<Double>, guide: SIMD3<Double>, stride: Double, azimuth: UInt32
  ) -> (after: SIMD3<Double>, along: SIMD3<Double>) {
    func unit(_ v: SIMD3<Double>) -> SIMD3<Double> { v / (v * v).sum().squareRoot() }
    func across(_ v: SIMD3<Double>, _ d: SIMD3<Double>) -> SIMD3<Double> { v - d * (v * d).sum() }
    let rate = stride / table["turning_length"]
    let middle = unit(direction + 0.5 * rate * across(guide, direction))
    let turned = unit(direction + rate * across(guide, middle))
    let cosine = exp(-stride / table["persistence_length"])
    let angle = 2 * Double.pi * (Double(azimuth >> 22) + 0.5) / 1024
    // The frame of Duff et al. 2017, whose first axis leaves x as it is for a direction along z.
    let sign: Double = turned.z < 0 ? -1 : 1
    let a = -1 / (sign + turned.z)
    let b = turned.x * turned.y * a
    let first = SIMD3(1 + sign * turned.x * turned.x * a, sign * b, -sign * turned.x)
    let second = SIMD3(b, sign + turned.y * turned.y * a, -turned.y)
    let sine = (1 - cosine * cosine).squareRoot()
    return (unit(turned * cosine + (first * cos(angle) + second * sin(angle)) * sine), middle)
  }
}
