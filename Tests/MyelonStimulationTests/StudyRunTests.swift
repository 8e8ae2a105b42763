import MyelonFields
import Foundation
import MyelonAnatomy
import Synchronization
import Testing

@testable import MyelonStimulation

/// Whole studies on fields in closed form, so that a run takes a moment.
@Suite("Stimulation studies") struct StudyRunTests {
  @Test func `a study has the same result with any number of threads, and its parts fit together`() throws {
    let study = StudySample.rat()
    let one = try study.run(threads: 1, fields: StudySample.points)
    let two = try study.run(threads: 2, fields: StudySample.points)
    #expect(one == two)
    // Two montages; two roots, two sides, two classes, one rootlet, three diameters; and six paths of dorsal columns a side.
    #expect(one.thresholdCount == 2 * (2 * 2 * 2 * 3 + 2 * 6 * 3))
    #expect(one.montages.map(\.montage.name) == ["monopolar L2", "bipolar S1-/L2+"])
    #expect(one.map.values.count == one.map.grid.count && one.map.values.allSatisfy(\.isFinite))
    for outcome in one.montages {
      #expect(outcome.populations.count == 2 * 2 * 2 + 2)
      for record in outcome.thresholds {
        #expect((record.threshold == nil) == (record.site == nil))
        if let threshold = record.threshold {
          #expect(threshold > 0 && threshold <= study.amplitudes.highest)
        }
      }
    }
    #expect(one.targets.allSatisfy { !one.ranking(of: $0).isEmpty })
  }

  @Test func `a mirror-symmetric electrode reaches both sides alike`() throws {
    let result = try StudySample.rat().run(threads: 2, fields: StudySample.points)
    let outcome = try #require(result.montages.first)
    for left in outcome.populations where left.side == .left {
      let right = outcome.populations.first {
        $0.fibreClass == left.fibreClass && $0.segment == left.segment && $0.side == .right
      }
      let pair = (left.threshold, right?.threshold)
      if case (let a?, let b?) = pair { #expect(abs(a / b - 1) < 0.02, "\(left.title): \(a), \(b)") }
    }
  }

  @Test func `thicker fibres of one rootlet fire first`() throws {
    let result = try StudySample.rat().run(threads: 2, fields: StudySample.points)
    for outcome in result.montages {
      let groups = Dictionary(grouping: outcome.thresholds.filter { $0.fibreClass == .groupI }) {
        "\($0.segment) \($0.side)"
      }
      for group in groups.values {
        let sorted = group.sorted { $0.diameter < $1.diameter }.compactMap(\.threshold)
        #expect((sorted.last ?? 0) <= (sorted.first ?? 0) * 1.05, "\(sorted)")
      }
    }
  }

  @Test func `a contact on one side is more selective for that side`() throws {
    var study = StudySample.rat()
    let model = try study.spine()
    let middle = try study.electrode.array(in: model).contacts[0].position
    let z = model.anatomy.segments.first { $0.name == "L4" }?.rostral ?? 0
    func disc(_ name: String, _ x: Double) -> ElectrodeContact {
      ElectrodeContact(name: name, position: SIMD3(x, middle.y, z), shape: .disc(radius: 0.2))
    }
    study.electrode = StudyElectrode(kind: .custom, contacts: [disc("mid", 0), disc("left", 0.8)])
    study.montages = [.monopolar("mid"), .monopolar("left")]
    study.target = .root("L4", .left)
    let result = try study.run(threads: 2, fields: StudySample.points)
    let ranking = result.ranking(of: "dorsal root L4, left")
    #expect(ranking.first?.montage == "monopolar left")
    #expect((ranking.first?.indexAtHalf ?? 0) > (ranking.last?.indexAtHalf ?? 0) + 0.1)
    #expect(result.map.montage == "monopolar left")
  }

  @Test func `progress rises to the end and a stop ends the study with nothing`() throws {
    let fractions = Mutex<[Double]>([])
    _ = try StudySample.rat().run(
      threads: 1, fields: StudySample.points,
      progress: { step in fractions.withLock { $0.append(step.fraction) } })
    let found = fractions.withLock { $0 }
    #expect(found.count > 3 && zip(found, found.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(abs((found.last ?? 0) - 1) < 1e-9)
    let asked = Mutex(0)
    #expect(throws: StimulationError.stopped) {
      _ = try StudySample.rat().run(
        threads: 1, fields: StudySample.points,
        shouldStop: {
          asked.withLock {
            $0 += 1; return $0 > 3
          }
        })
    }
  }

  @Test func `sampled sets give a band that holds its middle`() throws {
    var study = StudySample.rat()
    study.uncertaintySets = 3
    study.montages = [.monopolar("L2")]
    study.fibres = StudyFibres(segments: ["L4"], sides: [.left], classes: [.groupI], quantiles: 1)
    let result = try study.run(threads: 2, fields: StudySample.points)
    let band = try #require(result.bands.first)
    #expect(band.thresholds.count == 3 && result.uncertaintySets.count == 3)
    #expect((band.low ?? 9) <= (band.central ?? 0) && (band.central ?? 9) <= (band.high ?? 0))
    // Depth of the fluid moves the fibres, so the sets must differ.
    #expect((band.high ?? 0) > (band.low ?? 0) * 1.0001)
  }

  @Test func `spike sites are told by the landmarks of the path`() {
    let path = FibrePath([SIMD3(0, 0, 0), SIMD3(0, 0, 100)])
    let dorsal = RootPath(path: path, surface: 60, dura: 40, foramen: 30)
    let expected: [(Double, SpikeSite)] = [
      (10, .nerve), (29.5, .foramen), (35, .foramen), (40.5, .dura), (50, .rootlet), (60.9, .entryZone),
      (70, .cord),
    ]
    for (distance, site) in expected {
      #expect(SpikeSite(at: distance, internode: 1, landmarks: dorsal) == site, "\(distance)")
    }
    // A ventral root runs the other way.
    let ventral = RootPath(path: path, surface: 10, dura: 40, foramen: 50)
    #expect(SpikeSite(at: 5, internode: 1, landmarks: ventral) == .cord)
    #expect(SpikeSite(at: 20, internode: 1, landmarks: ventral) == .rootlet)
    #expect(SpikeSite(at: 45, internode: 1, landmarks: ventral) == .foramen)
    #expect(SpikeSite(at: 90, internode: 1, landmarks: ventral) == .nerve)
    #expect(SpikeSite(at: 90, internode: 1, landmarks: nil) == .cord)
  }
}
