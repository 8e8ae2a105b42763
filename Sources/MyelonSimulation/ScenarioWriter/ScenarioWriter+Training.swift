import MyelonTherapies

extension ScenarioWriter {
  mutating func write(_ course: TrainingCourse) {
    begin(.training, course.kind.rawValue, name: course.name, day: course.day)
    line(4, "minutes-a-day", QuantityText.number(course.minutesPerDay))
    line(4, "days-a-week", "\(course.daysPerWeek)")
    line(4, "weeks", QuantityText.number(course.weeks))
    line(4, "intensity", QuantityText.number(course.intensity))
  }

  mutating func write(_ course: StimulationCourse) {
    begin(.stimulation, course.kind.rawValue, name: course.name, day: course.day)
    line(4, "site", Self.quoted(course.site.name))
    line(4, "frequency", "\(QuantityText.number(course.frequency)) Hz")
    line(4, "amplitude", "\(QuantityText.number(course.amplitude)) mA")
    line(4, "pulse-width", "\(QuantityText.number(course.pulseWidth)) us")
    line(4, "minutes-a-day", course.minutesPerDay.map(QuantityText.number) ?? "continuous")
    line(4, "days-a-week", "\(course.daysPerWeek)")
    line(4, "weeks", QuantityText.number(course.weeks))
    line(4, "on-during-examination", course.isOnDuringExamination ? "yes" : "no")
  }
}
