import MyelonRegrowth

extension SeriesColumns {
  /// Growing axons and new connections.
  ///
  /// `values(_:)` gives the numbers in the same order.
  static let regrowth: [Column] = [
    Column("axons_sprouted", "axons", "cut host axons that have sent out a growth cone"),
    Column("axons_growing", "axons", "host axons that are growing now"),
    Column("axons_connected", "axons", "new host axons with a synapse on a host neuron"),
    Column("axons_in_graft", "axons", "new host axons with a synapse on a grafted neuron"),
    Column("axons_beyond_lesion", "axons", "new host axons that reach at least 0.5 mm beyond the lesion"),
    Column("longest_corticospinal", "mm", "farthest new corticospinal axon beyond the lesion"),
    Column("longest_brainstem", "mm", "farthest new axon of the brainstem beyond the lesion"),
    Column("longest_afferent", "mm", "farthest new primary afferent beyond the lesion"),
    Column("longest_graft", "mm", "farthest axon of a grafted neuron beyond the lesion"),
    Column("graft_axons_caudal", "axons", "axons of grafted neurons at least 0.5 mm caudal of the lesion"),
    Column("graft_axons_rostral", "axons", "axons of grafted neurons at least 0.5 mm rostral of the lesion"),
    Column("axons_per_channel", "axons", "new axons in each channel of a scaffold at its middle"),
    Column(
      "training_gain_stepping", "fold", "gain of spared connections of stepping by practice and sprouting"),
    Column(
      "training_gain_reaching", "fold", "gain of spared connections of reaching by practice and sprouting"),
    Column("misdirected_allodynia_risk", "fraction", "risk of allodynia by misdirected sprouts of afferents"),
    Column("misdirected_spasticity_risk", "fraction", "risk of spasticity by misdirected new connections"),
  ]

  /// Numbers of the regrowth columns.
  static func values(_ summary: RegrowthSummary, _ supply: ConnectionSupply) -> [Double] {
    let populations = summary.populations
    let host = populations.filter { $0.neuron != NeuronType.graft.name }
    let graft = populations.first { $0.neuron == NeuronType.graft.name }
    func sum(_ value: KeyPath<RegrowthSummary.Population, Double>) -> Double {
      host.reduce(0) { $0 + $1[keyPath: value] }
    }
    func farthest(_ type: NeuronType) -> Double {
      populations.first { $0.neuron == type.name }?.farthest ?? 0
    }
    return [
      sum(\.sprouted), sum(\.growing), sum(\.connectedToHost), sum(\.connectedToGraft),
      host.reduce(0) { $0 + ($1.beyond.first ?? 0) },
      farthest(.corticospinal), farthest(.brainstem), farthest(.primaryAfferent), farthest(.graft),
      graft?.beyond.first ?? 0, graft?.beyondRostrally.first ?? 0, summary.axonsPerChannel ?? 0,
      supply.trainingGain[0], supply.trainingGain[1], summary.allodyniaRisk,
      summary.spasticityRisk,
    ]
  }
}
