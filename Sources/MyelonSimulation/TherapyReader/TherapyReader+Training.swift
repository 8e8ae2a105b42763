import MyelonAnatomy
import MyelonQuantities
import MyelonTherapies

extension TherapyReader {
  /// Reads a course of training.
  func training(_ section: ScenarioSection) -> TrainingCourse? {
    let kind = section.required("training")?.choice(TrainingKind.self)
    let name = kind.flatMap { self.name(section, usual: "\($0.rawValue) training") }
    let day = day(section)
    let minutes = section.required("minutes-a-day")?.number(.trainingMinutes)
    let days = daysPerWeek(section.required("days-a-week"))
    let weeks = section.required("weeks")?.number(.courseWeeks)
    var intensity: Double? = 1
    if let value = section["intensity"] {
      intensity = value.quantity(as: .fraction, in: "fraction", .trainingIntensity)
    }
    guard let kind, let name, let day, let minutes, let days, let weeks, let intensity else { return nil }
    return TrainingCourse(
      name: name, day: day, kind: kind, minutesPerDay: minutes, daysPerWeek: days, weeks: weeks,
      intensity: intensity)
  }

  /// Reads a course of stimulation.
  func stimulation(_ section: ScenarioSection) -> StimulationCourse? {
    // A file without a readable species has its finding already.
    let species = subject?.species ?? .human
    let kind = section.required("stimulation").flatMap { self.kind($0, in: species) }
    let name = kind.flatMap { self.name(section, usual: "\($0.rawValue) stimulation") }
    let day = day(section)
    let site = section.required("site", "an enlargement or one of its segments")
      .flatMap { self.site($0, in: species) }
    let frequency = section.required("frequency", "such as 40 Hz")?
      .quantity(as: .frequency, in: "Hz", .stimulationFrequency)
    let amplitude = amplitude(section.required("amplitude", "such as 1 mA"), of: kind, in: species)
    let width = pulseWidth(section.required("pulse-width", "such as 200 us"), of: kind)
    let minutes = stimulationMinutes(section.required("minutes-a-day", "or continuous"))
    let days = section.has("days-a-week") ? daysPerWeek(section["days-a-week"]) : 7
    let weeks = section.required("weeks")?.number(.courseWeeks)
    let isOn = section["on-during-examination"].map { $0.flag() } ?? false
    guard let kind, let name, let day, let site, let frequency, let amplitude, let width, let minutes,
      let days,
      let weeks, let isOn
    else { return nil }
    return StimulationCourse(
      name: name, day: day, kind: kind, site: site, frequency: frequency, amplitude: amplitude,
      pulseWidth: width, minutesPerDay: minutes.isContinuous ? nil : minutes.number, daysPerWeek: days,
      weeks: weeks, isOnDuringExamination: isOn)
  }

  /// Whole days in a week.
  private func daysPerWeek(_ value: ScenarioValue?) -> Int? {
    guard let value, let number = value.number(.daysPerWeek) else { return nil }
    guard number == number.rounded() else {
      value.add(
        .wrongType, "a whole number of days is required", found: ShownText.quoted(value.scalarText),
        allowed: ScenarioLimit.daysPerWeek.text)
      return nil
    }
    return Int(number)
  }

  /// Minutes of a day, or all of it.
  private func stimulationMinutes(_ value: ScenarioValue?) -> (isContinuous: Bool, number: Double)? {
    guard let value else { return nil }
    if value.scalarText == "continuous" { return (true, 0) }
    if ScenarioValue.number(in: value.scalarText) == nil,
      let nearest = SuggestedName.of(value.scalarText, in: ["continuous"])
    {
      value.add(
        .unknownName, "minutes a day are required, or continuous", found: ShownText.quoted(value.scalarText),
        allowed: "\(ScenarioLimit.stimulationMinutes.text), or continuous", nearest: nearest)
      return nil
    }
    return value.number(.stimulationMinutes).map { (false, $0) }
  }

  private func kind(_ value: ScenarioValue, in species: Species) -> StimulationKind? {
    guard let kind = value.choice(StimulationKind.self) else { return nil }
    let kinds = StimulationKind.kinds(in: species)
    guard !kinds.contains(kind) else { return kind }
    value.add(
      .impossible, "no numbers are known of this kind of stimulation in a \(species.rawValue)",
      found: ShownText.quoted(kind.rawValue), allowed: kinds.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  private func site(_ value: ScenarioValue, in species: Species) -> StimulationSite? {
    guard let (text, _) = value.scalar("a site of stimulation") else { return nil }
    let names = StimulationSite.names(in: species)
    if names.contains(text) { return StimulationSite(name: text) }
    // A segment of the trunk is a segment all the same; it has no near name, but a reason.
    guard !CordLevels.names(of: species).contains(text) else {
      value.add(
        .impossible, "the circuits of no task lie there; segments of the cord are meant, not vertebrae",
        found: ShownText.quoted(text), allowed: names.joined(separator: ", "))
      return nil
    }
    return value.word(of: names, "an enlargement or one of its segments").map(StimulationSite.init)
  }

  private func amplitude(_ value: ScenarioValue?, of kind: StimulationKind?, in species: Species) -> Double? {
    // Without a kind no range can be named; the kind has its own finding.
    guard let kind else { return value?.quantity(as: .current)?.workingValue }
    return value?.quantity(as: .current, in: "mA", .stimulationAmplitude(kind, in: species))
  }

  private func pulseWidth(_ value: ScenarioValue?, of kind: StimulationKind?) -> Double? {
    guard let kind else { return value?.quantity(as: .pulseWidth)?.workingValue }
    return value?.quantity(as: .pulseWidth, in: "us", .pulseWidth(kind))
  }
}
