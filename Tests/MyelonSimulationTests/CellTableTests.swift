import AnnData
import MyelonSimulation
import MyelonTherapies
import Testing

@Suite("The table of grafted cells")
struct CellTableTests {
  private func profile(count: Int) -> CellProfile {
    var profile = CellProfile()
    profile.identifier = (0..<count).map { Int64($0) + 100 }
    profile.kind.codes = [Int8](repeating: 1, count: count)
    profile.product = .init(names: ["msc"], codes: [Int8](repeating: 0, count: count))
    profile.transplant = .init(names: ["first"], codes: [Int8](repeating: 0, count: count))
    profile.fate = .init(names: ["undifferentiated", "neuron"], codes: (0..<count).map { Int8($0 % 2) })
    profile.clone = [Int32](repeating: -1, count: count)
    profile.position = (0..<count).map { SIMD3(Float($0), 0, -1) }
    profile.age = (0..<count).map { Float($0) }
    profile.stress = [Float](repeating: 0.25, count: count)
    profile.alive = (0..<count).map { $0 != 1 }
    profile.generation = [Int32](repeating: 2, count: count)
    profile.labelIron = [Float](repeating: 5, count: count)
    profile.cells = [Float](repeating: 10, count: count)
    for place in profile.secretion.indices {
      profile.secretion[place].values = (0..<count).map { Float(place * 10 + $0) }
    }
    return profile
  }

  @Test("Rows are cells, columns what they do; positions are in mm")
  func layout() {
    let table = CellTable.make(profile(count: 3), notes: [("arm", .text("treated"))])
    #expect(table.faults.isEmpty)
    #expect(
      table.variableNames == [
        "secretion_BDNF", "secretion_NT-3", "secretion_GDNF", "secretion_VEGF", "secretion_IL-10", "stress",
        "label_iron",
      ])
    #expect(table.matrix.count == 21)
    #expect(table.matrix[7..<14] == [1, 11, 21, 31, 41, 0.25, 5])
    #expect(table.coordinates[0].name == "spatial")
    #expect(table.coordinates[0].values == [0, 0, -1, 1, 0, -1, 2, 0, -1])
    #expect(table.observationNames[2] == "102")
    #expect(table.observations.map(\.name).contains("fate"))
  }

  @Test("No cells give a table without rows")
  func empty() throws {
    let table = CellTable.make(CellProfile())
    #expect(table.faults.isEmpty)
    #expect(try table.encoded().isEmpty == false)
  }

  @Test("Arrays of unequal length are named and refused")
  func unequal() {
    var broken = profile(count: 3)
    broken.age.removeLast()
    broken.stress.removeLast()
    let faults = CellTable.make(broken).faults
    #expect(faults.contains(.count(part: "obs/age_d", required: 3, found: 2)))
    #expect(faults.contains(.count(part: "X", required: 21, found: 20)))
  }
}
