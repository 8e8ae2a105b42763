import MyelonAnatomy
import MyelonFields
import Testing

@testable import MyelonStimulation

/// The painted spine as a volume conductor: what comes out must be physical.
@Suite struct SpineFieldTests {
  @Test
  func
    `a paddle's lead field falls off from the contact, is larger at the near roots and returns its current`()
    throws
  {
    let model = SpineModel(.human)
    let array = try ElectrodeArray.paddle565(at: .vertebra("T12"), in: model)
    let coarse = SpineResolution(core: SIMD3(0.5, 0.5, 1), largest: 12, growth: 1.4)
    let domain = SpineDomain.canal(margin: 40)
    let grid = try model.grid(resolution: coarse, domain: domain, arrays: [array])
    let map = model.tissues(on: grid, arrays: [array])
    let conductor = try VolumeConductor(
      map.conductivityField(), boundary: domain.boundary, executor: SlabExecutor(threads: 2))
    let left = try #require(array.contact(named: "14"))
    let field = try conductor.leadField(of: left)
    // A contact on the left raises the left dorsal root's entry more than the right one's.
    let z = left.position.z
    let entry = model.anatomy.dorsalAttachment(atZ: z)
    let section = model.anatomy.crossSection(atZ: z)
    let place = SIMD3(0.5 * section.lateral * entry.lateral, 0.5 * section.anteroposterior * entry.dorsal, z)
    let near = field.potential(at: place)
    let far = field.potential(at: place * SIMD3(-1, 1, 1))
    let ventral = field.potential(at: place * SIMD3(1, -1, 1))
    #expect(near > far && far > 0 && near > ventral)
    #expect(near > 5 && near < 400, "tens of ohm are usual at the cord under a contact: \(near)")
    // Mirrored contacts have mirrored fields.
    let right = try #require(array.contact(named: "3"))
    let mirrored = try conductor.leadField(of: right)
    #expect(abs(mirrored.potential(at: place * SIMD3(-1, 1, 1)) / near - 1) < 1e-3)
  }

  @Test func `current from a pad on the back to pads on the belly crosses the cord from dorsal to ventral`()
    throws
  {
    let model = SpineModel(.human)
    let array = try ElectrodeArray.lumbarPads(in: model)
    let coarse = SpineResolution(core: SIMD3(1, 1, 3), largest: 20, growth: 1.4, skin: 2)
    let domain = SpineDomain.body(margin: 60)
    let grid = try model.grid(resolution: coarse, domain: domain, arrays: [array], stretch: 400...420)
    let map = model.tissues(on: grid, arrays: [array])
    let conductor = try VolumeConductor(
      map.conductivityField(), boundary: domain.boundary, executor: SlabExecutor(threads: 2))
    let fields = try array.contacts.map { try conductor.leadField(of: $0) }
    // 1 mA in at the back, half of it out at each belly pad.
    func potential(_ point: SIMD3<Double>) -> Double {
      fields[0].potential(at: point) - 0.5 * (fields[1].potential(at: point) + fields[2].potential(at: point))
    }
    let z = 407.75
    let dorsal = potential(SIMD3(0, 5, z))
    let ventral = potential(SIMD3(0, -5, z))
    #expect(dorsal > ventral)
    // Skin, fat, muscle and bone keep most of the voltage outside the canal.
    let skin = potential(SIMD3(0, model.section(atZ: z).skin.dorsal + 1, z))
    #expect(skin > 3 * (dorsal - ventral) && skin > dorsal)
    // Left and right are alike.
    #expect(abs(potential(SIMD3(3, 2, z)) - potential(SIMD3(-3, 2, z))) < 1e-3 * skin)
  }
}
