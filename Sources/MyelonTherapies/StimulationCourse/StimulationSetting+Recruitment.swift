import MyelonAnatomy
import MyelonFields
import MyelonStimulation

extension StimulationSetting {
  /// The study that stands for this setting: one usual montage in a coarse domain.
  ///
  /// Epidural: a disc of the area of a paddle's contact (people 6 mm2, rats 0.8 mm2) on the dura in the midline over the middle of the
  /// site, as cathode against the far boundary. Transcutaneous: a pad over the vertebra there with its return on the belly, or both
  /// neck pads against the iliac crests. Pulses are balanced. Electrodes lie in the midline of a symmetric cord, so one side stands for
  /// both.
  ///
  /// - Parameter anatomy: the cord.
  /// - Returns: the study.
  /// - Throws: `AnatomyError` when the cord has no such segment.
  public func study(in anatomy: CordAnatomy) throws(AnatomyError) -> StimulationStudy {
    let isHuman = anatomy.species == .human
    let middle = try position(in: anatomy)
    let electrode: StudyElectrode
    let montage: ElectrodeMontage
    switch kind {
    case .epidural:
      electrode = StudyElectrode(
        kind: .disc, placement: ElectrodePlacement(.position(middle)), radius: isHuman ? 1.4 : 0.5)
      montage = .monopolar("1")
    case .transcutaneous where site.task == .reaching:
      electrode = StudyElectrode(kind: .cervicalPads, isOnSkin: true)
      montage = ElectrodeMontage(
        name: "neck against iliac crests",
        shares: ["upper": -0.5, "lower": -0.5, "iliac-right": 0.5, "iliac-left": 0.5])
    case .transcutaneous:
      electrode = StudyElectrode(
        kind: .lumbarPads, placement: ElectrodePlacement(.position(middle)), isOnSkin: true)
      montage = ElectrodeMontage(
        name: "back against belly", shares: ["back": -1, "belly-right": 0.5, "belly-left": 0.5])
    }
    let amplitudes = kind.amplitudes(in: anatomy.species)
    let standard = CordAnatomy.standard(anatomy.species)
    var study = StimulationStudy(
      name: "\(kind.rawValue) \(site.name)", species: anatomy.species, electrode: electrode,
      pulse: StudyPulse(kind: kind == .epidural ? .asymmetric : .symmetric, width: pulseWidth),
      amplitudes: StudyAmplitudes(lowest: amplitudes.lowerBound, highest: amplitudes.upperBound),
      fibres: StudyFibres(
        segments: Self.weights(of: site.task, in: anatomy.species).map(\.segment), sides: [.left],
        classes: [.groupI, .groupII, .alphaMotor, .dorsalColumn, .corticospinal, .regenerated], quantiles: 3))
    study.montages = [montage]
    study.lengthScale = anatomy.length / standard.length
    study.detail = .quick
    // Safety is judged where electrodes are chosen (`myelon stimulate`); here the curve must reach the highest amplitude allowed.
    study.acceptsUnsafe = true
    return study
  }

  /// Which fibres the electrodes and the pulse recruit, from the field and the fibre model.
  ///
  /// - Parameters:
  ///   - anatomy: the cord.
  ///   - executor: threads; the result does not depend on their number.
  /// - Returns: firing by amplitude of every class; roots of a segment count by what it holds of the task's motor pools.
  /// - Throws: `AnatomyError` or `StimulationError` when electrodes cannot be placed or a field cannot be solved.
  public func recruitment(in anatomy: CordAnatomy, executor: SlabExecutor) throws -> CircuitRecruitment {
    let result = try study(in: anatomy).run(threads: executor.threads)
    let weights = Dictionary(
      uniqueKeysWithValues: Self.weights(of: site.task, in: anatomy.species).map { ($0.segment, $0.weight) })
    var samples: [FibreClass: [(threshold: Double?, weight: Double)]] = [:]
    for record in result.montages[0].thresholds {
      let weight = record.fibreClass.runsInRoots ? weights[record.segment] ?? 0 : 1
      samples[record.fibreClass, default: []].append((record.threshold, weight))
    }
    return CircuitRecruitment(curves: samples.mapValues { RecruitmentCurve(weighted: $0) })
  }

  /// Middle of the site, mm from the rostral end of C1.
  private func position(in anatomy: CordAnatomy) throws(AnatomyError) -> Double {
    switch site {
    case .segment(let name): return try anatomy.position(ofSegment: name)
    case .cervical, .lumbosacral:
      let weights = Self.weights(of: site.task, in: anatomy.species)
      var sum = 0.0
      for entry in weights { sum += entry.weight * (try anatomy.position(ofSegment: entry.segment)) }
      return sum / weights.reduce(0) { $0 + $1.weight }
    }
  }

  /// What every segment holds of the motor pools of a task, in the order of the segments.
  static func weights(of task: MotorTask, in species: Species) -> [(segment: String, weight: Double)] {
    let pools = MotorPool.standard(species)
    return CordAnatomy.standard(species).segments.compactMap { segment in
      guard MotorTask.served(by: segment.name) == task else { return nil }
      let weight = pools.reduce(0) { $0 + $1.weight(inSegment: segment.name) }
      return weight > 0 ? (segment.name, weight) : nil
    }
  }
}
