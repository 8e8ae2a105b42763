import MyelonTherapies

extension InterventionText {
  /// A kind of training as a reader knows it.
  static func words(_ kind: TrainingKind) -> String {
    switch kind {
    case .treadmill: "step training on a treadmill, stepping by own effort"
    case .automatedTreadmill: "automated treadmill that moves the legs"
    case .overground: "walking over ground towards a goal"
    case .reaching: "reaching and grasping"
    case .general: "general exercise"
    case .forelimb: "exercise of the arms without skill"
    }
  }

  /// What a kind of training practises.
  static func tasks(_ kind: TrainingKind) -> String {
    switch kind {
    case .treadmill, .overground: "practises stepping"
    case .automatedTreadmill: "moves the legs; little or no practice by own will"
    case .reaching: "practises reaching"
    case .general: "practises stepping in part"
    case .forelimb: "practises reaching in part"
    }
  }

  /// Dose of training.
  static func amount(_ course: TrainingCourse) -> String {
    let effort = course.intensity == 1 ? "" : ", effort \(NumberText.percent(course.intensity)) of the usual"
    return "\(NumberText.short(course.minutesPerDay)) min a day, \(days(course.daysPerWeek)), "
      + "\(weeks(course.weeks))\(effort)"
  }

  /// Settings of stimulation.
  static func words(_ course: StimulationCourse) -> String {
    let electrodes =
      switch course.kind {
      case .epidural: "epidural electrodes"
      case .transcutaneous: "electrodes on the skin"
      }
    let examined =
      course.isOnDuringExamination ? "on during examinations" : "switched off for examinations"
    return "\(electrodes), \(NumberText.short(course.frequency)) Hz, "
      + "\(NumberText.short(course.amplitude)) mA, pulses of \(NumberText.short(course.pulseWidth)) µs"
      + "<br><small>\(examined)</small>"
  }

  /// Dose of stimulation.
  static func amount(_ course: StimulationCourse) -> String {
    let daily = course.minutesPerDay.map { "\(NumberText.short($0)) min a day" } ?? "day and night"
    return "\(daily), \(days(course.daysPerWeek)), \(weeks(course.weeks))"
  }

  /// Where electrodes lie.
  static func place(_ site: StimulationSite) -> String {
    switch site {
    case .cervical: "cervical enlargement (arms)"
    case .lumbosacral: "lumbosacral enlargement (legs)"
    case .segment(let segment): "over segment \(Markup.escape(segment))"
    }
  }

  private static func days(_ count: Int) -> String {
    count == 7 ? "every day" : "\(count) day\(count == 1 ? "" : "s") a week"
  }

  private static func weeks(_ count: Double) -> String {
    "\(NumberText.short(count)) week\(count == 1 ? "" : "s")"
  }
}
