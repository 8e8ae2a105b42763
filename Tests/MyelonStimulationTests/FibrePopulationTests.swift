import MyelonAnatomy
import Testing

@testable import MyelonStimulation

@Suite struct FibrePopulationTests {
  @Test(arguments: Species.allCases)
  func `samples of a population add up to 1 and its diameters suit its fibre model`(
    _ species: Species
  ) throws {
    let model = SpineModel(species)
    let path = try model.fibrePath(lateral: 0.3, dorsal: 0.2, from: 10, to: 40)
    for fibreClass in FibreClass.allCases {
      let population =
        fibreClass.runsInRoots
        ? try model.population(fibreClass, ofRoot: "L4", side: .left)
        : try model.population(fibreClass, along: [path], side: .left, count: 100)
      #expect(abs(population.samples.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
      #expect(zip(population.diameters, population.diameters.dropFirst()).allSatisfy { $0 < $1 })
      for diameter in population.diameters {
        #expect(population.model.diameters.contains(diameter), "\(fibreClass.title) \(diameter)")
        #expect(population.distribution.range.contains(diameter))
      }
      #expect(population.count > 0)
    }
  }

  @Test func `quantiles reproduce the moments of the distribution and halve the fibres`() {
    let distribution = DiameterDistribution(mean: 10, deviation: 1, range: 5...15)
    let many = distribution.quantiles(401)
    let mean = many.reduce(0, +) / 401
    let variance = many.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 401
    #expect(abs(mean - 10) < 1e-6)
    #expect(abs(variance - 1) < 0.01, "\(variance)")
    #expect(abs(distribution.quantiles(1)[0] - 10) < 1e-9)
    // Cut at the mean: half-normal, mean sqrt(2/pi).
    let half = DiameterDistribution(mean: 10, deviation: 1, range: 10...20).quantiles(801)
    #expect(abs(half.reduce(0, +) / 801 - 10.7979) < 0.002)
    #expect(abs(distribution.share(below: 11) - 0.8413447) < 1e-5)
  }

  @Test func `group I afferents are the thickest, then alpha motor axons, then group II`() {
    for species in Species.allCases {
      let model = SpineModel(species)
      let means = [FibreClass.groupI, .alphaMotor, .groupII, .smallAfferent, .unmyelinatedAfferent]
        .map { model.diameters(of: $0).mean }
      #expect(zip(means, means.dropFirst()).allSatisfy { $0 > $1 })
    }
  }

  @Test func `roots of enlargements hold the counted motor axons and more afferents than others`() throws {
    let model = SpineModel(.human)
    let motor = try model.population(.alphaMotor, ofRoot: "L3", side: .left)
    #expect(motor.count == 5716)
    let gamma = try model.population(.gammaMotor, ofRoot: "L3", side: .left)
    #expect(abs(gamma.count / 2625 - 1) < 0.03, "Kawamura et al. 1977 counted 2625")
    let thick = try model.population(.groupI, ofRoot: "L4", side: .left)
    let thin = try model.population(.groupI, ofRoot: "T6", side: .left)
    #expect(thin.count < thick.count && motor.landmarks.count == motor.paths.count)
  }

  @Test func `tracts have their own populations at the depth that can be activated`() throws {
    for species in Species.allCases {
      let model = SpineModel(species)
      let column = try model.dorsalColumnPopulation(side: .right, from: 30, to: 60)
      #expect(column.paths.count == 6 && column.paths.allSatisfy { $0.points.allSatisfy { $0.x < 0 } })
      let pyramid = try model.corticospinalPopulation(side: .left, from: 30, to: 60)
      #expect(pyramid.paths.count == 1 && pyramid.fibreClass == .corticospinal)
      #expect(throws: SpinalRootError.emptyStretch(from: 60, to: 30)) {
        try model.dorsalColumnPopulation(side: .left, from: 60, to: 30)
      }
    }
  }
}
