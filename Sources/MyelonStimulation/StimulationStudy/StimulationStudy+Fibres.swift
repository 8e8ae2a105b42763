import MyelonAnatomy

extension StimulationStudy {
  /// The fibres of the study in their places, population after population.
  ///
  /// - Parameters:
  ///   - model: the surroundings of the cord.
  ///   - array: the electrode, which decides what stretch of the tracts is computed.
  /// - Returns: the fibres, populations in the order of classes, segments and sides.
  /// - Throws: `StimulationError` when a root, a tract or a fibre cannot be made.
  func placedFibres(
    in model: SpineModel, beside array: ElectrodeArray
  ) throws(StimulationError) -> [StudyFibre] {
    var found: [StudyFibre] = []
    for population in try populations(model, array) {
      let segment = population.segment ?? Self.level(of: array, in: model)
      for (strand, path) in population.paths.enumerated() {
        for (diameter, probability) in zip(population.diameters, fibres.probabilities) {
          let fibre: NerveFibre
          do throws(FibreError) {
            fibre = try .make(population.model, diameter: diameter, length: path.length)
          } catch { throw .fibre(error) }
          found.append(
            StudyFibre(
              fibreClass: population.fibreClass, segment: segment, side: population.side, strand: strand,
              probability: probability, fibre: fibre, path: path,
              landmarks: population.landmarks.isEmpty ? nil : population.landmarks[strand]))
        }
      }
    }
    return found
  }

  private func populations(
    _ model: SpineModel, _ array: ElectrodeArray
  ) throws(StimulationError) -> [FibrePopulation] {
    let stretch = Self.tractStretch(array, model)
    var course = RootCourse.standard(species)
    course.rootlets = detail.rootlets
    var found: [FibrePopulation] = []
    do throws(SpinalRootError) {
      for fibreClass in fibres.classes {
        for segment in fibreClass.runsInRoots ? fibres.segments : [""] {
          for side in fibres.sides {
            switch fibreClass {
            case .dorsalColumn:
              found.append(
                try model.dorsalColumnPopulation(
                  side: side, from: stretch.lowerBound, to: stretch.upperBound, quantiles: fibres.quantiles))
            case .corticospinal:
              found.append(
                try model.corticospinalPopulation(
                  side: side, from: stretch.lowerBound, to: stretch.upperBound, quantiles: fibres.quantiles))
            case .regenerated:
              found.append(try regeneratedPopulation(model, side: side, stretch: stretch))
            default:
              found.append(
                try model.population(
                  fibreClass, ofRoot: segment, side: side, quantiles: fibres.quantiles, course: course))
            }
          }
        }
      }
    } catch { throw .field(contact: array.name, problem: error.description) }
    return found
  }

  /// Regrown axons without myelin that run where corticospinal ones do, over the few millimetres nearest to the contacts.
  ///
  /// Their compartments are 8 um long, and a spike that begins goes on: a longer stretch would cost much and tell nothing.
  private func regeneratedPopulation(
    _ model: SpineModel, side: Side, stretch: ClosedRange<Double>
  ) throws(SpinalRootError) -> FibrePopulation {
    let middle = 0.5 * (stretch.lowerBound + stretch.upperBound)
    let reach = model.species == .human ? 5.0 : 2
    let tract: Tract = model.species == .human ? .lateralCorticospinal : .dorsalCorticospinal
    let path = try model.tractPath(tract, side: side, from: middle - reach, to: middle + reach)
    return try model.population(
      .regenerated, along: [path], side: side, count: 1, quantiles: fibres.quantiles)
  }

  /// Contacts dorsal of the cord, where stimulation is meant to act; all when there are none.
  private static func active(_ array: ElectrodeArray) -> [ElectrodeContact] {
    let dorsal = array.contacts.filter { $0.facing == .ventral }
    return dorsal.isEmpty ? array.contacts : dorsal
  }

  /// Name of the segment beside the middle of the contacts.
  static func level(of array: ElectrodeArray, in model: SpineModel) -> String {
    let positions = active(array).map(\.position.z)
    let middle = 0.5 * ((positions.min() ?? 0) + (positions.max() ?? 0))
    return model.anatomy.segments[model.anatomy.segmentIndex(atZ: middle)].name
  }

  /// Stretch of the tracts that is computed: 40 mm (rat: 8 mm) beyond the contacts, inside the cord.
  ///
  /// Assumed because the potential of a contact is even to within a few per cent of its change 40 mm away, and a spike that begins under
  /// the contacts has left them by then.
  static func tractStretch(_ array: ElectrodeArray, _ model: SpineModel) -> ClosedRange<Double> {
    let positions = active(array).map(\.position.z)
    let margin = model.species == .human ? 40.0 : 8
    let length = model.anatomy.length
    let from = min(max(0, (positions.min() ?? 0) - margin), length - 2 * margin)
    return from...max(from + 2 * margin, min(length, (positions.max() ?? 0) + margin))
  }
}
