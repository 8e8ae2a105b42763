import MyelonAnatomy
import MyelonLesion
import Testing

/// The same bits, whatever the threads, the neighbours in the process, or a stop on the way.
@Suite struct DeterminismTests {
  private func test(_ species: Species) throws -> (TestCord, InjuryMechanism) {
    switch species {
    case .rat: (try TestCord.rat(spacing: 0.25, reach: 4), .moderateDrop)
    case .human:
      (
        try TestCord.human(spacing: 1.5, reach: 20),
        .compression(peakCompression: 0.5, residualCompression: 0.3, decompression: 5)
      )
    }
  }

  @Test(arguments: Species.allCases)
  func anyNumberOfThreadsGivesTheSameBits(species: Species) throws {
    let (cord, mechanism) = try test(species)
    let models = try [1, 2, 3].map { try cord.model(mechanism, threads: $0) }
    for model in models { model.advance(days: 2) }
    #expect(models[0].clock == models[1].clock && models[0].clock == models[2].clock)
    #expect(models[0].bits == models[1].bits)
    #expect(models[0].bits == models[2].bits)
    #expect(LesionMeasures(models[0]) == LesionMeasures(models[2]))
  }

  @Test func twoModelsInOneProcessDoNotDisturbEachOther() throws {
    let (cord, mechanism) = try test(.rat)
    let alone = try cord.model(mechanism)
    alone.advance(days: 1)
    let first = try cord.model(mechanism)
    let second = try cord.model(.transection(gap: 1))
    for hour in 1...24 {
      first.advance(to: hour * 3600)
      second.advance(to: hour * 5000)
    }
    // The stops of `first` cut its steps, so its twin makes the same stops alone.
    let stopped = try cord.model(mechanism)
    for hour in 1...24 { stopped.advance(to: hour * 3600) }
    #expect(first.bits == stopped.bits)
    let again = try cord.model(mechanism)
    again.advance(days: 1)
    #expect(again.bits == alone.bits)
  }

  @Test func cordsInParallelTasksEqualCordsInSequence() async throws {
    let (cord, mechanism) = try test(.rat)
    func life() throws -> [UInt32] {
      let model = try cord.model(mechanism, threads: 2)
      model.advance(days: 0.5)
      return model.bits
    }
    let expected = try life()
    try await withThrowingTaskGroup(of: [UInt32].self) { group in
      for _ in 0..<3 { group.addTask { try life() } }
      for try await bits in group { #expect(bits == expected) }
    }
  }

  @Test(arguments: Species.allCases, [0.3, 3])
  func aRestoredCordContinuesWithTheSameBits(species: Species, day: Double) throws {
    let (cord, mechanism) = try test(species)
    let end = Int(day * 2 * 86_400)
    let uninterrupted = try cord.model(mechanism)
    var clock = uninterrupted.clock
    var bytes: [UInt8] = []
    // The checkpoint is taken between two steps of the ladder, not at a stop that would cut a step.
    let reached = uninterrupted.advance(to: end) { now in
      if bytes.isEmpty, now.days >= day {
        clock = now
        bytes = uninterrupted.withCheckpointParts { $0.flatMap { Array($0) } }
      }
      return true
    }
    #expect(reached && !bytes.isEmpty && clock.seconds < end)
    #expect(bytes.count == uninterrupted.checkpointByteCount)

    let restored = try cord.model(mechanism)
    // A life of its own first, so that nothing hidden can be left from the start.
    restored.advance(days: 0.1)
    try bytes.withUnsafeBytes { try restored.restore(clock: clock, bytes: $0) }
    restored.advance(to: end)
    #expect(restored.clock == uninterrupted.clock)
    #expect(restored.bits == uninterrupted.bits)
  }

  @Test func aSteppedAdvanceStopsWhenAskedAndCountsSteps() throws {
    let (cord, mechanism) = try test(.rat)
    let model = try cord.model(mechanism)
    var calls = 0
    let reached = model.advance(to: 86_400) { _ in
      calls += 1
      return calls < 7
    }
    #expect(!reached && calls == 7 && model.clock.steps == 7)
    #expect(model.advance(to: 86_400) { _ in true })
    #expect(model.clock.seconds == 86_400)
  }
}
