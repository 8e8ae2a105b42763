import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonRegrowth
import MyelonSimulation
import MyelonTestSupport

/// Gives arms of a made-up run a record of regrown axons.
///
/// Nothing is simulated; the numbers and lines only have the form of regrowth, so that the page can be made and seen.
struct SampleRegrowth {
  /// How well axons of an arm grow and connect, 0 to 1, by the arm's place; nil leaves the record out.
  var vigour: [Double?]
  /// Whether anything that connects carries drive.
  var isUseful = true
  /// Name of a node, to see what becomes of markup in it.
  var node = "graft 'cells' left"
  /// Lines of the sample an arm at full vigour.
  var sample = 600

  static let distances = [0.0, 0.5, 1, 2, 3, 5, 8, 12]

  /// The run's record with records of regrowth in its arms.
  func added(to run: RunRecord) -> RunRecord {
    let arms = run.arms.enumerated().map { index, arm -> ArmRecord in
      guard index < vigour.count, let own = vigour[index] else { return arm }
      return ArmRecord(
        name: arm.name, slug: arm.slug, injury: arm.injury, epicentre: arm.epicentre, series: arm.series,
        visits: arm.visits, volumes: arm.volumes, published: arm.published, therapy: arm.therapy,
        regrowth: record(own, of: arm, in: run))
    }
    return RunRecord(
      version: run.version, scenario: run.scenario, scenarioPath: run.scenarioPath,
      parameters: run.parameters,
      grid: run.grid, segments: run.segments, anatomySource: run.anatomySource, arms: arms,
      timings: run.timings,
      steps: run.steps)
  }

  /// The record of one arm.
  func record(_ vigour: Double, of arm: ArmRecord, in run: RunRecord) -> RegrowthRecord {
    let days = arm.visits.map(\.day)
    return RegrowthRecord(
      visits: days.map { summary(vigour, day: $0, last: days.last ?? 1) },
      contributions: days.map { contribution(vigour, day: $0, last: days.last ?? 1) },
      axons: vigour > 0 ? lines(vigour, of: arm, in: run) : [],
      files: [
        RegrowthRecord.File.axons: "\(arm.slug)/axons.tck",
        RegrowthRecord.File.weights: "\(arm.slug)/axons.txt",
        RegrowthRecord.File.connections: "\(arm.slug)/connections.graphml",
      ])
  }

  private func summary(_ vigour: Double, day: Double, last: Double) -> RegrowthSummary {
    var summary = RegrowthSummary(day: day, distances: Self.distances)
    let time = day / last
    let cut = [52_000.0, 3_100, 21_500, 84_000, 61_000, 18_000]
    for type in NeuronType.allCases {
      let isGraft = type == .graft
      guard !isGraft || vigour > 0.3 else { continue }
      var population = RegrowthSummary.Population(neuron: type.name, distances: Self.distances.count)
      let own = isGraft ? 46_000 : cut[Int(type.rawValue)]
      let ease = [0.15, 0.4, 0.5, 0.9, 0.6, 0.4, 1][Int(type.rawValue)] * vigour
      population.axonsPerAgent = 12
      population.cut = own
      population.sprouted = (own * 0.4 * ease * time.squareRoot()).rounded()
      population.growing = (population.sprouted * 0.22).rounded()
      population.arrested = (population.sprouted * 0.45).rounded()
      population.trapped = (population.sprouted * 0.08).rounded()
      population.retracting = (population.sprouted * 0.05).rounded()
      population.connectedToHost = (population.sprouted * 0.12 * ease).rounded()
      population.connectedToGraft = isGraft ? 0 : (population.sprouted * 0.08 * vigour).rounded()
      population.left = (population.sprouted * 0.01).rounded()
      population.withdrawn = (own * 0.1 * ease * time).rounded()
      let reach = (0.4 + 5 * ease) * time
      func count(_ distance: Double) -> Double {
        (population.sprouted * 0.5 * exp(-distance / max(reach, 0.01))).rounded()
      }
      population.beyond = Self.distances.map(count)
      if isGraft { population.beyondRostrally = Self.distances.map { (0.7 * count($0)).rounded() } }
      population.meanLength = reach
      population.longest = 4 * reach
      population.firstArrival = ease > 0.2 && time > 0.2 ? 24.5 + Double(type.rawValue) : nil
      population.myelinated = 0.3 * time
      summary.populations.append(population)
    }
    summary.axonsPerChannel = vigour > 0.6 ? 37 : nil
    summary.agents = Int(6000 * vigour)
    summary.allodyniaRisk = 0.061 * vigour * time
    summary.spasticityRisk = 0.084 * vigour * time
    guard vigour > 0.3, isUseful, time > 0.2 else { return summary }
    summary.paths = [
      .init(
        nodes: ["corticospinal left", node, "motor pool C7 left"], transmission: 0.043 * vigour, delay: 21.4),
      .init(
        nodes: [
          "reticulospinal right", "interneurons C3 right", "interneurons C7 right", "motor pool C8 right",
        ],
        transmission: 0.021, delay: 27.9),
      .init(nodes: ["raphespinal left", "motor pool C6 left"], transmission: 0.0042, delay: 18),
    ]
    return summary
  }

  private func contribution(_ vigour: Double, day: Double, last: Double) -> RegrowthRecord.Contribution {
    let time = day / last
    let gain = isUseful && vigour > 0.3 ? vigour * time : 0
    return .init(
      day: day,
      shares: [
        "spared": 0.22 - 0.02 * time, "remyelinated": 0.05 * time, "regenerated": 0.012 * gain,
        "detoured": 0.035 * gain, "relayed": 0.06 * gain,
      ])
  }

  /// Wandering lines that begin rostral of the epicentre (afferents and half of the grafted ones caudal).
  private func lines(_ vigour: Double, of arm: ArmRecord, in run: RunRecord) -> [AxonLine] {
    var generator = SeededGenerator(seed: 17)
    let grid = run.grid
    let half = SIMD3(Double(grid.nx), Double(grid.ny), 0) * grid.spacing / 2 * 0.62
    let length = Double(grid.nz) * grid.spacing.z
    return (0..<Int(Double(sample) * vigour)).map { _ in
      let draw = generator.number(in: 0...1)
      let type: NeuronType =
        draw < 0.1
        ? .corticospinal
        : draw < 0.15
          ? .rubrospinal
          : draw < 0.3
            ? .brainstem
            : draw < 0.6 ? .propriospinal : draw < 0.75 ? .primaryAfferent : draw < 0.8 ? .projection : .graft
      let isUp =
        type == .primaryAfferent || type == .projection
        || (type == .graft && generator.number(in: 0...1) < 0.5)
      let angle = generator.number(in: 0...6.283)
      let radius = generator.number(in: 0...1).squareRoot()
      let start =
        type == .graft ? generator.number(in: -0.05...0.05) : -0.08 - 0.05 * generator.number(in: 0...1)
      var place = SIMD3(
        half.x * radius * cos(angle), half.y * radius * sin(angle),
        arm.epicentre + (isUp && type != .graft ? -start : start) * length)
      var heading = SIMD2(0.0, 0.0)
      var path = [SIMD3<Float>(place)]
      let steps = Int(generator.number(in: 6...120) * (0.3 + 0.7 * vigour))
      for _ in 0..<steps {
        heading =
          heading * 0.92
          + SIMD2(generator.number(in: -0.16...0.16), generator.number(in: -0.16...0.16))
        place += SIMD3(heading.x, heading.y, isUp ? -1 : 1) * length / 500
        let out =
          (place.x / half.x / 1.3) * (place.x / half.x / 1.3) + (place.y / half.y / 1.3)
          * (place.y / half.y / 1.3)
        if out > 1 {
          place.x /= out.squareRoot()
          place.y /= out.squareRoot()
        }
        path.append(SIMD3<Float>(place))
      }
      let end = generator.number(in: 0...1)
      let state: AxonLine.State =
        end < 0.25
        ? .growing : end < 0.6 ? .arrested : end < 0.7 ? .trapped : end < 0.75 ? .retracting : .connected
      return AxonLine(neuron: type, state: state, axons: 12, path: path)
    }
  }
}
