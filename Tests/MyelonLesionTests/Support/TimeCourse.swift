import MyelonAnatomy
import MyelonLesion

/// Measures of one life at many times.
struct TimeCourse: Sendable {
  /// Days of the measures, ascending.
  let days: [Double]
  /// What was measured at each.
  let measures: [LesionMeasures]

  init(_ model: LesionModel, days: [Double]) {
    self.days = days
    measures = days.map { day in
      model.advance(days: day)
      return LesionMeasures(model)
    }
  }

  /// Values of one measure in time.
  func values(_ measure: (LesionMeasures) -> Double) -> [Double] { measures.map(measure) }

  /// Day on which a measure is largest within a range of days.
  func peakDay(in range: ClosedRange<Double> = 0...400, _ measure: (LesionMeasures) -> Double) -> Double {
    zip(days, measures).filter { range.contains($0.0) }.max { measure($0.1) < measure($1.1) }?.0 ?? -1
  }

  /// A measure on the last day at or before a day.
  func value(onDay day: Double, _ measure: (LesionMeasures) -> Double) -> Double {
    zip(days, measures).reversed().first { $0.0 <= day }.map { measure($0.1) } ?? 0
  }

  /// Days that are dense at first, from a quarter of a day to four months.
  static let usualDays: [Double] =
    Array(stride(from: 0.25, to: 5, by: 0.25)) + Array(stride(from: 5.0, to: 30, by: 1))
    + Array(stride(from: 30.0, through: 120, by: 5))

  /// A moderate contusion of the rat.
  static let rat = Result { TimeCourse(try TestCord.rat().model(.moderateDrop), days: usualDays) }
  /// A contusion of a person.
  static let human = Result {
    TimeCourse(try TestCord.human(spacing: 1.5).model(.humanBlow), days: usualDays)
  }

  /// The course of a species.
  static func of(_ species: Species) throws -> TimeCourse {
    try (species == .rat ? rat : human).get()
  }
}
