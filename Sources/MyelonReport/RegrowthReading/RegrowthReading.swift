import MyelonRegrowth
import MyelonSimulation

/// Sums over the kinds of neuron of one summary, as sentences and tables need them.
struct RegrowthReading {
  let summary: RegrowthSummary
  /// Length of the lesion along the cord, mm; nil where it is not known.
  let lesionLength: Double?

  /// The host's own axons.
  var host: [RegrowthSummary.Population] { summary.populations.filter { !Self.isGraft($0) } }
  /// Axons of grafted neurons.
  var graft: [RegrowthSummary.Population] { summary.populations.filter(Self.isGraft) }

  static func isGraft(_ population: RegrowthSummary.Population) -> Bool {
    population.neuron == NeuronType.graft.name
  }

  /// The distance that counts as beyond the lesion: the first of the summary that is not within half the lesion's
  /// length of its centre, or the farthest; nil without distances.
  ///
  /// Where the length is not known, the first distance above zero.
  var beyondIndex: Int? {
    let half = max((lesionLength ?? 0) / 2, 1e-9)
    return summary.distances.indices.first { summary.distances[$0] >= half } ?? summary.distances.indices.last
  }

  /// That distance, mm past the lesion's centre.
  var beyondDistance: Double? { beyondIndex.map { summary.distances[$0] } }

  /// Axons that reach beyond the lesion, in the direction of their kind; grafted ones in either.
  func crossed(_ populations: [RegrowthSummary.Population]) -> Double {
    guard let index = beyondIndex else { return 0 }
    return populations.reduce(0) { sum, population in
      sum + GraftFates.value(population.beyond, index) + GraftFates.value(population.beyondRostrally, index)
    }
  }

  /// Axons that have formed a synapse.
  static func connected(_ populations: [RegrowthSummary.Population]) -> Double {
    total(populations, \.connectedToHost) + total(populations, \.connectedToGraft)
  }

  /// A count over kinds of neuron.
  static func total(
    _ populations: [RegrowthSummary.Population], _ count: KeyPath<RegrowthSummary.Population, Double>
  ) -> Double {
    populations.reduce(0) { $0 + $1[keyPath: count] }
  }

  /// The first day on which an axon formed a synapse beyond the lesion.
  var firstArrival: Double? { summary.populations.compactMap(\.firstArrival).min() }

  /// Name of a kind of neuron with a capital, escaped.
  static func title(_ population: RegrowthSummary.Population) -> String {
    Markup.escape(population.neuron.prefix(1).uppercased() + population.neuron.dropFirst())
  }
}

extension ReportContext {
  /// The reading of an arm at the last visit.
  func lastReading(_ arm: Int) -> RegrowthReading? {
    lastRegrowth(arm).map { reading($0, of: arm) }
  }

  /// The reading of a summary of an arm.
  func reading(_ summary: RegrowthSummary, of arm: Int) -> RegrowthReading {
    RegrowthReading(
      summary: summary, lesionLength: arms[arm].series.value("lesion_length", atDay: summary.day))
  }
}
