import MyelonAnatomy
import MyelonFields
import MyelonQuantities

/// Carries out a study: surroundings, potentials, fibres, thresholds, rankings, bands.
struct StudyRun {
  let study: StimulationStudy
  let executor: SlabExecutor
  let fields: ContactFields.Maker
  let report: (StudyProgress) -> Void
  let shouldStop: () -> Bool

  /// The surroundings with the array in place, the fibres, and the potentials of the contacts.
  struct Stage {
    let model: SpineModel
    let array: ElectrodeArray
    let contacts: [ElectrodeContact]
    let fields: ContactFields
    let fibres: [StudyFibre]
    /// Potential of contact c at the compartments of fibre f, `samples[f][c]`, mV for 1 mA.
    let samples: [[[Double]]]
  }

  /// Fibres whose thresholds are searched between two looks at whether to stop.
  private static let batch = 24
  /// Cost of one lead field, in thresholds; measured roughly, for the estimate of the time left only.
  private var fieldCost: Double { study.detail == .quick ? 20 : 80 }

  func result() throws(StimulationError) -> StimulationResult {
    let faults = study.faults()
    guard faults.isEmpty else { throw .invalid(faults) }
    let model = try spine([:])
    let array = try placed(model)
    let montages = study.allMontages(array.contacts)
    let fibres = try study.placedFibres(in: model, beside: array)
    let meter = meter(montages: montages, contacts: array.contacts.count, fibres: fibres.count)
    let used = Self.contacts(of: montages, in: array)
    let stage = try stage(model, array, used, fibres, meter)
    var outcomes: [MontageOutcome] = []
    for montage in montages {
      let records = try thresholds(montage, stage, meter, "thresholds, \(montage.name)")
      outcomes.append(outcome(montage, array, records))
    }
    let selectivity = study.selectivity(of: outcomes)
    let shown = study.shownMontage(outcomes, selectivity)
    let bands = try bands(montages.first { $0.name == shown } ?? montages[0], meter)
    meter.report("done", 0)
    let map = PotentialMap(
      montage: shown, grid: study.mapGrid(model, array), executor: executor,
      potential: stage.potential(of: montages.first { $0.name == shown } ?? montages[0]))
    return StimulationResult(
      study: study, arrayName: array.name, arraySource: array.source, isOnSkin: array.isOnSkin,
      contacts: array.contacts, bodies: array.bodies, grid: stage.fields.grid, solves: stage.fields.solves,
      montages: outcomes,
      selectivity: selectivity, bands: bands.bands, uncertaintySets: bands.sets, parameters: model.parameters,
      courses: StudyCourse.all(of: fibres), map: map,
      warnings: study.warnings(array: array, outcomes: outcomes) + bands.warnings)
  }

  func spine(_ changes: [String: Double]) throws(StimulationError) -> SpineModel {
    do throws(StudyFault) { return try study.spine(changes) } catch { throw .invalid([error]) }
  }

  func placed(_ model: SpineModel) throws(StimulationError) -> ElectrodeArray {
    do throws(ElectrodeArrayError) { return try study.electrode.array(in: model) } catch {
      throw .invalid([.electrode(error)])
    }
  }

  /// Contacts that some montage uses, in the order of the array.
  static func contacts(of montages: [ElectrodeMontage], in array: ElectrodeArray) -> [ElectrodeContact] {
    array.contacts.filter { contact in montages.contains { ($0.shares[contact.name] ?? 0) != 0 } }
  }

  /// Potentials of the contacts, sampled at every compartment of every fibre.
  func stage(
    _ model: SpineModel, _ array: ElectrodeArray, _ contacts: [ElectrodeContact], _ fibres: [StudyFibre],
    _ meter: StudyMeter
  ) throws(StimulationError) -> Stage {
    let cost = fieldCost * Double(contacts.count)
    meter.report("potentials", 0)
    var told = 0.0
    let fields = try fields(model, array, contacts, study.box(of: fibres, model, array)) { share in
      meter.report("potentials", cost * (share - told))
      told = share
      return !shouldStop()
    }
    meter.report("potentials", cost * (1 - told))
    if shouldStop() { throw .stopped }
    var samples = [[[Double]]](repeating: [], count: fibres.count)
    samples.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let samples = buffer
      executor.run(slabs: fibres.count) { index in
        samples[index] = fields.sources.map { fibres[index].potentials(of: $0) }
      }
    }
    return Stage(
      model: model, array: array, contacts: contacts, fields: fields, fibres: fibres, samples: samples)
  }

  /// Thresholds of all fibres under a montage.
  func thresholds(
    _ montage: ElectrodeMontage, _ stage: Stage, _ meter: StudyMeter, _ title: String
  ) throws(StimulationError) -> [ThresholdRecord] {
    let search = ThresholdSearch(
      scheme: study.detail.scheme, tolerance: study.detail.tolerance, limit: study.amplitudes.highest,
      executor: executor)
    var records: [ThresholdRecord] = []
    var from = 0
    while from < stage.fibres.count {
      if shouldStop() { throw .stopped }
      let range = from..<min(stage.fibres.count, from + Self.batch)
      let cases = range.map { stage.fibreCase($0, montage) }
      do throws(FibreError) {
        let found = try search.thresholds(of: cases, waveform: study.pulse.waveform)
        records += zip(range, found).map { stage.fibres[$0].record($1) }
      } catch { throw .fibre(error) }
      meter.report(title, Double(range.count))
      from = range.upperBound
    }
    return records
  }

  func outcome(
    _ montage: ElectrodeMontage, _ array: ElectrodeArray, _ records: [ThresholdRecord]
  ) -> MontageOutcome {
    MontageOutcome(
      montage: montage,
      safety: StimulationSafety.contacts(
        of: montage, in: array.contacts, pulse: study.pulse, isOnSkin: array.isOnSkin),
      thresholds: records, muscles: { study.muscles(from: $0) })
  }

  private func meter(montages: [ElectrodeMontage], contacts: Int, fibres: Int) -> StudyMeter {
    let sets = Double(study.uncertaintySets) * (fieldCost * 2 + Double(fibres))
    let main = fieldCost * Double(contacts) + Double(montages.count * fibres)
    return StudyMeter(total: main + sets, sink: report)
  }
}

extension StudyRun.Stage {
  /// A fibre with the potential of a montage.
  func fibreCase(_ index: Int, _ montage: ElectrodeMontage) -> FibreCase {
    var potentials = [Double](repeating: 0, count: fibres[index].fibre.compartmentCount)
    for (contact, values) in zip(contacts, samples[index]) {
      guard let share = montage.shares[contact.name], share != 0 else { continue }
      for position in potentials.indices { potentials[position] += share * values[position] }
    }
    return FibreCase(fibre: fibres[index].fibre, potentials: potentials)
  }

  /// The potential of a montage at any point, mV for 1 mA.
  func potential(of montage: ElectrodeMontage) -> (SIMD3<Double>) -> Double {
    let parts = zip(contacts, fields.sources).compactMap { contact, source in
      montage.shares[contact.name].map { (share: $0, source: source) }
    }
    return { point in parts.reduce(0) { $0 + $1.share * $1.source.potential(at: point) } }
  }
}
