import MyelonSimulation
import Testing

@testable import MyelonValidation

@Suite("Readings of a course")
struct CourseTests {
  // y = (t - 4)^2: lowest at 4, highest at the ends.
  private let course = Course(days: [0, 1, 2, 4, 8, 10], values: [16, 9, 4, 0, 16, 36])

  @Test("a mean of one day is interpolated between samples, of a window the mean of its samples")
  func mean() {
    #expect(course.read(.mean, DayWindow(3, 3)) == 2)
    #expect(course.read(.mean, DayWindow(1, 1)) == 9)
    #expect(course.read(.mean, DayWindow(1, 4)) == 13.0 / 3)
    #expect(course.read(.mean, DayWindow(5, 7)) == 4)  // no sample inside: the first day
    #expect(course.read(.mean, DayWindow(11, 11)) == nil)
  }

  @Test("peak, trough and their days lie within the window")
  func extremes() {
    #expect(course.read(.peak, DayWindow(1, 8)) == 16)
    #expect(course.read(.peakDay, DayWindow(1, 8)) == 8)
    #expect(course.read(.trough, DayWindow(0, 10)) == 0)
    #expect(course.read(.troughDay, DayWindow(0, 10)) == 4)
    #expect(course.read(.troughDay, DayWindow(8, 10)) == 8)
  }

  @Test("a change is last less first, and what is reached is a share of the change since injury")
  func changes() {
    #expect(course.read(.change, DayWindow(2, 8)) == 12)
    #expect(course.read(.reached, DayWindow(1, 4)) == 100 * 7.0 / 16)
    #expect(course.read(.reached, DayWindow(4, 4)) == 100)
    #expect(course.read(.reached, DayWindow(1, 8)) == nil)  // nothing has changed by day 8
  }

  @Test("a quotient of columns is in per cent, and fractions become per cent by the row's unit")
  func quotients() {
    var series = SeriesTable(columns: [
      .init("day", "d", "time"), .init("graft_cells", "cells", "cells"),
      .init("graft_neurons", "cells", "neurons"),
      .init("demyelinated", "fraction", "bare axons"),
    ])
    series.append([0, 0, 0, 0])
    series.append([10, 200, 50, 0.25])
    let day = DayWindow(10, 10)
    let share = ValidationSupport.row("graft_neurons", per: "graft_cells", day: day, value: 25)
    #expect(CourseRequest(share, arm: "treated").value(in: series) == 25)
    let bare = ValidationSupport.row("demyelinated", day: day, value: 25, unit: "%")
    #expect(CourseRequest(bare, arm: "treated").value(in: series) == 25)
    let fraction = ValidationSupport.row("demyelinated", day: day, value: 0.25)
    #expect(CourseRequest(fraction, arm: "treated").value(in: series) == 0.25)
    let absent = ValidationSupport.row("BBB", day: day, value: 1)
    #expect(CourseRequest(absent, arm: "treated").value(in: series) == nil)
  }
}
