import MyelonAnatomy
import MyelonFields
import MyelonQuantities
import Testing
@testable import MyelonStimulation

/// The table of bare stretches against the fibre model, and what is read from it.
@Suite("Conduction through bare stretches")
struct ConductionTableTests {
  @Test("The shipped table is what the fibre model gives", arguments: [2.0, 3, 5.7])
  func shipped(diameter: Double) throws {
    let computed = try ConductionTable.computed(
      diameters: [diameter], counts: [1, 3], executor: SlabExecutor(threads: 1))
    let row = try #require(ConductionTable.standard.diameters.firstIndex(of: diameter))
    for (column, count) in [(0, 0), (1, 2)] {
      let shipped = ConductionTable.standard.neededDensity[row][count]
      // Both are brackets of 2 %; the table is rounded to four figures.
      #expect(abs(computed.neededDensity[0][column] / shipped - 1) < 0.021)
    }
    #expect(abs(computed.internodes[0] / ConductionTable.standard.internodes[row] - 1) < 1e-3)
    #expect(abs(computed.intactVelocity[0] / ConductionTable.standard.intactVelocity[row] - 1) < 1e-3)
    #expect(
      abs(computed.remyelinatedVelocity[0] / ConductionTable.standard.remyelinatedVelocity[row] - 1) < 1e-3)
  }

  @Test("A thick fibre's spike does not leave its last node for a bare internode, whatever channels it holds")
  func thick() throws {
    #expect(try ConductionTable.neededDensity(diameter: 12.8, count: 1) == 1)
    #expect(try ConductionTable.neededDensity(diameter: 1.2, count: 3) == 0)
  }

  @Test(
    "Longer bare stretches never need fewer channels, and the table's nodes come back from its interpolation")
  func interpolation() {
    let table = ConductionTable.standard
    for (row, diameter) in table.diameters.enumerated() {
      #expect(zip(table.neededDensity[row], table.neededDensity[row].dropFirst()).allSatisfy { $0 <= $1 })
      for (column, count) in table.counts.enumerated() {
        let found = table.neededDensity(diameter: diameter, length: Double(count) * table.internodes[row])
        #expect(abs(found - table.neededDensity[row][column]) < 1e-12)
      }
      #expect(abs(table.velocity(diameter: diameter) - table.intactVelocity[row]) < 1e-12)
    }
    #expect(abs(table.velocity(diameter: 0.6) - 1.2055) < 1e-12)
    #expect(table.velocity(diameter: 20) == 73.30)
  }
}
