import ISNCSCI
import MyelonAnatomy
import MyelonQuantities
import MyelonRecovery
import MyelonTestSupport
import Testing

/// Independence from an examination, age and time.
@Suite struct SCIMExpectationTests {
  private let expectation = SCIMExpectation(RecoveryParameters.table(for: .human))

  private func score(_ examination: Examination, age: Double = 30, days: Double = 365) throws -> SCIM {
    try expectation.score(of: examination, age: age, days: days)
  }

  /// A complete injury: normal to the level, whose own muscle is at grade 4; a trace one segment below.
  private func complete(_ level: SpinalLevel) throws -> Examination {
    func grade(_ at: SpinalLevel, _ full: Int) -> Int {
      let below = Int(at.rawValue) - Int(level.rawValue)
      return below > 1 ? 0 : below == 1 ? 1 : below == 0 && full == 5 ? 4 : full
    }
    let motor = SpinalLevel.keyMuscles.map { grade($0, 5) }
    let sense = SpinalLevel.dermatomes.map { grade($0, 2) }
    return try Examination(
      motor: [motor, motor], lightTouch: [sense, sense], pinPrick: [sense, sense],
      voluntaryAnalContraction: false, deepAnalPressure: false)
  }

  /// An incomplete injury at C5: grades below it alike.
  private func incomplete(_ motorGrade: Int) throws -> Examination {
    let motor = SpinalLevel.keyMuscles.map { $0 == .c5 ? 5 : motorGrade }
    let sense = SpinalLevel.dermatomes.map { $0 <= .c5 ? 2 : 1 }
    return try Examination(
      motor: [motor, motor], lightTouch: [sense, sense], pinPrick: [sense, sense],
      voluntaryAnalContraction: true, deepAnalPressure: true)
  }

  private func random(_ generator: inout SeededGenerator) throws -> Examination {
    func side(_ count: Int, _ full: Int) -> [Int] {
      (0..<count).map { _ in Int.random(in: 0...full, using: &generator) }
    }
    return try Examination(
      motor: [side(10, 5), side(10, 5)], lightTouch: [side(28, 2), side(28, 2)],
      pinPrick: [side(28, 2), side(28, 2)],
      voluntaryAnalContraction: Bool.random(using: &generator),
      deepAnalPressure: Bool.random(using: &generator))
  }

  @Test func anIntactBodyIsIndependentAtAnyTimeAndAge() throws {
    for days in [0, 1, 30, 365, 3650] as [Double] {
      for age in [0, 20, 40, 90] as [Double] {
        #expect(try score(.normal, age: age, days: days) == .independent)
      }
    }
  }

  /// A better grade anywhere never lowers an item, at any age and time.
  @Test func aBetterGradeNeverLowersAnItem() throws {
    var generator = SeededGenerator(seed: 11)
    var rises = 0
    for _ in 0..<400 {
      let examination = try random(&generator)
      let (age, days) = (generator.number(in: 0...95), generator.number(in: 0...700))
      let before = try score(examination, age: age, days: days)
      for _ in 0..<12 {
        var better = examination
        let side = Bool.random(using: &generator) ? ISNCSCI.Side.right : .left
        let modality = try #require(Modality.allCases.randomElement(using: &generator))
        let level = try #require(modality.levels.randomElement(using: &generator))
        let grade = try #require(examination[side][modality, level]?.grade)
        switch Int.random(in: 0...9, using: &generator) {
        case 0: better.voluntaryAnalContraction = .yes
        case 1: better.deepAnalPressure = .yes
        default: try better[side].set(modality, level, to: Score(min(grade + 1, modality.normalGrade)))
        }
        let after = try score(better, age: age, days: days)
        for item in SCIMItem.allCases {
          #expect(after[item] >= before[item], "\(item) after \(side) \(modality) \(level)")
        }
        if after.total > before.total { rises += 1 }
      }
    }
    // The property is not kept by a score that never moves.
    #expect(rises > 200)
  }

  /// Totals a year after complete injury, near the recalled ones that set the mapping (NH42: no table was in hand).
  @Test(
    arguments: [
      (SpinalLevel.c4, 15...25), (.c5, 22...36), (.c6, 26...40), (.c7, 42...56), (.c8, 44...58),
      (.t4, 58...70),
      (.t10, 60...70),
    ] as [(SpinalLevel, ClosedRange<Int>)])
  func completeInjuriesReachTheRecalledTotals(level: SpinalLevel, range: ClosedRange<Int>) throws {
    let score = try score(complete(level))
    #expect(range.contains(score.total), "\(level): \(score.total)")
    #expect(score.walking == .none)
  }

  @Test func totalsRiseWithTheLevelOfACompleteInjury() throws {
    let levels: [SpinalLevel] = [.c2, .c3, .c4, .c5, .c6, .c7, .c8, .t4, .t10]
    let totals = try levels.map { try score(complete($0)).total }
    #expect(zip(totals, totals.dropFirst()).allSatisfy(<), "\(totals)")
    // In low paraplegia the arms do it all: no difference is asked for.
    #expect(try score(complete(.l1)).total >= totals[totals.count - 1])
    #expect(try score(complete(.c2))[.respiration] < 4 && score(complete(.c4))[.respiration] == 6)
  }

  @Test func usefulLegsWalkAndUselessOnesRide() throws {
    let strong = try score(incomplete(4))
    #expect((70...100).contains(strong.total) && strong.walking == .community, "\(strong.total)")
    #expect(try score(incomplete(3)).walking >= .household)
    #expect(try score(incomplete(1)).walking == .none)
    #expect(try score(incomplete(1)).total < score(incomplete(3)).total)
  }

  /// NH22: C4 to C7, complete; two motor levels regained give clearly more self-care (NH83: 3.3 points matter).
  @Test(arguments: [(SpinalLevel.c4, SpinalLevel.c5, SpinalLevel.c6), (.c5, .c6, .c7), (.c6, .c7, .c8)])
  func twoMotorLevelsRegainedAreWorthMoreThanOne(from: SpinalLevel, one: SpinalLevel, two: SpinalLevel) throws
  {
    func selfCare(_ level: SpinalLevel) throws -> Int { try score(complete(level)).subscore(.selfCare) }
    let (start, after, afterTwo) = (try selfCare(from), try selfCare(one), try selfCare(two))
    #expect(afterTwo - start >= 4 && afterTwo - after >= 2, "\(start), \(after), \(afterTwo)")
  }

  /// NH51: from the same muscles older people reach less.
  @Test func olderPeopleReachLessFromTheSameMuscles() throws {
    for level in [SpinalLevel.c6, .c8, .t4, .t10] {
      let examination = try complete(level)
      let totals = try [30, 45, 60, 75, 90].map { try score(examination, age: $0).total }
      #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 >= $1 }, "\(level): \(totals)")
      #expect(totals[3] <= totals[0] - 3, "\(level): \(totals)")
    }
  }

  /// NH40: with the same muscles paraplegia gains all year, also from 6 to 12 months; tetraplegia hardly then.
  @Test func independenceIsLearned() throws {
    let days: [Double] = [0, 30, 90, 182, 365, 730]
    let paraplegia = try days.map { try score(complete(.t10), days: $0).total }
    let tetraplegia = try days.map { try score(complete(.c5), days: $0).total }
    for totals in [paraplegia, tetraplegia] {
      #expect(zip(totals, totals.dropFirst()).allSatisfy(<=), "\(totals)")
    }
    #expect(paraplegia[1] < paraplegia[2] && paraplegia[2] < paraplegia[3] && paraplegia[3] < paraplegia[4])
    #expect((20...40).contains(paraplegia[1]), "\(paraplegia)")
    #expect(
      paraplegia[4] - paraplegia[3] > tetraplegia[4] - tetraplegia[3], "\(paraplegia), \(tetraplegia)")
    #expect(paraplegia[5] - paraplegia[4] <= 2)
  }

  @Test func whatCannotBeScoredIsRefused() throws {
    var examination = Examination.normal
    try examination.left.set(.lightTouch, .t5, to: .notTestable)
    #expect(throws: SCIMError.notTestable(count: 1)) { try score(examination) }
    #expect(throws: SCIMError.invalidAge(-1)) { try score(.normal, age: -1) }
    #expect(throws: SCIMError.invalidDays(.infinity)) { try score(.normal, days: .infinity) }
  }
}
