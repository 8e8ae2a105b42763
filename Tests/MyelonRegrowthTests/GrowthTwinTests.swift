import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonRandom
import MyelonTestSupport
import Testing

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

struct GrowthTwinTests {
  /// Random tissue that any history could have left, with random therapies.
  private func twin(seed: UInt64) throws -> GrowthTwin {
    let test = try GrowthTestCord(spacing: 0.3, reach: 3)
    var random = SeededGenerator(seed: seed)
    func fill(_ field: TissueField, to highest: Double) {
      test.set(field) { _ in random.number(in: 0...1) < 0.15 ? 0 : random.number(in: 0...highest) }
    }
    for field in [
      TissueField.matrix, .tissue, .degenerated, .myelinDebris, .neurons, .oligodendrocytes, .graft,
      .scaffold,
    ] { fill(field, to: 1) }
    fill(.fibrosis, to: 1)
    fill(.cavity, to: 0.9)
    fill(.myelin, to: 0.6)
    fill(.remyelination, to: 0.4)
    fill(.cspg, to: 0.3)
    fill(.antiNogo, to: 3000)
    for field in [TissueField.bdnf, .nt3, .gdnf] { fill(field, to: 60) }
    var conditions = GrowthConditions()
    conditions.adhesion = (0..<test.cord.grid.count).map { _ in Float(random.number(in: 0...1)) }
    conditions.fibrousFill = (0..<test.cord.grid.count).map { _ in Float(random.number(in: 0...0.5)) }
    conditions.graftSupport = (0..<test.cord.grid.count).map { _ in Float(random.number(in: 0...1)) }
    let table = ParameterTable.growth([
      "grey_attraction": 0, "alignment_weight": 0, "injury_age_floor": 1, "growth_fading_graft": 1e9,
      "arrest_hazard": 20,
    ])
    return GrowthTwin(test: test, table: table, conditions: conditions, seed: seed)
  }

  @Test("What a growth cone meets is what a plain calculation from the fields gives", arguments: [1, 2, 3])
  func surroundings(seed: UInt64) throws {
    let twin = try twin(seed: seed)
    let environment = twin.test.environment(twin.table, conditions: twin.conditions, threads: 2)
    var compared = 0
    for voxel in stride(from: 0, to: twin.test.cord.grid.count, by: 7) {
      for trait in environment.traits {
        guard let found = environment.local(trait.type, voxel: voxel) else {
          #expect(!twin.isOpen(voxel))
          continue
        }
        let met = twin.met(trait, voxel)
        let away = SIMD3<Double>(found.guidance) - met.guidance
        let agrees =
          abs(Double(found.ratio) - met.ratio) < 1e-4 * (1 + met.ratio)
          && abs(Double(found.advance) - met.advance) < 1e-4 && abs(Double(found.speed) - met.speed) < 1e-4
          && abs(Double(found.support) - met.support) < 1e-5 && (away * away).sum().squareRoot() < 1e-3
        #expect(agrees, "\(trait.type) in voxel \(voxel): \(found), expected \(met)")
        compared += 1
      }
    }
    #expect(compared > 500)
  }

  @Test("A substep of a random growth cone is what a plain calculation gives", arguments: [4, 5])
  func substep(seed: UInt64) throws {
    let twin = try twin(seed: seed)
    let environment = twin.test.environment(twin.table, conditions: twin.conditions)
    let cones = GrowthCones(
      cord: twin.test.cord, parameters: twin.table, seed: seed, executor: SlabExecutor(threads: 1))
    var random = SeededGenerator(seed: seed + 100)
    let open = (0..<twin.test.cord.grid.count).filter { twin.isOpen($0) }
    for index in 0..<3000 {
      let voxel = open[Int(random.next() % UInt64(open.count))]
      let direction = SIMD3(
        random.number(in: -1...1), random.number(in: -1...1), random.number(in: -1...1))
      cones.append(
        NewCone(
          type: environment.traits[index % 7].type, origin: UInt16(index),
          position: SIMD3<Float>(twin.test.centre(voxel)), direction: SIMD3<Float>(direction)))
    }
    let before = (0..<3000).map { cones.cone($0) }
    // So short that a stride stays inside the voxel and one substep is enough.
    let days = 0.05
    cones.advance(environment, days: days)
    var fates: [GrowthState: Int] = [:]
    for slot in 0..<3000 {
      let old = before[slot]
      let voxel = try #require(twin.test.voxel(old.position))
      let met = twin.met(environment.traits[slot % 7], voxel)
      let fate = expectedFate(twin, old, met: met, voxel: voxel, days: days, environment: environment)
      guard let fate else { continue }
      let now = cones.cone(slot)
      #expect(now.state == fate, "slot \(slot)")
      fates[fate, default: 0] += 1
      guard fate == .growing else { continue }
      let stride = met.speed * days
      let words = CounterRandom.words(counter: SIMD4(old.id, 0, 0, 0), key: SIMD2(UInt32(seed), 0))
      let (after, along) = twin.turn(
        SIMD3<Double>(old.direction), guide: met.guidance, stride: stride, azimuth: words.y)
      let wayOff = SIMD3<Double>(now.position) - SIMD3<Double>(old.position) - along * stride
      let turnOff = SIMD3<Double>(now.direction) - after
      #expect((wayOff * wayOff).sum().squareRoot() < 2e-5, "slot \(slot)")
      #expect((turnOff * turnOff).sum().squareRoot() < 2e-3, "slot \(slot)")
    }
    #expect((fates[.growing] ?? 0) > 500 && (fates[.arrested] ?? 0) > 20, "\(fates)")
  }

  /// The state after the substep, nil where a rounding could decide.
  private func expectedFate(
    _ twin: GrowthTwin, _ cone: GrowthCone, met: GrowthTwin.Met, voxel: Int, days: Double,
    environment: GrowthEnvironment
  ) -> GrowthState? {
    let table = twin.table
    guard abs(met.speed - table["stall_speed"]) > 1e-5 else { return nil }
    if met.speed < table["stall_speed"] { return .arrested }
    let arrest = table["arrest_hazard"] * (1 - met.advance) * met.speed * days
    let local = environment.local(cone.type, voxel: voxel)
    let contact = Double(local?.hostContact ?? 0) * days
    let withdraw = table["withdrawal_basal"] * days
    let total = arrest + contact + withdraw
    let words = CounterRandom.words(counter: SIMD4(cone.id, 0, 0, 0), key: SIMD2(UInt32(twin.seed), 0))
    let drawn = Double(words.x) * 0x1p-32
    let limit = 1 - exp(-total)
    guard abs(drawn - limit) > 1e-5 else { return nil }
    if drawn > limit { return .growing }
    let chosen = Double(words.w) * 0x1p-32 * total
    guard abs(chosen - arrest) > 1e-5 * total, abs(chosen - arrest - contact) > 1e-5 * total else {
      return nil
    }
    return chosen < arrest ? .arrested : chosen < arrest + contact ? .connected : .retracting
  }
}
