import MyelonAnatomy
import MyelonFields
import MyelonStimulation
import Testing

@testable import MyelonTherapies

/// What the electrodes of a simulated course recruit, beside published orders and ranges, in coarse cells.
@Suite("Recruitment by the electrodes of a course") struct StimulationRecruitmentTests {
  private func thresholds(
    _ setting: StimulationSetting, _ species: Species, _ change: (inout StimulationStudy) -> Void = { _ in }
  ) throws -> (FibreClass) -> [Double] {
    var study = try setting.study(in: .standard(species))
    change(&study)
    let records = try study.run(threads: 2).montages[0].thresholds
    return { fibre in records.filter { $0.fibreClass == fibre }.map { $0.threshold ?? .infinity } }
  }

  private static func setting(
    _ kind: StimulationKind, _ site: StimulationSite, width: Double
  ) -> StimulationSetting {
    StimulationSetting(
      StimulationCourse(
        name: "x", day: 1, kind: kind, site: site, frequency: 30, amplitude: 1, pulseWidth: width,
        minutesPerDay: 60, weeks: 1))
  }

  @Test(
    "Epidural electrodes reach group I afferents before dorsal columns and motor axons, at clinical amplitudes"
  )
  func epidural() throws {
    let found = try thresholds(Self.setting(.epidural, .lumbosacral, width: 300), .human)
    let afferents = try #require(found(.groupI).min())
    // Human motor thresholds are about 1 to 6 mA at 200 to 450 us (recalled).
    #expect((0.7...6).contains(afferents))
    #expect(afferents < (found(.dorsalColumn).min() ?? 0))
    #expect((found(.dorsalColumn).min() ?? 0) < (found(.alphaMotor).min() ?? 0))
    #expect(found(.regenerated).allSatisfy { $0 > 5 * afferents })
  }

  @Test("More fluid behind the cord raises the thresholds of afferents (He et al 1994)")
  func fluid() throws {
    let setting = Self.setting(.epidural, .segment("L3"), width: 300)
    func least(_ depth: Double) throws -> Double {
      let found = try thresholds(setting, .human) { study in
        study.parameters["csf_dorsal_T12"] = depth
        study.fibres.classes = [.groupI]
        study.fibres.segments = ["L3"]
      }
      return found(.groupI).min() ?? 0
    }
    let (thin, usual, thick) = (try least(1.6), try least(2.9), try least(4.4))
    #expect(thin < usual && usual < thick)
  }

  @Test(
    "Through the skin: dorsal roots before ventral roots before dorsal columns, 2.2 to 4.5 times the first (Danner et al 2011)"
  )
  func transcutaneous() throws {
    let found = try thresholds(Self.setting(.transcutaneous, .lumbosacral, width: 1000), .human)
    let afferents = try #require(found(.groupI).min())
    let motor = try #require(found(.alphaMotor).min())
    let columns = try #require(found(.dorsalColumn).min())
    #expect(afferents < motor && motor < columns)
    #expect((2.2...4.5).contains(columns / afferents))
    // Posterior root-muscle reflexes at 25 to 60 mA and 1 ms (recalled).
    #expect((15...60).contains(afferents))
  }

  @Test(
    "A rat's afferents need tens to hundreds of microamperes, its motor axons several times more (Capogrosso et al 2013)"
  )
  func rat() throws {
    let found = try thresholds(Self.setting(.epidural, .segment("L2"), width: 200), .rat)
    let afferents = try #require(found(.groupI).min())
    #expect((0.02...0.5).contains(afferents))
    #expect((found(.alphaMotor).min() ?? 0) > 3 * afferents)
    #expect(afferents < (found(.groupII).min() ?? 0))
  }

  @Test("Recruitment rises with the amplitude and is the same for one and two threads")
  func curves() throws {
    let setting = Self.setting(.epidural, .segment("L2"), width: 200)
    let one = try setting.recruitment(in: .standard(.rat), executor: SlabExecutor(threads: 1))
    #expect(try setting.recruitment(in: .standard(.rat), executor: SlabExecutor(threads: 2)) == one)
    let shares = [0.01, 0.1, 0.15, 0.3, 1, 5].map { one.share(of: .groupI, at: $0) }
    #expect(shares.first == 0 && abs((shares.last ?? 0) - 1) < 1e-9)
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("Pulses of other width move the recruitment: shorter ones need more", arguments: [100.0, 500])
  func width(other: Double) throws {
    let cord = CordAnatomy.standard(.rat)
    func half(_ width: Double) throws -> Double {
      let found = try Self.setting(.epidural, .segment("L2"), width: width).recruitment(
        in: cord, executor: SlabExecutor(threads: 2))
      return try #require(found.curves[.groupI]?.amplitude(for: 0.5))
    }
    #expect((try half(other) > half(200)) == (other < 200))
  }
}
