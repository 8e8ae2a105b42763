import Foundation
import MyelonFields
import MyelonStimulation
import MyelonTestSupport
import Testing

@Suite("Volume conductor: properties")
struct ConductorPropertyTests {
  let executor = SlabExecutor(threads: 2)
  let paddle = ElectrodeContact(name: "c", position: [0, 7, 0], shape: .rectangle(width: 2, length: 4))

  @Test("One, two and three threads give the same bits")
  func threads() throws {
    let field = try ConductorCase.spine(ConductorCase.cube(half: 15, cells: 48))
    let fields = try [1, 2, 3].map { threads in
      try VolumeConductor(field, executor: SlabExecutor(threads: threads))
        .leadFields(of: [paddle, ConductorCase.point([0.2, 5, -4])])
    }
    for other in fields.dropFirst() {
      for (first, second) in zip(fields[0], other) {
        #expect(first.values == second.values)
        #expect(first.contactResistance == second.contactResistance)
        #expect(first.record.history == second.record.history)
      }
    }
  }

  @Test("Iterations hardly depend on the number of cells, with contrasts, insulators and stretched cells")
  func iterations() throws {
    var counts: [Int] = []
    for cells in [30, 60, 90] {
      let field = try ConductorCase.spine(ConductorCase.cube(half: 15, cells: cells))
      let lead = try VolumeConductor(field, executor: executor).leadField(of: paddle)
      counts.append(lead.record.iterations)
    }
    var stretched: [Int] = []
    for cells in [40, 80] {
      let fine = 20.0 / Double(cells)
      let x = ConductorCase.stretched(fine: fine, ratio: cells == 40 ? 1.12 : 1.06, cells: cells)
      let grid = RectilinearGrid(x: x, y: x, z: x)
      let lead = try VolumeConductor(try ConductorCase.spine(grid), executor: executor).leadField(of: paddle)
      stretched.append(lead.record.iterations)
    }
    #expect((counts.max() ?? 0) <= 30, "\(counts)")
    #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 6, "\(counts)")
    #expect((stretched.max() ?? 0) <= 34, "\(stretched)")
  }

  @Test("A mirrored body has the mirrored field")
  func symmetry() throws {
    let field = try ConductorCase.spine(ConductorCase.cube(half: 15, cells: 40))
    let lead = try VolumeConductor(field, executor: executor).leadField(of: paddle)
    for place in [SIMD3<Double>(1.3, 5, 2.2), [3.7, -2, -6], [8, 3, 9]] {
      let here = lead.potential(at: place)
      for other in [place * SIMD3(-1, 1, 1), place * SIMD3(1, 1, -1)] {
        #expect(abs(lead.potential(at: other) / here - 1) < 1e-5)
      }
    }
  }

  @Test("A grid that is coarse far away gives the field of the fine one")
  func stretching() throws {
    let fine = ConductorCase.faces(-16, 16, 64)
    let coarse =
      [-16, -14.5, -13, -12, -11, -10] + ConductorCase.faces(-9, 9, 36) + [10, 11, 12, 13, 14.5, 16]
    let leads = try [fine, coarse].map { faces in
      let field = try ConductorCase.spine(RectilinearGrid(x: faces, y: faces, z: faces))
      return try VolumeConductor(field, executor: executor).leadField(of: paddle)
    }
    for place in [SIMD3<Double>(0, 5, 0), [1, 3, 2], [0, 2, -5], [2, -3, 4]] {
      let drops = leads.map { $0.potential(at: place) - $0.potential(at: place + SIMD3(0, 0, 2)) }
      let scale = leads[0].potential(at: [0, 5, 0]) - leads[0].potential(at: [0, 5, 3])
      #expect(abs(drops[1] - drops[0]) < 0.01 * abs(scale), "\(place): \(drops)")
    }
  }

  @Test("A cropped field is the whole one inside its region")
  func cropping() throws {
    let field = try ConductorCase.spine(ConductorCase.cube(half: 15, cells: 40))
    let conductor = VolumeConductor(field, executor: executor)
    let whole = try conductor.leadField(of: paddle)
    let region = FieldRegion(around: [[-3, -2, -6], [4, 6, 7]], margin: 0.5)
    let part = try conductor.leadField(of: paddle, within: region)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let place = SIMD3(
        random.number(in: -3.5...4.5), random.number(in: -2.5...6.5), random.number(in: -6.5...7.5))
      #expect(part.potential(at: place) == whole.potential(at: place))
    }
    #expect(part.values.count < whole.values.count / 4)
  }

  @Test("The interpolated field has no kinks: its slope is continuous across centres and faces of cells")
  func smoothness() throws {
    let field = try ConductorCase.spine(ConductorCase.cube(half: 15, cells: 40))
    let lead = try VolumeConductor(field, executor: executor).leadField(of: paddle)
    let tiny = 1e-4
    for at in 0..<80 {
      let z = -6 + 0.15 * Double(at).rounded()
      func slope(_ shift: Double) -> Double {
        (lead.potential(at: [0.7, 3.1, z + shift + tiny]) - lead.potential(at: [0.7, 3.1, z + shift])) / tiny
      }
      let scale = abs(lead.potential(at: [0.7, 3.1, 0]) - lead.potential(at: [0.7, 3.1, 3]))
      #expect(abs(slope(-tiny) - slope(0)) < 1e-3 * scale)
    }
  }

  @Test("Random media lose no current and their potential lies between those of its electrodes")
  func randomMedia() throws {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<5 {
      let x = ConductorCase.stretched(fine: random.number(in: 0.3...1), ratio: 1.1, cells: 22)
      let grid = RectilinearGrid(x: x, y: x, z: x)
      let tissues = (0..<6).map { index in
        index == 5
          ? .insulator("void")
          : TissueConductivity(
            name: "\(index)",
            conductivity: [1, 1, random.number(in: 0.2...8)] * pow(10, random.number(in: -2...0.3)))
      }
      let labels = (0..<grid.count).map { _ in UInt8(random.number(in: 0...5.999)) }
      let field = try ConductivityField(
        grid: grid, labels: labels, tissues: tissues,
        layers: [ThinLayer(name: "layer", between: 0, and: 1, thickness: 0.3, conductivity: 1e-3)])
      let contact = ElectrodeContact(name: "c", position: [0, 0, 0], shape: .rectangle(width: 3, length: 3))
      let conductor = VolumeConductor(
        field, boundary: .grounded, settings: SolverSettings(iterations: 400), executor: executor)
      let lead = try conductor.leadField(of: contact)
      let top = Float(try #require(lead.contactResistance))
      #expect(abs(lead.record.imbalance) < 1e-8)
      #expect(lead.values.allSatisfy { $0 > -1e-4 * top && $0 < 1.0001 * top })
    }
  }
}
