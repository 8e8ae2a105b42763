import Foundation
import MyelonFields
import MyelonStimulation
import MyelonTestSupport
import Testing

@Suite("Volume conductor: metal contacts")
struct ContactConductorTests {
  let executor = SlabExecutor(threads: 2)

  /// Access resistance of a contact on the insulated surface of a half-space, ohm.
  private func resistance(
    _ shape: ElectrodeContact.Shape, half: Double, cells: Int, sigma: Double
  ) throws -> Double {
    let x = ConductorCase.padded(half: half, cells: cells, ratio: 1.3, layers: 14)
    let y = x.filter { $0 < 1e-9 }
    let grid = RectilinearGrid(x: x, y: y, z: x)
    let field = try ConductivityField(grid: grid, uniform: .isotropic("medium", sigma))
    var boundary = ConductorBoundary.open
    boundary.highY = .insulated
    let contact = ElectrodeContact(name: "c", position: [0, 0, 0], shape: shape)
    let lead = try VolumeConductor(field, boundary: boundary, executor: executor).leadField(of: contact)
    #expect(abs(lead.record.imbalance) < 1e-8)
    return try #require(lead.contactResistance)
  }

  @Test("A disc on the surface of a half-space has the resistance 1 / (4 σ a)")
  func disc() throws {
    for (cells, tolerance) in [(12, 0.006), (24, 0.004), (48, 0.003)] {
      let found = try resistance(.disc(radius: 2), half: 3, cells: cells, sigma: 0.5)
      let exact = 1000 / (4 * 0.5 * 2.0)
      #expect(abs(found / exact - 1) < tolerance, "\(cells): \(found)")
    }
  }

  /// Potential of a disc of unit current on an insulated plane, mV for 1 mA (Weber 1873; Jackson, Classical
  /// Electrodynamics, 3.13).
  private struct Disc: PotentialSource {
    let radius: Double
    let sigma: Double

    func potential(at point: SIMD3<Double>) -> Double {
      let rho = (point.x * point.x + point.z * point.z).squareRoot()
      let depth = point.y * point.y
      let near = ((rho - radius) * (rho - radius) + depth).squareRoot()
      let far = ((rho + radius) * (rho + radius) + depth).squareRoot()
      return 1000 / (4 * sigma * radius) * 2 / Double.pi * asin(min(1, 2 * radius / (near + far)))
    }
  }

  @Test(
    "Second differences along a fibre under a disc are those of its closed form, within 3 % four cells away")
  func fibreUnderDisc() throws {
    let x = ConductorCase.padded(half: 5, cells: 40, ratio: 1.2, layers: 18)
    let grid = RectilinearGrid(x: x, y: x.filter { $0 < 1e-9 }, z: x)
    let field = try ConductivityField(grid: grid, uniform: .isotropic("fluid", 1.7))
    var boundary = ConductorBoundary.open
    boundary.highY = .insulated
    let contact = ElectrodeContact(name: "c", position: [0, 0, 0], shape: .disc(radius: 1))
    let lead = try VolumeConductor(field, boundary: boundary, executor: executor).leadField(of: contact)
    let exact = Disc(radius: 1, sigma: 1.7)
    for (depth, tolerance) in [(0.6, 0.08), (1.0, 0.03), (2.0, 0.015)] {
      var (worst, largest) = (0.0, 0.0)
      for at in -20...20 {
        let z = 0.21 * Double(at)
        func second(_ source: some PotentialSource) -> Double {
          func phi(_ shift: Double) -> Double { source.potential(at: [0.3, -depth, z + shift]) }
          return phi(-0.5) - 2 * phi(0) + phi(0.5)
        }
        worst = max(worst, abs(second(lead) - second(exact)))
        largest = max(largest, abs(second(exact)))
      }
      #expect(worst < tolerance * largest, "depth \(depth): \(worst / largest)")
    }
  }

  @Test("A square plate on a half-space has the resistance of its known capacitance")
  func plate() throws {
    // Capacitance of a square of edge s: 0.36679 · 4π ε s (Read 1997, doi:10.1006/jcph.1997.5750); one side
    // counts.
    for cells in [12, 24, 36] {
      let found = try resistance(.rectangle(width: 3, length: 3), half: 3, cells: cells, sigma: 0.2)
      let exact = 1000 / (2 * Double.pi * 0.36679 * 0.2 * 3)
      #expect(abs(found / exact - 1) < 0.01, "\(cells): \(found)")
    }
  }

  @Test("Layers between plates have exactly the resistances of the layers in series")
  func series() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<6 {
      let count = 12
      var y = [0.0]
      for _ in 0..<count { y.append(y[y.count - 1] + random.number(in: 0.05...2)) }
      let x = ConductorCase.faces(-2, 2, 4)
      let z = ConductorCase.stretched(fine: 0.5, ratio: 1.3, cells: 6)
      let grid = RectilinearGrid(x: x, y: y, z: z)
      let tissues = (0..<count).map { at -> TissueConductivity in
        let sigma = pow(10, random.number(in: -3...0.3))
        return TissueConductivity(name: "\(at)", conductivity: SIMD3(1, sigma, 0.3))
      }
      let layers = stride(from: 0, to: count - 1, by: 3).map { at -> ThinLayer in
        let thickness = random.number(in: 0.01...0.5)
        let sigma = random.number(in: 0.002...0.6)
        return ThinLayer(
          name: "layer", between: UInt8(at), and: UInt8(at + 1), thickness: thickness, conductivity: sigma)
      }
      let field = try ConductorCase.field(grid, tissues, layers: layers) { place in
        UInt8((0..<count).last { at in y[at] < place.y } ?? 0)
      }
      let edge = z[z.count - 1]
      let plate = ElectrodeContact(
        name: "plate", position: [0, 0, 0], shape: .rectangle(width: 4, length: 2 * edge), facing: .dorsal)
      var boundary = ConductorBoundary.insulated
      boundary.highY = .grounded
      let lead = try VolumeConductor(field, boundary: boundary, executor: executor).leadField(of: plate)
      let area = 4 * 2 * edge
      var drops = (0..<count).map { at -> Double in
        let width = y[at + 1] - y[at]
        return 1000 * width / (tissues[at].conductivity.y * area)
      }
      for layer in layers { drops[Int(layer.first)] += 1000 * layer.resistance / area }
      let exact = drops.reduce(0, +)
      let found = try #require(lead.contactResistance)
      #expect(abs(found / exact - 1) < 2e-7, "\(found) \(exact)")
      var rest = exact
      for at in 0..<count {
        let own = 1000 * (y[at + 1] - y[at]) / (tissues[at].conductivity.y * area)
        let middle = lead.potential(at: [0, 0.5 * (y[at] + y[at + 1]), 0])
        #expect(abs(middle - (rest - own / 2)) < 1e-6 * exact)
        rest -= drops[at]
      }
    }
  }

  @Test(
    "Potentials are reciprocal: metal on metal to the tolerance, a point under a disc to the grid's error")
  func reciprocity() throws {
    let faces = ConductorCase.faces(-15, 15, 60)
    let field = try ConductorCase.spine(RectilinearGrid(x: faces, y: faces, z: faces))
    let contacts = [
      ElectrodeContact(name: "a", position: [0, 7, 0], shape: .rectangle(width: 2, length: 4)),
      ElectrodeContact(name: "b", position: [2, 7, 6], shape: .disc(radius: 0.9)),
      ConductorCase.point([0.3, 4.8, 2.1], "p"), ConductorCase.point([-1.2, 2.9, -3.3], "q"),
    ]
    let leads = try VolumeConductor(field, executor: executor).leadFields(of: contacts)
    let (a, b, p, q) = (leads[0], leads[1], leads[2], leads[3])
    let ab = try #require(a.contactPotentials["b"])
    let ba = try #require(b.contactPotentials["a"])
    #expect(abs(ab / ba - 1) < 1e-10)
    for (lead, other) in [(a, "a"), (b, "b")] {
      for (source, place) in [(p, contacts[2].position), (q, contacts[3].position)] {
        let there = lead.potential(at: place)
        let back = try #require(source.contactPotentials[other])
        #expect(abs(there / back - 1) < 2e-3, "\(there) \(back)")
      }
    }
    let pq = p.potential(at: contacts[3].position) / q.potential(at: contacts[2].position)
    #expect(abs(pq - 1) < 5e-3)
    for lead in leads {
      #expect(abs(lead.record.imbalance) < 2e-8, "\(lead.record)")
      #expect(lead.record.floatingCurrent < 2e-8, "\(lead.record)")
      #expect(abs(lead.record.injectedCurrent - 1) < 2e-8)
    }
  }

  @Test(
    "Skin pads on an insulated body: balanced montages do not depend on the return, unbalanced ones are refused"
  )
  func pads() throws {
    let grid = RectilinearGrid(
      x: ConductorCase.faces(-30, 30, 40), y: ConductorCase.faces(-30, 30, 40),
      z: ConductorCase.faces(-40, 40, 40))
    func body(_ place: SIMD3<Double>) -> UInt8 {
      let square = place.x * place.x + place.y * place.y
      if square < 24 * 24 { return 0 }
      return square < 27 * 27 ? 1 : 2
    }
    let field = try ConductorCase.field(
      grid, [.isotropic("body", 0.3), .isotropic("skin", 0.0025), .insulator("air")], label: body)
    let pads = [
      ElectrodeContact(
        name: "back", position: [0, 28, 0], shape: .rectangle(width: 20, length: 20), facing: .ventral),
      ElectrodeContact(
        name: "front", position: [0, -28, 10], shape: .rectangle(width: 20, length: 20), facing: .dorsal),
      ElectrodeContact(name: "point", position: [0, 5, -20], shape: .point),
    ]
    let conductor = VolumeConductor(field, boundary: .insulated, executor: executor)
    let two = try conductor.leadFields(of: Array(pads[0..<2]))
    let three = try conductor.leadFields(of: pads)
    let montage = ElectrodeMontage.bipolar(cathode: "back", anode: "front")
    func driven(_ leads: [LeadField], at place: SIMD3<Double>) -> Double {
      leads.reduce(0) { $0 + (montage.shares[$1.contact.name] ?? 0) * $1.potential(at: place) }
    }
    let places: [SIMD3<Double>] = [[0, 20, 0], [3, -4, 7], [10, -15, -20], [0, 0, 30]]
    let scale = abs(driven(two, at: places[0]) - driven(two, at: places[1]))
    for place in places {
      let difference = driven(two, at: place) - driven(two, at: places[3])
      let other = driven(three, at: place) - driven(three, at: places[3])
      #expect(abs(difference - other) < 1e-5 * scale, "\(difference) \(other)")
    }
    #expect(throws: ConductorError.noReturn(contact: "back")) { try conductor.leadField(of: pads[0]) }
    for lead in three {
      #expect(!lead.hasFarReturn)
      #expect(abs(lead.record.imbalance) < 1e-7)
    }
  }
}
