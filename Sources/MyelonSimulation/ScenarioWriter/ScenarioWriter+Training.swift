import MyelonQuantities
import MyelonTherapies

extension ScenarioWriter {
  mutating func write(_ course: TrainingCourse) {
    begin(.training, course.kind.rawValue, name: course.name, day: course.day)
    line(4, "minutes-a-day", course.minutesPerDay.shortestText)
    line(4, "days-a-week", "\(course.daysPerWeek)")
    line(4, "weeks", course.weeks.shortestText)
    line(4, "intensity", course.intensity.shortestText)
  }

  mutating func write(_ course: StimulationCourse) {
    begin(.stimulation, course.kind.rawValue, name: course.name, day: course.day)
    line(4, "site", Self.quoted(course.site.name))
    line(4, "frequency", "\(course.frequency.shortestText) Hz")
    line(4, "amplitude", "\(course.amplitude.shortestText) mA")
    line(4, "pulse-width", "\(course.pulseWidth.shortestText) us")
    line(4, "minutes-a-day", course.minutesPerDay.map(\.shortestText) ?? "continuous")
    line(4, "days-a-week", "\(course.daysPerWeek)")
    line(4, "weeks", course.weeks.shortestText)
    line(4, "on-during-examination", course.isOnDuringExamination ? "yes" : "no")
  }
}
