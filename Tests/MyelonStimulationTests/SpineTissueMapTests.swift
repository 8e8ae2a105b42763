import MyelonAnatomy
import MyelonFields
import Testing

@testable import MyelonStimulation

@Suite struct SpineTissueMapTests {
  let human = SpineModel(.human)

  /// A grid of even cells round the canal.
  func box(_ model: SpineModel, edge: Double, half: Double, z: ClosedRange<Double>, dz: Double)
    -> RectilinearGrid
  {
    let count = Int(half / edge)
    let axis = (-count...count).map { Double($0) * edge }
    let slices = max(1, Int(((z.upperBound - z.lowerBound) / dz).rounded()))
    return RectilinearGrid(x: axis, y: axis, z: (0...slices).map { z.lowerBound + Double($0) * dz })
  }

  func area(_ map: SpineTissueMap, slice: Int, where wanted: (SpineTissue) -> Bool) -> Double {
    let grid = map.grid
    var sum = 0.0
    for j in 0..<grid.ny {
      for i in 0..<grid.nx where wanted(map.tissue(i, j, slice)) {
        sum += (grid.x[i + 1] - grid.x[i]) * (grid.y[j + 1] - grid.y[j])
      }
    }
    return sum
  }

  @Test
  func
    `painted areas meet the anatomy within the staircase, and better on finer cells`()
  {
    for z in [59.0, 230, 391, 418, 440] {
      var errors: [Double] = []
      for edge in [0.5, 0.1] {
        let map = human.tissues(on: box(human, edge: edge, half: 15, z: (z - 0.5)...(z + 0.5), dz: 1))
        let section = human.section(atZ: z)
        let cord = section.cord?.area ?? 0
        let fluid = (section.sac?.area ?? 0) - cord
        let cordError = abs(area(map, slice: 0) { $0 == .greyMatter || $0 == .whiteMatter } / cord - 1)
        let fluidError = abs(area(map, slice: 0) { $0 == .cerebrospinalFluid } / fluid - 1)
        let grey = area(map, slice: 0) { $0 == .greyMatter } / cord
        #expect(abs(grey - (section.cord?.greyFraction ?? 0)) < (edge == 0.5 ? 0.06 : 0.03), "\(z) \(grey)")
        #expect(cordError < 0.6 * edge * 0.2, "cord at \(z), \(edge) mm: \(cordError)")
        #expect(fluidError < 0.6 * edge * 0.2, "fluid at \(z), \(edge) mm: \(fluidError)")
        errors.append(cordError + fluidError)
      }
      #expect(errors[1] < 0.012, "\(z): \(errors)")
    }
  }

  @Test func `painted dorsal fluid is as deep as the model's within one cell`() throws {
    for name in ["C5", "T6", "T11", "T12"] {
      let z = try human.column.level(named: name).middle
      let map = human.tissues(on: box(human, edge: 0.125, half: 15, z: (z - 0.5)...(z + 0.5), dz: 1))
      let middle = map.grid.nx / 2
      let dorsal = (map.grid.ny / 2)..<map.grid.ny
      let depth = 0.125 * Double(dorsal.count { map.tissue(middle, $0, 0) == .cerebrospinalFluid })
      #expect(abs(depth - human.sac.dorsalFluid(atZ: z)) <= 0.125 + 1e-9, "\(name)")
    }
  }

  @Test(arguments: Species.allCases)
  func `labels are mirror symmetric and nested: cord in fluid in the canal, skin round everything`(
    _ species: Species
  ) throws {
    let model = SpineModel(species)
    let array: ElectrodeArray =
      species == .human
      ? try .paddle565(at: .vertebra("T12"), in: model) : try .ratSheet(at: .segment("L4"), in: model)
    let grid = try model.grid(
      resolution: .quick(species), domain: .body(margin: species == .human ? 30 : 6), arrays: [array])
    let map = model.tissues(on: grid, arrays: [array], executor: SlabExecutor(threads: 2))
    let intradural: Set<SpineTissue> = [.greyMatter, .whiteMatter, .cerebrospinalFluid]
    let round: Set<SpineTissue> = [.epiduralFat, .encapsulation]
    var faults: [String] = []
    for k in 0..<grid.nz {
      for j in 1..<(grid.ny - 1) {
        for i in 1..<(grid.nx - 1) {
          let tissue = map.tissue(i, j, k)
          if tissue != map.tissue(grid.nx - 1 - i, j, k) { faults.append("asymmetric at \(i) \(j) \(k)") }
          for (di, dj) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
            let next = map.tissue(i + di, j + dj, k)
            let isCord = tissue == .greyMatter || tissue == .whiteMatter
            if isCord, !intradural.contains(next) { faults.append("cord beside \(next) at \(i) \(j) \(k)") }
            if tissue == .cerebrospinalFluid, !intradural.contains(next), !round.contains(next) {
              faults.append("fluid beside \(next) at \(i) \(j) \(k)")
            }
            if tissue == .air, next != .air, next != .skin {
              faults.append("air beside \(next) at \(i) \(j) \(k)")
            }
          }
        }
      }
    }
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(5))")
  }

  @Test func `every tissue of the back is there, and no air inside the body`() throws {
    let array = try ElectrodeArray.lumbarPads(in: human)
    let grid = try human.grid(
      resolution: .quick(.human), domain: .body(margin: 40), arrays: [array], stretch: 390...430)
    let map = human.tissues(on: grid, arrays: [array])
    let volumes = map.volumes()
    for tissue in SpineTissue.allCases where tissue != .insulation && tissue != .encapsulation {
      #expect(volumes[Int(tissue.rawValue)] > 0, "\(tissue.title)")
    }
    var holes = 0
    for k in 0..<grid.nz {
      for j in 0..<grid.ny {
        let row = (0..<grid.nx).map { map.tissue($0, j, k) }
        guard let first = row.firstIndex(of: .skin), let last = row.lastIndex(of: .skin)
        else { continue }
        holes += row[first...last].count { $0 == .air }
      }
    }
    #expect(holes == 0)
  }

  @Test func `a painted grid agrees with asking the model point by point`() throws {
    let grid = try human.grid(
      resolution: .quick(.human), domain: .canal(margin: 15), stretch: 380...420)
    let map = human.tissues(on: grid)
    var different = 0
    var asked = 0
    for index in Swift.stride(from: 7, to: grid.count, by: 97) {
      let k = index / (grid.nx * grid.ny)
      let j = index / grid.nx % grid.ny
      let i = index % grid.nx
      asked += 1
      let expected = human.tissue(at: grid.centre(i, j, k))
      // Grey and white are sampled at the narrowest pitch, which may fall on the other side of their border.
      let isCord = expected == .greyMatter || expected == .whiteMatter
      let found = map.tissue(i, j, k)
      if found != expected, !(isCord && (found == .greyMatter || found == .whiteMatter)) { different += 1 }
    }
    #expect(asked > 1000 && different == 0, "\(different) of \(asked)")
  }

  @Test func `labels do not depend on the number of threads`() throws {
    let array = try ElectrodeArray.leadPair(at: .vertebra("T11"), in: human)
    let grid = try human.grid(resolution: .quick(.human), domain: .canal(margin: 30), arrays: [array])
    let one = human.tissues(on: grid, arrays: [array], executor: SlabExecutor(threads: 1))
    let three = human.tissues(on: grid, arrays: [array], executor: SlabExecutor(threads: 3))
    #expect(one.labels == three.labels)
  }

  @Test
  func `conductivities are those of the parameters, anisotropic along the spine where fibres run there`() {
    let table = human.tissues(on: box(human, edge: 1, half: 3, z: 0...1, dz: 1)).tissues.map(\.conductivity)
    #expect(table.count == SpineTissue.allCases.count)
    #expect(table[Int(SpineTissue.whiteMatter.rawValue)] == SIMD3(0.083, 0.083, 0.6))
    #expect(table[Int(SpineTissue.muscle.rawValue)] == SIMD3(0.086, 0.086, 0.35))
    #expect(table[Int(SpineTissue.cerebrospinalFluid.rawValue)] == SIMD3(repeating: 1.7))
    #expect(
      table[Int(SpineTissue.air.rawValue)] == .zero && table[Int(SpineTissue.insulation.rawValue)] == .zero)
  }

  @Test(arguments: Species.allCases)
  func `contacts touch scar or fat and never fluid, below the insulating body`(
    _ species: Species
  ) throws {
    let model = SpineModel(species)
    let array: ElectrodeArray =
      species == .human
      ? try .paddle565(at: .vertebra("T11"), in: model) : try .ratSheet(at: .segment("L3"), in: model)
    for resolution in [SpineResolution.quick(species), .standard(species)] {
      let grid = try model.grid(
        resolution: resolution, domain: .canal(margin: species == .human ? 20 : 4), arrays: [array])
      let map = model.tissues(on: grid, arrays: [array])
      for contact in array.contacts {
        func cell(_ value: Double, _ faces: [Double]) -> Int { (faces.firstIndex { $0 > value } ?? 1) - 1 }
        let i = cell(contact.position.x + 1e-6, grid.x)
        let k = cell(contact.position.z + 1e-6, grid.z)
        // The first cell below the plane that is not insulation.
        var j = cell(contact.position.y - 1e-6, grid.y)
        if map.tissue(i, j, k) == .insulation { j -= 1 }
        #expect(map.tissue(i, j, k) == .encapsulation, "\(contact.name): \(map.tissue(i, j, k))")
        #expect(map.tissue(i, j + 1, k) == .insulation, "\(contact.name): \(map.tissue(i, j + 1, k))")
      }
    }
  }
}
