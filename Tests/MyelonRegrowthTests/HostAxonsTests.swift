import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRegrowth
import Testing

struct HostAxonsTests {
  private func cord() throws -> (cord: CordModel, anatomy: CordAnatomy, middle: Double) {
    let anatomy = CordAnatomy.standard(.rat)
    let middle = try anatomy.position(ofSegment: "T10")
    return (try CordModel(anatomy: anatomy, from: middle - 5, to: middle + 5, spacing: 0.3), anatomy, middle)
  }

  private func cut(_ host: HostAxons, _ cord: CordModel, uncut: [Float]) -> [Int?] {
    uncut.withUnsafeBufferPointer { values in
      host.samples.map { HostAxons.cutSlice($0, uncut: values, bundles: cord.bundles) }
    }
  }

  @Test("Nothing is cut in an intact cord, everything in one without axons at its middle")
  func extremes() throws {
    let (cord, anatomy, _) = try cord()
    let host = HostAxons(cord: cord, anatomy: anatomy, budget: 4000) { _ in 0.1 }
    let whole = [Float](repeating: 1, count: cord.grid.count)
    #expect(cut(host, cord, uncut: whole).allSatisfy { $0 == nil })
    var transected = whole
    let middle = cord.grid.nz / 2
    for y in 0..<cord.grid.ny { for x in 0..<cord.grid.nx { transected[cord.grid.index(x, y, middle)] = 0 } }
    #expect(cut(host, cord, uncut: transected).allSatisfy { $0 == middle })
  }

  @Test(
    "The share of samples that is cut follows the uncut share, and the first cut from the cell body counts")
  func shares() throws {
    let (cord, anatomy, _) = try cord()
    let host = HostAxons(cord: cord, anatomy: anatomy, budget: 20_000) { _ in 0.1 }
    for uncutShare in [0.1, 0.35, 0.8] {
      var uncut = [Float](repeating: 1, count: cord.grid.count)
      let plane = cord.grid.nx * cord.grid.ny
      for slice in [10, 20] {
        for index in 0..<plane { uncut[slice * plane + index] = Float(uncutShare) }
      }
      let slices = cut(host, cord, uncut: uncut)
      let found = Double(slices.count { $0 != nil }) / Double(slices.count)
      #expect(abs(found - (1 - uncutShare)) < 0.02)
      for (sample, slice) in zip(host.samples, slices) where slice != nil {
        #expect(slice == (sample.origin.isAscending ? 20 : 10))
      }
    }
  }

  @Test("Samples stand for all axons that can regrow, in shares of their bundles")
  func totals() throws {
    let (cord, anatomy, _) = try cord()
    let host = HostAxons(cord: cord, anatomy: anatomy, budget: 10_000) { $0 == .corticospinal ? 0.01 : 0.1 }
    for origin in Set(host.samples.map(\.origin)) {
      let members = host.samples.filter { $0.origin == origin }
      let sum = members.reduce(0.0) { $0 + Double($1.axons) }
      let expected = host.total[Int(origin.code)] * (origin.neuron == .corticospinal ? 0.01 : 0.1)
      #expect(abs(sum - expected) < 1e-3 * expected)
      #expect(members.count >= 40)
    }
    #expect(abs(host.samples.count - 10_000) < 100)
  }

  @Test("An origin survives its code")
  func codes() {
    for tract in Tract.allCases {
      for side in Side.allCases {
        let origin = AxonOrigin.tract(tract, side)
        #expect(AxonOrigin(code: origin.code) == origin)
      }
    }
    for transplant in [0, 1, 7, 999] {
      for side in Side.allCases {
        let origin = AxonOrigin.graft(transplant: transplant, side)
        #expect(AxonOrigin(code: origin.code) == origin)
      }
    }
    #expect(AxonOrigin(code: 40) == nil)
  }
}
