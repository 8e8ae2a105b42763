import MyelonFields
import MyelonLesion

extension TherapyCourse {
  /// Begins the interventions that are due.
  public func begin(_ model: LesionModel) {
    while begun < due.count, due[begun].second <= model.clock.seconds {
      do {
        try begin(plan.interventions[due[begun].position], on: model)
      } catch {
        if failure == nil { failure = error }
      }
      begun += 1
      model.shortenSteps()
    }
  }

  /// The next beginning, or kink of a release or a drug course, or nil.
  public func nextEvent(after seconds: Int) -> Int? {
    let beginning = begun < due.count ? due[begun].second : nil
    let moment = moments.first { $0 > seconds }
    return [beginning, moment].compactMap { $0 }.filter { $0 > seconds }.min()
  }

  /// Sets kinetics, conditioning fields and sources for the step.
  public func prepare(_ model: LesionModel, hours: Double) {
    let day = model.clock.days
    let end = day + hours / 24
    model.kinetics = untreated
    model.sources.removeAll()
    for field in [TissueField.protection, .repairDrive, .scaffold, .graft] {
      model.state.mutableValues(field).update(repeating: 0)
    }
    for scaffold in scaffolds { scaffold.prepare(model, day: day) }
    for drug in drugs { drug.prepare(model, fromDay: day, toDay: end) }
    rehabilitation.apply(to: &model.kinetics, fromDay: day, toDay: end)
    for release in releases { release.prepare(model, fromDay: day, toDay: end) }
    graft.prepare(model, hours: hours)
  }

  /// Advances grafted cells over the step that has just ended.
  public func finish(_ model: LesionModel, hours: Double) {
    let middle = model.clock.days - hours / 48
    let before = graft.hours
    graft.advance(model, hours: hours, immunosuppression: Float(immunosuppression(onDay: middle)))
    recordDeaths(slots: 0..<graft.agentCount, after: before)
    tracking?.advance(hours: hours, state: model.state)
  }

  private func begin(_ intervention: Intervention, on model: LesionModel) throws(TherapyError) {
    switch intervention {
    case .cells(let transplant):
      let slots = graft.agentCount
      graft.place(transplant, in: model)
      recordDeaths(slots: slots..<graft.agentCount, after: -1)
    case .scaffold(let implant):
      scaffolds.append(
        try Scaffold(implant, in: model, epicentre: context.epicentre, table: context.parameters))
      graft.scaffoldAdhesion = scaffolds.map(\.adhesion).max() ?? 0
      // Cells of the same day are placed where the field says that the scaffold is.
      model.state.mutableValues(.scaffold).update(repeating: 0)
      for scaffold in scaffolds { scaffold.prepare(model, day: model.clock.days) }
    case .release(let plan):
      releases.append(try makeRelease(plan, on: model))
    case .safetySwitch(let activation):
      graft.activateSafetySwitch(transplant: activation.transplant, at: model.clock.hours)
    case .drug, .training, .stimulation:
      // Functions of time alone, made at the start.
      break
    }
  }

  func makeRelease(_ plan: FactorRelease, on model: LesionModel) throws(TherapyError) -> Release {
    var holder: Scaffold?
    if case .scaffold(let name) = plan.origin { holder = scaffolds.first { $0.implant.name == name } }
    let release = try Release(
      plan, scaffold: holder, in: model, epicentre: context.epicentre, table: context.parameters)
    moments = (moments + release.eventDays.map(Self.second)).sorted()
    return release
  }
}
