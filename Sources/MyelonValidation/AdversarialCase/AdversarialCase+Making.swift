import MyelonAnatomy
import MyelonLesion
import MyelonSimulation
import MyelonTherapies

extension AdversarialCase {
  /// Every treatment of some studies put to a check, each once.
  ///
  /// - Parameters:
  ///   - check: zero dose, intact cord or transection; the others compare no treatments and have no cases.
  ///   - studies: published experiments.
  /// - Returns: cases in the order of studies and arms.
  public static func cases(_ check: AdversarialCheck, of studies: [ValidationStudy]) -> [AdversarialCase] {
    var found: [AdversarialCase] = []
    var seen: Set<TreatmentProtocol> = []
    for study in studies {
      guard let scenario = study.scenario else { continue }
      for arm in scenario.arms {
        guard let changed = changed(scenario, arm, check), let therapies = changed.arms.last?.therapies,
          seen.insert(therapies).inserted
        else { continue }
        found.append(
          AdversarialCase(
            check: check, subject: "\(study.id): \(arm.name)", scenario: changed, path: study.path))
      }
    }
    return found
  }

  /// The scenario with an untreated arm and the treated one; nil where the check says nothing of the arm.
  private static func changed(
    _ scenario: Scenario, _ arm: Scenario.Arm, _ check: AdversarialCheck
  ) -> Scenario? {
    var (changed, treated) = (scenario, arm)
    let injury: Injury?
    switch check {
    case .zeroDose:
      treated.therapies = treated.therapies.withoutDoses
      injury = arm.injury
    case .intactCord:
      guard !treated.therapies.replacesCord else { return nil }
      injury = none(of: arm.injury ?? scenario.injury, scenario.subject.species)
    case .transection:
      guard !treated.therapies.bridges else { return nil }
      var cut = arm.injury ?? scenario.injury
      cut.mechanism = .transection(gap: transectionGap)
      injury = cut
    case .failedInPeople, .refinement: return nil
    }
    guard !treated.therapies.isEmpty else { return nil }
    treated.injury = injury
    treated.name = "treated"
    let untreated = Scenario.Arm(name: "untreated", injury: injury)
    if let injury { changed.injury = injury }
    changed.arms = [untreated, treated]
    return changed
  }

  /// Gap of a transection, mm: that of a clean cut.
  private static let transectionGap = 0.5

  /// The injury without any force.
  private static func none(of injury: Injury, _ species: Scenario.Species) -> Injury {
    var changed = injury
    changed.mechanism =
      species == .human ? .contusion(peakCompression: 0) : .weightDrop(height: 0, mass: 10)
    changed.laterality = 0
    return changed
  }
}

extension TreatmentProtocol {
  /// The protocol with every dose, amount and minute zero; materials, which have no dose, are left out with what they hold
  /// put beside them.
  var withoutDoses: TreatmentProtocol {
    var own = self
    for intervention in interventions {
      if case .scaffold(let scaffold) = intervention { own = own.without(scaffold.name) }
    }
    return TreatmentProtocol(
      own.interventions.compactMap { intervention in
        switch intervention {
        case .cells(var cells):
          cells.dose = 0
          return .cells(cells)
        case .release(var release):
          release.amount = 0
          return .release(release)
        case .drug(var course):
          course.dose = 0
          return .drug(course)
        case .training(var course):
          course.minutesPerDay = 0
          return .training(course)
        case .stimulation(var course):
          course.amplitude = 0
          return .stimulation(course)
        case .safetySwitch, .scaffold: return nil
        }
      })
  }

  /// Whether a block of material takes the place of cord: in an intact one that is an injury of its own.
  var replacesCord: Bool {
    interventions.contains { intervention in
      if case .scaffold(let scaffold) = intervention, case .block = scaffold.placement { true } else { false }
    }
  }

  /// Whether cells or a material are put into the lesion, so that axons may find a way across.
  var bridges: Bool {
    interventions.contains { intervention in
      switch intervention {
      case .scaffold: true
      case .cells(let cells): cells.route == .intraparenchymal && cells.product.kind != .vesicles
      case .release, .drug, .safetySwitch, .training, .stimulation: false
      }
    }
  }
}
