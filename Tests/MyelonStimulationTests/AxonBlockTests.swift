import MyelonAnatomy
import MyelonFields
import MyelonQuantities
import Testing
@testable import MyelonStimulation

@Suite("Blocking shares of tracts")
struct AxonBlockTests {
  private func parameters(density: Double = 0.007) throws -> ParameterTable {
    let ratio = Parameter(
      "fibre_g_ratio", "g_f", 0.7, "-", 0.6...0.8, "of a test", .assumed(because: "it is a test"))
    var table = ParameterTable(AxonBlock.parameters + [ratio])
    try table.replace("bare_channel_density", with: density)
    return table
  }

  @Test("Shares lie between 0 and 1, rise with the length and begin at 0", arguments: Species.allCases)
  func monotone(species: Species) throws {
    let block = AxonBlock(.standard, parameters: try parameters(), species: species)
    for entry in AxonCensus.standard(species).entries {
      #expect(block.share(entry.tract, length: 0) == 0)
      var last: Float = 0
      for length in stride(from: Float(0.05), through: 15, by: 0.05) {
        let share = block.share(entry.tract, length: length)
        #expect(share >= last - 1e-6 && share <= 1)
        last = share
      }
    }
  }

  @Test("Long stretches block four fifths of human axons, as the parameter's evidence says")
  func fitted() throws {
    let block = AxonBlock(.standard, parameters: try parameters(), species: .human)
    let entries = AxonCensus.standard(.human).entries
    let total = entries.reduce(0) { $0 + $1.axonsPerSide }
    let blocked = entries.map { Double(block.share($0.tract, length: 5)) * $0.axonsPerSide }
    let mean = blocked.reduce(0, +) / total
    #expect(abs(mean - 0.8) < 0.01)
  }

  @Test("More channels block less, and thicker axons block more")
  func directions() throws {
    let few = AxonBlock(
      .standard, parameters: try parameters(density: 0.002),
      species: .human)
    let many = AxonBlock(
      .standard, parameters: try parameters(density: 0.05),
      species: .human)
    #expect(few.share(.lateralCorticospinal, length: 3) > many.share(.lateralCorticospinal, length: 3) + 0.1)
    #expect(many.share(.ventralSpinocerebellar, length: 3) > many.share(.propriospinal, length: 3) + 0.3)
  }

  @Test("Nine quantiles keep the tract's mean axon diameter")
  func quantiles() {
    let diameters = AxonBlock.diameters(mean: 2, spread: 0.5, gRatio: 0.7)
    // Equal weights miss part of the upper tail: within 3 % of the mean.
    let mean: Double = diameters.reduce(0, +) / 9 * 0.7
    #expect(abs(mean / 2 - 1) < 0.03)
  }
}
