import MyelonAnatomy
import MyelonFields

extension StimulationStudy {
  /// Carries out the study.
  ///
  /// The result has the same bits for any number of threads.
  ///
  /// - Parameters:
  ///   - threads: threads to use.
  ///   - fields: computes the potentials of the contacts; the volume conductor of the spine when left out.
  ///   - progress: told how far the work has come.
  ///   - shouldStop: asked between parts of the work; the study ends with `StimulationError.stopped` when it answers true.
  /// - Returns: everything that was found.
  /// - Throws: `StimulationError`: all faults of the study before anything is computed, or what went wrong.
  public func run(
    threads: Int, fields: ContactFields.Maker? = nil, progress: @escaping (StudyProgress) -> Void = { _ in },
    shouldStop: @escaping () -> Bool = { false }
  ) throws(StimulationError) -> StimulationResult {
    let executor = SlabExecutor(threads: threads)
    let run = StudyRun(
      study: self, executor: executor, fields: fields ?? conductorFields(executor), report: progress,
      shouldStop: shouldStop)
    return try run.result()
  }

  /// Muscles of the populations of one montage.
  func muscles(from populations: [PopulationRecruitment]) -> [MuscleRecruitment] {
    MuscleRecruitment.all(pools: MotorPool.standard(species), sides: fibres.sides) {
      fibreClass, segment, side in
      populations.first { $0.fibreClass == fibreClass && $0.segment == segment && $0.side == side }?.curve
    }
  }

  /// Indices of every montage for the target, or for every muscle.
  func selectivity(of outcomes: [MontageOutcome]) -> [SelectivityIndex] {
    outcomes.flatMap { outcome -> [SelectivityIndex] in
      let muscles = outcome.muscles.map { muscle in
        SelectivityIndex.Contestant(title: muscle.title, share: { muscle.share(at: $0) })
      }
      let roots = outcome.populations.filter { $0.fibreClass == .groupI }.map { root in
        SelectivityIndex.Contestant(
          title: StudyTarget.root(root.segment, root.side).title, share: { root.curve.share(at: $0) })
      }
      let all: [SelectivityIndex.Contestant]
      if case .root = target { all = roots } else { all = muscles }
      return all.indices.compactMap { index in
        if let target, target.title != all[index].title { return nil }
        var others = all
        let own = others.remove(at: index)
        return SelectivityIndex(
          target: own, others: others, montage: outcome.montage.name, amplitudes: amplitudes)
      }
    }
  }

  /// Name of the montage to show: the best for the target, or the first.
  func shownMontage(_ outcomes: [MontageOutcome], _ selectivity: [SelectivityIndex]) -> String {
    let first = outcomes.first?.montage.name ?? ""
    guard target != nil else { return first }
    return SelectivityIndex.ranked(selectivity).first?.montage ?? first
  }

  /// Grid of the potential map: cubes over the dural sac, 20 mm (rat: 4 mm) beyond the contacts.
  func mapGrid(_ model: SpineModel, _ array: ElectrodeArray) -> VoxelGrid {
    let isHuman = species == .human
    // Cubes as those of the simulated cord: 0.5 mm in people, 0.1 mm in rats; twice that for a quick look.
    let edge = (isHuman ? 0.5 : 0.1) * (detail == .quick ? 2 : 1)
    let margin = isHuman ? 20.0 : 4
    let from = max(0, array.reach.lowerBound - margin)
    let to = min(model.sac.end, array.reach.upperBound + margin)
    let sections = (0...20).map { model.section(atZ: from + (to - from) * Double($0) / 20) }
    let width = sections.compactMap(\.sac).map(\.halfWidth).max() ?? 10
    let low = sections.compactMap(\.sac).map(\.ventral).min() ?? -10
    let high = max(
      sections.compactMap(\.sac).map(\.dorsal).max() ?? 10,
      array.isOnSkin ? -.infinity : array.contacts.map(\.position.y).max() ?? -.infinity)
    let half = Int((width / edge).rounded(.up))
    let first = (low / edge).rounded(.down)
    return VoxelGrid(
      nx: 2 * half + 1, ny: Int((high / edge).rounded(.up) - first) + 1,
      nz: max(1, Int(((to - from) / edge).rounded(.down)) + 1), spacing: SIMD3(repeating: edge),
      origin: SIMD3(-Double(half) * edge, first * edge, from))
  }
}

extension StudyCourse {
  /// Courses of the strands of all populations, one a strand.
  static func all(of fibres: [StudyFibre]) -> [StudyCourse] {
    struct Strand: Hashable {
      let fibreClass: FibreClass
      let segment: String
      let side: Side
      let strand: Int
    }
    var seen: Set<Strand> = []
    return fibres.compactMap { one in
      let strand = Strand(
        fibreClass: one.fibreClass, segment: one.segment, side: one.side, strand: one.strand)
      guard seen.insert(strand).inserted else { return nil }
      return StudyCourse(fibreClass: one.fibreClass, segment: one.segment, side: one.side, path: one.path)
    }
  }
}
