extension StudyRun {
  /// Thresholds of one montage under sampled sets of the least certain parameters.
  ///
  /// - Parameters:
  ///   - montage: the montage.
  ///   - meter: takes the progress.
  /// - Returns: a band a population, the sets that could be computed, and a sentence for every set that could not.
  /// - Throws: `StimulationError` when a set cannot be computed or the study is stopped.
  func bands(
    _ montage: ElectrodeMontage, _ meter: StudyMeter
  ) throws(StimulationError) -> (bands: [ThresholdBand], sets: [[String: Double]], warnings: [String]) {
    guard study.uncertaintySets > 0 else { return ([], [], []) }
    let sets = UncertaintySet.sets(for: study, table: try spine([:]).parameters)
    var found: [[PopulationRecruitment]] = []
    var computed: [[String: Double]] = []
    var warnings: [String] = []
    for (index, set) in sets.enumerated() {
      let model = try spine(set.values)
      let array: ElectrodeArray
      do throws(StimulationError) { array = try placed(model) } catch {
        warnings.append("Set \(index + 1) of the uncertain parameters was left out: \(error.description)")
        continue
      }
      let fibres = try study.placedFibres(in: model, beside: array)
      let contacts = Self.contacts(of: [montage], in: array)
      let stage = try stage(model, array, contacts, fibres, meter)
      let records = try thresholds(montage, stage, meter, "uncertainty, set \(index + 1) of \(sets.count)")
      found.append(outcome(montage, array, records).populations)
      computed.append(set.values)
    }
    guard let first = found.first else { return ([], [], warnings) }
    let bands = first.indices.map { index in
      ThresholdBand(
        montage: montage.name, fibreClass: first[index].fibreClass, segment: first[index].segment,
        side: first[index].side, thresholds: found.map { $0[index].threshold })
    }
    return (bands, computed, warnings)
  }
}
