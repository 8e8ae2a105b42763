import MyelonFields
import Testing

@testable import MyelonStimulation

@Suite("Demyelinated, remyelinated and regenerated fibres")
struct FibreVariantTests {
  private static let healthy = Result { try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 41) }

  private func transit(_ internodes: Int, _ fraction: Double) throws -> Double? {
    let first = 20 - internodes / 2
    let fibre = try Self.healthy.get().demyelinated(first..<first + internodes, lamellaeFraction: fraction)
    let conduction = try FibreConduction(fibre, scheme: .parity(timeStep: 5))
    let propagates = try conduction.propagates(to: 36)
    let transit = try conduction.transit(from: 15, to: 25)
    return propagates ? transit : nil
  }

  @Test(
    "Demyelinated stretches pass and block as in the reference runs", .enabled(if: FibreReference.isPresent))
  func demyelination() throws {
    for row in try FibreReference.rows("demyelination_10um.csv") {
      let found = try transit(Int(row.number("n_internodes_affected")), row.number("lamellae_fraction"))
      #expect((found != nil) == (row["propagates"] == "1"), "\(row)")
      guard let found else { continue }
      #expect(abs(found - 1000 * row.number("transit_ms_node15_to_node25")) <= 10, "\(row): \(found)")
    }
  }

  /// Runs of NEURON 9.0.2: internodes, lamellae left, transit in us or nil for block.
  @Test(
    "A choice of them stands here",
    arguments: [
      (1, 1.0, 220.0), (1, 0.02, 415), (1, 0.01, nil), (3, 0.25, 260), (3, 0.05, 490), (3, 0.03, nil),
      (5, 0.05, 750),
      (5, 0.03, nil),
    ] as [(Int, Double, Double?)])
  func fixedDemyelination(_ internodes: Int, _ fraction: Double, _ expected: Double?) throws {
    let found = try transit(internodes, fraction)
    #expect((found != nil) == (expected != nil))
    if let found, let expected { #expect(abs(found - expected) <= 10) }
  }

  @Test(
    "Loose paranodes delay, bare axolemma blocks, and a few node-like channels in thinly covered axolemma speed"
  )
  func bare() throws {
    let fibre = try Self.healthy.get()
    func transit(_ fibre: NerveFibre) throws -> Double? {
      try FibreConduction(fibre).transit(from: 15, to: 25)
    }
    let tight = try #require(try transit(fibre.demyelinated(19..<22, lamellaeFraction: 0.5)))
    let loose = try #require(
      try transit(fibre.demyelinated(19..<22, lamellaeFraction: 0.5, paranodalGap: 0.02)))
    #expect(loose > tight + 10)
    #expect(try transit(fibre.demyelinated(20..<21, lamellaeFraction: 0)) == nil)
    let inert = try #require(try transit(fibre.demyelinated(20..<21, lamellaeFraction: 0.02)))
    let excitable = try #require(
      try transit(fibre.demyelinated(20..<21, lamellaeFraction: 0.02, channelShare: 0.02)))
    #expect(excitable < inert - 1, "\(excitable) \(inert)")
  }

  @Test("Remyelinated stretches conduct as in the reference runs")
  func remyelination() throws {
    let fibre = try NerveFibre.make(.mrgDiscrete, diameter: 10, nodeCount: 30)
    for (segments, sodium, transit, ratio) in [
      (1, 1.0, 270.0, 0.833), (2, 1, 295, 0.703), (3, 1, 320, 0.608), (3, 0.5, 420, 0.395),
      (5, 1, 375, 0.469),
    ] {
      let repaired = try fibre.remyelinated(12..<17, gRatio: 0.85, segments: segments, sodiumShare: sodium)
      #expect(repaired.internodes[12].lamellae == 47)
      #expect(abs(repaired.length - fibre.length) < 1e-9)
      let found = try #require(
        try FibreConduction(repaired, scheme: .parity(timeStep: 5)).transit(
          from: 9, to: 12 + 5 * segments + 3))
      #expect(abs(found - transit) <= 5)
      let share = 5750 / (found - 6 * 1150 / 51.11) / 51.11
      #expect(abs(share - ratio) < 0.03, "\(segments) \(sodium): \(share)")
    }
  }

  @Test("An edit that changes nothing leaves the fibre as it was")
  func identity() throws {
    let fibre = try Self.healthy.get()
    #expect(try fibre.demyelinated(3..<9, lamellaeFraction: 1) == fibre)
    let same = try fibre.remyelinated(5..<7, gRatio: 0.69, segments: 1)
    #expect(
      abs(same.internodes[5].lamellae - 120) < 1e-9 && abs(same.internodes[5].fibreDiameter - 10) < 1e-12)
    #expect(same.nodes == fibre.nodes)
  }

  @Test("Demyelination lengthens the refractory period of transmission and lowers the frequency followed")
  func refractory() throws {
    let fibre = try Self.healthy.get()
    let intact = try FibreConduction(fibre, scheme: .parity(timeStep: 5))
    let thin = try FibreConduction(
      fibre.demyelinated(19..<22, lamellaeFraction: 0.05), scheme: .parity(timeStep: 5))
    let short = try #require(try intact.refractoryPeriod())
    let long = try #require(try thin.refractoryPeriod())
    #expect(long > 1.5 * short, "\(short) \(long)")
    #expect((400...1500).contains(short))
    let high = try #require(try intact.followingFrequency())
    let low = try #require(try thin.followingFrequency())
    #expect(low < 0.7 * high, "\(high) \(low)")
    // Two spikes at the refractory period arrive; a little sooner one is lost.
    #expect(try thin.arrivals(pulses: 2, period: long + 20) == 2)
    #expect(try thin.arrivals(pulses: 2, period: long - 20) == 1)
    let blocked = try FibreConduction(
      fibre.demyelinated(19..<22, lamellaeFraction: 0.01), scheme: .parity(timeStep: 5))
    #expect(try blocked.refractoryPeriod() == nil)
    #expect(try blocked.followingFrequency() == nil)
    #expect(throws: FibreError.noSpike(node: 30)) { try blocked.velocity() }
  }

  @Test("Warmth blocks a thinly myelinated stretch that conducts when cool")
  func warmth() throws {
    var fibre = try Self.healthy.get().demyelinated(18..<23, lamellaeFraction: 0.045)
    func propagates(_ temperature: Double) throws -> Bool {
      fibre.temperature = temperature
      return try FibreConduction(fibre, scheme: .parity(timeStep: 5)).propagates(to: 36)
    }
    #expect(try propagates(33))
    #expect(try !propagates(41))
  }

  @Test("Regrown axons conduct slowly: without myelin slowest, with thin myelin slower than with healthy")
  func regenerated() throws {
    let bare = try NerveFibre.regenerated(axonDiameter: 0.8, gRatio: nil, length: 4)
    let thin = try NerveFibre.regenerated(axonDiameter: 0.8, gRatio: 0.85, length: 4)
    let healthy = try NerveFibre.make(.smallMyelinated, diameter: (0.8 + 0.024) / 0.553, length: 4)
    #expect(!bare.isMyelinated && thin.isMyelinated)
    #expect(abs(thin.internodes[0].gRatio - 0.85) < 1e-9)
    let velocities = try [bare, thin, healthy].map { try FibreConduction($0).velocity() }
    #expect(velocities[0] < 1 && velocities[0] > 0.2)
    #expect(velocities[0] < velocities[1] && velocities[1] < velocities[2], "\(velocities)")
    #expect(throws: FibreError.self) { try NerveFibre.regenerated(axonDiameter: 0.3, gRatio: 0.8, length: 4) }
  }
}
