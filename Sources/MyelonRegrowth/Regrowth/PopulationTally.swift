/// Adds up what has become of the axons of one kind of neuron.
struct PopulationTally {
  let type: NeuronType
  var cut = 0.0
  var sprouted = 0.0
  private var population: RegrowthSummary.Population
  private var rostral: [Double]
  private let distances: [Double]
  private var agents = 0
  private var axons = 0.0
  private var length = 0.0
  private var living = 0.0
  private var myelin = 0.0

  init(type: NeuronType, distances: [Double]) {
    self.type = type
    self.distances = distances
    population = RegrowthSummary.Population(neuron: type.name, distances: distances.count)
    rostral = [Double](repeating: 0, count: distances.count)
  }

  /// Adds a growth cone.
  ///
  /// - Parameters:
  ///   - cone: the growth cone.
  ///   - distance: how far it lies beyond the lesion, mm.
  ///   - isRostral: whether it lies rostral of the lesion's centre.
  mutating func add(_ cone: GrowthCone, distance: Double, isRostral: Bool) {
    let number = Double(cone.axons)
    agents += 1
    axons += number
    switch cone.state {
    case .growing: population.growing += number
    case .arrested: if cone.isTrapped { population.trapped += number } else { population.arrested += number }
    case .retracting: population.retracting += number
    case .connected:
      if cone.target == .graft {
        population.connectedToGraft += number
      } else {
        population.connectedToHost += number
      }
    case .left: population.left += number
    case .gone:
      population.withdrawn += number
      return
    }
    living += number
    length += number * Double(cone.length)
    myelin += number * Double(cone.myelin)
    population.longest = max(population.longest, Double(cone.length))
    population.farthest = max(population.farthest, distance)
    for (index, least) in distances.enumerated() where distance >= least {
      if type == .graft, isRostral { rostral[index] += number } else { population.beyond[index] += number }
    }
  }

  /// The sums, or nil when the cord holds no axons of the kind.
  func population(firstArrival: Double) -> RegrowthSummary.Population? {
    guard cut > 0 || agents > 0 else { return nil }
    var found = population
    found.cut = cut
    found.sprouted = sprouted
    found.axonsPerAgent = agents > 0 ? axons / Double(agents) : 0
    found.meanLength = living > 0 ? length / living : 0
    found.myelinated = living > 0 ? myelin / living : 0
    found.firstArrival = firstArrival >= 0 ? firstArrival : nil
    if type == .graft { found.beyondRostrally = rostral }
    return found
  }
}
