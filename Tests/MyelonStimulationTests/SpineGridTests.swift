import MyelonAnatomy
import MyelonFields
import Testing

@testable import MyelonStimulation

@Suite struct SpineGridTests {
  let human = SpineModel(.human)

  func worstRatio(_ faces: [Double]) -> Double {
    var worst = 1.0
    for index in 2..<faces.count {
      let size = faces[index] - faces[index - 1]
      let before = faces[index - 1] - faces[index - 2]
      worst = max(worst, max(size / before, before / size))
    }
    return worst
  }

  @Test(arguments: Species.allCases) func `neighbouring cells never differ by more than the stated growth`(
    _ species: Species
  ) throws {
    let model = SpineModel(species)
    let array: ElectrodeArray =
      species == .human
      ? try .paddle565(at: .vertebra("T12"), in: model) : try .ratWires(in: model)
    var cases: [(SpineDomain, [ElectrodeArray])] = [
      (.canal(margin: species == .human ? 60 : 12), [array]),
      (.body(margin: species == .human ? 100 : 20), [array]),
    ]
    if species == .human {
      cases.append((.body(margin: 60), [try .lumbarPads(in: model)]))
      cases.append((.body(margin: 60), [try .cervicalPads(in: model)]))
      cases.append((.body(margin: 60), [try .lumbarPads(in: model), array]))
    }
    for resolution in [SpineResolution.quick(species), .standard(species)] {
      for (domain, arrays) in cases {
        let grid = try model.grid(resolution: resolution, domain: domain, arrays: arrays)
        for (name, faces) in [("x", grid.x), ("y", grid.y), ("z", grid.z)] {
          #expect(worstRatio(faces) < resolution.growth * 1.001, "\(name) of \(domain): \(worstRatio(faces))")
        }
        #expect(zip(grid.x, grid.x.reversed()).allSatisfy { $0 == -$1 }, "mirror symmetric")
        #expect(grid.x.contains(0))
        for array in arrays { #expect(array.contacts.allSatisfy { grid.contains($0.position) }) }
      }
    }
  }

  @Test func `zones of random place and pitch are joined within the growth ratio`() {
    var state: UInt64 = 7
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
    for _ in 0..<300 {
      let growth = 1.1 + 0.3 * random()
      let a = 0.1 + random()
      let b = 0.1 + random()
      // Far enough apart for cells to grow from one to the other.
      let gap = 6 * max(a, b) / (growth - 1) * (0.5 + random())
      let zones = [
        GradedAxis.Zone(low: 0, high: 5 * a, step: a),
        GradedAxis.Zone(low: 5 * a + gap, high: 5 * a + gap + 4 * b, step: b),
      ]
      let faces = GradedAxis.faces(zones: zones, bounds: -30...(gap + 60), largest: 3, growth: growth)
      #expect(zip(faces, faces.dropFirst()).allSatisfy { $0 < $1 })
      #expect(worstRatio(faces) < growth * 1.001, "\(worstRatio(faces)) for \(growth)")
      #expect((faces.first ?? 0) <= -30 && (faces.last ?? 0) >= gap + 60)
    }
  }

  @Test func `contacts of a paddle are whole cells of the standard and the fine grid`() throws {
    let array = try ElectrodeArray.paddle565(at: .vertebra("T12"), in: human)
    for resolution in [SpineResolution.standard(.human), .fine(.human)] {
      let grid = try human.grid(resolution: resolution, domain: .canal(margin: 20), arrays: [array])
      func isFace(_ value: Double, _ faces: [Double]) -> Bool { faces.contains { abs($0 - value) < 1e-6 } }
      for contact in array.contacts {
        let reach = contact.halfExtent
        for sign in [-1.0, 1] {
          #expect(isFace(contact.position.x + sign * reach.x, grid.x), "x of \(contact.name)")
          #expect(isFace(contact.position.z + sign * reach.z, grid.z), "z of \(contact.name)")
        }
        #expect(isFace(contact.position.y, grid.y), "y of \(contact.name)")
      }
    }
  }

  @Test func `the resolved box can be widened to the foramina`() throws {
    let array = try ElectrodeArray.monopole(at: .vertebra("T12"), in: human)
    let grid = try human.grid(
      resolution: .quick(.human), domain: .canal(margin: 20), arrays: [array], halfWidth: 18)
    let near = zip(grid.x, grid.x.dropFirst()).filter { abs($0) < 17.9 && abs($1) < 17.9 }
    #expect(near.count > 60 && near.allSatisfy { abs($1 - $0 - 0.5) < 1e-9 })
  }

  @Test func `sizes come out as stated: half a million, three million and twenty million cells for a paddle`()
    throws
  {
    let array = try ElectrodeArray.paddle565(at: .vertebra("T12"), in: human)
    let stated: [(SpineResolution, ClosedRange<Int>)] = [
      (.quick(.human), 400_000...700_000), (.standard(.human), 2_500_000...4_500_000),
      (.fine(.human), 17_000_000...23_000_000),
    ]
    for (resolution, range) in stated {
      let grid = try human.grid(resolution: resolution, domain: .canal(margin: 60), arrays: [array])
      #expect(range.contains(grid.count), "\(grid.count)")
    }
  }

  @Test func `what cannot be gridded is refused with what to do`() throws {
    func error(_ body: () throws -> RectilinearGrid) -> SpineGridError? {
      do { _ = try body() } catch let error as SpineGridError { return error } catch {}
      return nil
    }
    let array = try ElectrodeArray.monopole(at: .vertebra("T12"), in: human)
    let growing = SpineResolution(core: SIMD3(0.5, 0.5, 1), largest: 8, growth: 2)
    #expect(
      error { try human.grid(resolution: growing, domain: .canal(margin: 20), arrays: [array]) }
        == .unusableResolution(smallest: 0.5, largest: 8, growth: 2))
    let none = SpineResolution(core: SIMD3(0, 0.5, 1), largest: 8)
    #expect(
      error { try human.grid(resolution: none, domain: .canal(margin: 20), arrays: [array]) }
        == .unusableResolution(smallest: 0, largest: 8, growth: 1.2))
    #expect(
      error { try human.grid(resolution: .quick(.human), domain: .canal(margin: 20)) }
        == .emptyStretch(from: 0, to: 0))
    for margin in [-1, Double.infinity, .nan, 1e9] {
      #expect(
        error { try human.grid(resolution: .quick(.human), domain: .canal(margin: margin), arrays: [array]) }
          == .unusableMargin(margin: "\(margin)", largest: 2000))
    }
    let tiny = SpineResolution(core: SIMD3(repeating: 0.01), largest: 8)
    if case .tooManyCells(let needed, let limit) = error({
      try human.grid(resolution: tiny, domain: .canal(margin: 20), arrays: [array])
    }) {
      #expect(needed > Double(limit))
    } else {
      Issue.record("a grid of 0.01 mm must be refused")
    }
    let pads = try ElectrodeArray.lumbarPads(in: human)
    let found = error {
      try human.grid(
        resolution: .quick(.human), domain: .canal(margin: 5), arrays: [pads], stretch: 400...420)
    }
    if case .contactOutsideDomain(let name, let contact, _) = found {
      #expect(name == pads.name && contact == "belly-right")
      #expect(found?.description.contains("whole body") == true)
    } else {
      Issue.record("a pad outside the domain must be refused: \(String(describing: found))")
    }
  }
}
