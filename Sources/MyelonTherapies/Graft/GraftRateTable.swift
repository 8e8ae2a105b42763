import Foundation

/// Fills the table of rates row by row.
struct GraftRateTable {
  let reader: GraftSurroundingsReader
  let hazards: [GraftHazard]
  /// Cells an agent, and carrying density, by transplant.
  let weights: [Double]
  let capacities: [Double]
  let hours: Double

  /// Fills one row: the rates and the cumulated shares of causes of every transplant in one voxel.
  ///
  /// The stress that cells report is `h / (h + 0.01/h)` of their environmental hazards h, so that one half stands for a
  /// hazard that kills half of the cells in three days.
  func fill(
    _ row: Int, census: GraftCensus, volume: Double, rates: UnsafeMutablePointer<GraftRates>,
    shares: UnsafeMutablePointer<Float>
  ) {
    var density = 0.0
    var crowd = 0.0
    for index in hazards.indices {
      let here = Double(census.living(row, index)) * weights[index] / volume
      density += here
      crowd += here / capacities[index]
    }
    let surroundings = reader.at(Int(census.voxels[row]), density: density)
    let causes = GraftCondition.causeCount
    withUnsafeTemporaryAllocation(of: Double.self, capacity: causes) { hazard in
      guard let base = hazard.baseAddress else { return }
      for index in hazards.indices where census.living(row, index) > 0 {
        hazards[index].causes(surroundings, crowd: crowd, into: base)
        var total = 0.0
        for cause in 0..<causes { total += base[cause] }
        let environment = base[1] + base[2] + base[3] + base[4] + base[5] + base[9]
        rates[index] = GraftRates(
          death: GraftRates.threshold(1 - exp(-total * hours)),
          division: GraftRates.threshold(hazards[index].divisionChance(surroundings, crowd: crowd)),
          stress: Float(environment / (environment + 0.01)))
        var sum = 0.0
        for cause in 0..<causes {
          sum += base[cause]
          shares[index * causes + cause] = total > 0 ? Float(sum / total) : 1
        }
      }
    }
  }
}
