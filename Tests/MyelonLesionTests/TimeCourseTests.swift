import MyelonAnatomy
import MyelonLesion
import Testing

/// When things peak.
///
/// The windows are wider than any recalibration should need and still able to fail; the days that were found
/// stand beside them.
@Suite struct TimeCourseTests {
  struct Peak: Sendable, CustomTestStringConvertible {
    let name: String
    let measure: @Sendable (LesionMeasures) -> Double
    /// Days within which the rat's peak must fall.
    let window: ClosedRange<Double>

    var testDescription: String { name }
  }

  static func macrophages(_ m: LesionMeasures) -> Double { m.inflammatoryMacrophages + m.repairMacrophages }

  static let peaks: [Peak] = [
    // Found: rat day 1.5, person day 3.5.
    Peak(name: "neutrophils", measure: { $0.neutrophils }, window: 0.5...2.5),
    // Found: 7 and 17; the first peak of the rat is published at a week.
    Peak(name: "macrophages", measure: macrophages, window: 4...28),
    // Found: 13 and 35.
    Peak(name: "reactive astrocytes", measure: { $0.reactiveAstrocytes }, window: 5...28),
    // Found: 13 and 35; published at 14 in the rat.
    Peak(name: "proteoglycan", measure: { $0.cspg }, window: 7...45),
    // Found: 10 and 26.
    Peak(name: "myelin debris", measure: { $0.myelinDebris }, window: 3...28),
    // Found: 4.75 and 11.
    Peak(name: "necrosis", measure: { $0.necrosisVolume }, window: 1...14),
    // Found: 0.5 and 1.25; flow hardly differs between 6 h and a day (published: lowest in the first day or two).
    Peak(name: "loss of perfusion", measure: { -$0.perfusionEpicentre }, window: 0.5...4),
  ]

  @Test(arguments: peaks) func theRatPeaksInItsWindow(peak: Peak) throws {
    let day = try TimeCourse.of(.rat).peakDay(peak.measure)
    #expect(peak.window.contains(day), "day \(day)")
  }

  /// The cellular clocks of people are slower by `time_scaling`, 1.5 to 4, so peaks come later, within rounding to
  /// the days that were measured.
  @Test(arguments: peaks) func peoplePeakLaterThanRats(peak: Peak) throws {
    let rat = try TimeCourse.of(.rat).peakDay(peak.measure)
    let human = try TimeCourse.of(.human).peakDay(peak.measure)
    #expect((1.2...5).contains(human / rat), "days \(rat) and \(human)")
  }

  /// Glutamate is set free by the blow and cleared within hours; cytokine follows within a day.
  @Test(arguments: Species.allCases)
  func glutamateThenCytokineComeFirst(species: Species) throws {
    let test = species == .rat ? try TestCord.rat() : try TestCord.human(spacing: 1.5)
    let model = try test.model(species == .rat ? .moderateDrop : .humanBlow)
    let atOnce = LesionMeasures(model)
    #expect(atOnce.peakGlutamate > 50 && atOnce.peakCytokine == 0)
    model.advance(to: 6 * 3600)
    #expect(LesionMeasures(model).peakGlutamate < 0.05 * atOnce.peakGlutamate)
    #expect(try TimeCourse.of(species).peakDay { $0.peakCytokine } <= 1)
  }

  @Test(arguments: Species.allCases)
  func macrophagesFollowNeutrophilsAndStay(species: Species) throws {
    let course = try TimeCourse.of(species)
    let neutrophils = course.peakDay { $0.neutrophils }
    let peak = course.peakDay(Self.macrophages)
    #expect(peak > 2 * neutrophils)
    let highest = course.value(onDay: peak, Self.macrophages)
    let week = species == .rat ? 7.0 : 17.5
    #expect(course.value(onDay: week, Self.macrophages) > 0.5 * highest)
    #expect(course.value(onDay: 120, Self.macrophages) > 0.05 * highest)
    #expect(
      course.value(onDay: 120) { $0.neutrophils } < 0.05 * course.value(onDay: neutrophils) { $0.neutrophils }
    )
  }

  /// Kigerl et al 2009: the pro-repair state is transient.
  @Test func theProRepairShareFallsAfterTheFirstDays() throws {
    let course = try TimeCourse.of(.rat)
    func share(_ m: LesionMeasures) -> Double { m.repairMacrophages / Self.macrophages(m) }
    #expect(course.value(onDay: 14, share) < course.value(onDay: 3, share))
  }

  @Test(arguments: Species.allCases)
  func proteoglycanHasALongTailAndDebrisIsCleared(species: Species) throws {
    let course = try TimeCourse.of(species)
    let proteoglycan = course.values { $0.cspg }
    // Raised for four to eight weeks in the rat (Jones et al 2003).
    let late = course.value(onDay: species == .rat ? 42 : 105) { $0.cspg }
    #expect(late > 0.25 * (proteoglycan.max() ?? 0))
    let debris = course.values { $0.myelinDebris }
    #expect((debris.last ?? 1) < (species == .rat ? 0.4 : 0.75) * (debris.max() ?? 0))
  }

  @Test(arguments: Species.allCases)
  func perfusionFallsAtFirstAndIsRestoredInPart(species: Species) throws {
    let course = try TimeCourse.of(species)
    let day = course.peakDay { -$0.perfusionEpicentre }
    let lowest = course.value(onDay: day) { $0.perfusionEpicentre }
    let late = course.value(onDay: species == .rat ? 21 : 52) { $0.perfusionEpicentre }
    #expect(course.value(onDay: 0.25) { $0.perfusionEpicentre } > lowest)
    #expect(late > lowest + 0.2 * (1 - lowest) && late < 1)
  }

  @Test(arguments: Species.allCases)
  func aCavityOpensLateAndGrowsOnly(species: Species) throws {
    let cavity = try TimeCourse.of(species).values { $0.cavityVolume }
    let days = TimeCourse.usualDays
    #expect(zip(cavity, cavity.dropFirst()).allSatisfy { $1 >= $0 })
    let last = try #require(cavity.last)
    let early = try #require(zip(days, cavity).first { $0.0 >= 2 }?.1)
    let late = try #require(zip(days, cavity).first { $0.0 >= 35 }?.1)
    #expect(last > 0 && early < 0.02 * last && late > 0.2 * last)
  }

  /// Bare axons come first, new myelin after.
  @Test(arguments: Species.allCases)
  func demyelinationComesBeforeRemyelination(species: Species) throws {
    let course = try TimeCourse.of(species)
    func halfDay(_ values: [Double]) -> Double {
      let half = 0.5 * (values.max() ?? 0)
      return zip(course.days, values).first { $0.1 >= half }?.0 ?? .infinity
    }
    let bare = course.values { $0.demyelinatedEpicentre }
    let covered = course.values { $0.remyelinatedEpicentre }
    #expect((bare.max() ?? 0) > 0.01 && (covered.max() ?? 0) > 1e-4)
    #expect(halfDay(bare) < halfDay(covered))
  }
}
