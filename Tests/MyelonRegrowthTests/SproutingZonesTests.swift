import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import MyelonTestSupport
import Testing

@testable import MyelonRegrowth

/// What lets spared fibres sprout, against closed forms of even fields in an intact cord.
struct SproutingZonesTests {
  private func zones(
    _ cord: ConnectionTestCord, _ changes: [String: Double] = [:]
  ) throws -> SproutingZones {
    var table = cord.table
    for (name, value) in changes { try table.replace(name, with: value) }
    let layout = SegmentLayout(cord: cord.model.cord, lesionCentre: cord.centre)
    return SproutingZones(
      cord: cord.model.cord, lesionCentre: cord.centre, circuits: layout.circuits,
      numbers: SproutingNumbers(table))
  }

  private func intact() throws -> ConnectionTestCord {
    try ConnectionTestCord(.contusion(peakCompression: 0))
  }

  private func fill(_ cord: ConnectionTestCord, _ field: TissueField, _ value: Double) {
    cord.model.state.mutableValues(field).update(repeating: Float(value))
  }

  @Test("A cord without treatment permits nothing")
  func none() throws {
    let cord = try intact()
    let permission = try zones(cord).permission(of: cord.model, GrowthConditions())
    #expect(permission.digested == [0, 0] && permission.supported == [0, 0])
  }

  @Test("Even fields give the closed form, by what each does")
  func closedForm() throws {
    let cord = try intact()
    let table = cord.table
    func expected(_ level: Double) -> Double {
      let passage = 1 - exp(-table["sprouting_density"] * 2 * table["sprouting_zone"] * level)
      return (1 - table["sprouting_zone_share"]) * level + table["sprouting_zone_share"] * passage
    }
    fill(cord, .chondroitinase, 3 * table["plasticity_half"])
    fill(cord, .antiNogo, table["nogo_antibody_half"])
    let permission = try zones(cord).permission(of: cord.model, GrowthConditions())
    #expect(abs(permission.digested[0] - expected(0.75)) < 1e-5)
    #expect(abs(permission.supported[0] - expected(table["nogo_share"] / 2)) < 1e-5)
    // Nothing of the reaching circuits lies below an injury at T10.
    #expect(permission.digested[1] == 0 && permission.supported[1] == 0)
    fill(cord, .nt3, table["neurotrophin_half"])
    fill(cord, .gdnf, table["GDNF_half"])
    var conditions = GrowthConditions()
    conditions.sproutingSupport = [Float](repeating: 0.4, count: cord.model.cord.grid.count)
    let joined = try zones(cord).permission(of: cord.model, conditions).supported[0]
    #expect(abs(joined - expected(1 - (1 - table["nogo_share"] / 2) * 0.6 * 0.25)) < 1e-5)
  }

  @Test("Length of the stretch counts by its part of each slice, so that slices need not divide it")
  func stretch() throws {
    let cord = try intact()
    fill(cord, .chondroitinase, cord.table["plasticity_half"])
    for zone in [2.0, 2.7, 3.33, 5] {
      let found = try zones(cord, ["sprouting_zone": zone, "sprouting_zone_share": 1])
        .permission(of: cord.model, GrowthConditions()).digested[0]
      #expect(abs(found - (1 - exp(-cord.table["sprouting_density"] * 2 * zone * 0.5))) < 0.02, "\(zone)")
    }
  }

  @Test("Where no axon passes and no neuron lives nothing sprouts, and more of anything never permits less")
  func limits() throws {
    let dead = try intact()
    fill(dead, .bdnf, 1000)
    fill(dead, .axons, 0)
    fill(dead, .neurons, 0)
    #expect(try zones(dead).permission(of: dead.model, GrowthConditions()).supported == [0, 0])
    let cord = try intact()
    let zones = try zones(cord)
    var last = (digested: 0.0, supported: 0.0)
    for level in [0.1, 1, 10, 1e3, 1e6] {
      for field in [TissueField.chondroitinase, .antiNogo, .bdnf, .nt3, .gdnf] { fill(cord, field, level) }
      let found = zones.permission(of: cord.model, GrowthConditions())
      #expect(found.digested[0] >= last.digested && found.supported[0] >= last.supported)
      #expect(found.digested[0] <= 1 && found.supported[0] <= 1)
      last = (found.digested[0], found.supported[0])
    }
  }
}
