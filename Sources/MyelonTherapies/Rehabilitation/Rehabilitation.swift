import MyelonAnatomy
import MyelonQuantities
import MyelonStimulation

/// What the training and the stimulation of a protocol amount to at a time: practice of each task, excitability of its
/// circuits, and harm to a fresh lesion.
///
/// Practice is a daily dose averaged over the week. With `x` the minutes of specific, active practice on a day over the
/// minutes of half saturation, the dose of a day is `x / (1 + x)`; several courses on one day add their minutes. Each
/// course trains on the first of its days of the week, so that the mean over a week is
/// `Σₖ D(Σ xᵢ [daysᵢ >= k]) / 7`, which for one course is its dose times days over seven. All of it is a function of
/// time: nothing has to be stored.
public struct Rehabilitation: Sendable {
  /// Training, in the order of the protocol.
  public let training: [TrainingCourse]
  /// Stimulation, in the order of the protocol.
  public let stimulation: [StimulationCourse]

  /// Numbers of a training course: minutes over the half-saturating ones, by task and in all.
  struct Dose: Sendable, Hashable {
    /// Specific and active practice, by `MotorTask.rawValue`.
    let practice: [Double]
    /// Exercise of any kind.
    let exercise: Double
  }

  let doses: [Dose]
  /// What each stimulation course does while it is on.
  public let effects: [StimulationEffect]
  /// Practice gained by the gain of excitability, relative.
  let practiceGain: Double
  /// Middle of the fading of harm by early training, days after injury.
  let harmDay: Double
  /// Half of the time over which that harm fades, d.
  let harmFade: Double
  /// Largest relative change of each term by early training.
  let harm: [(term: KineticTerm, change: Double)]
  /// Days on which a course begins or ends, in order.
  let boundaries: [Double]

  /// Prepares the training and the stimulation of a protocol.
  ///
  /// - Parameters:
  ///   - plan: the protocol; other interventions are passed over.
  ///   - species: who trains.
  ///   - table: holds `TherapyParameters`; nil for the species' own.
  ///   - recruitment: what the electrodes and pulses of every course of stimulation recruit.
  /// - Throws: `TherapyError` when a number, kind or site cannot be, or a course has no recruitment.
  public init(
    _ plan: TreatmentProtocol, species: Species, table: ParameterTable? = nil,
    recruitment: [StimulationSetting: CircuitRecruitment] = [:]
  ) throws(TherapyError) {
    let table = table ?? TherapyParameters.table(for: species)
    var training: [TrainingCourse] = []
    var stimulation: [StimulationCourse] = []
    var effects: [StimulationEffect] = []
    for intervention in plan.interventions where intervention.givesSomething {
      switch intervention {
      case .training(let course):
        try course.validate()
        training.append(course)
      case .stimulation(let course):
        try course.validate(in: species)
        guard let found = recruitment[StimulationSetting(course)] else {
          throw .recruitmentMissing(course: course.name)
        }
        stimulation.append(course)
        effects.append(StimulationEffect(course, found, table))
      default: continue
      }
    }
    self.training = training
    self.stimulation = stimulation
    doses = training.map { Self.dose(of: $0, table) }
    self.effects = effects
    practiceGain = table["stimulation_practice_gain"]
    harmDay = table["training_early_harm"]
    harmFade = table["training_early_harm_fade"]
    harm = Self.harm(table)
    boundaries = (training.flatMap { [$0.day, $0.lastDay] } + stimulation.flatMap { [$0.day, $0.lastDay] })
      .sorted()
  }

  /// True when nobody trains and nothing is stimulated.
  public var isEmpty: Bool { training.isEmpty && stimulation.isEmpty }

  private static func dose(of course: TrainingCourse, _ table: ParameterTable) -> Dose {
    let exercise = course.minutesPerDay * course.intensity / table["training_half_dose"]
    let active = course.kind.activeShare(table)
    return Dose(
      practice: MotorTask.allCases.map { exercise * active * course.kind.share(of: $0, table: table) },
      exercise: exercise)
  }

  /// The mean of a function that is constant between the beginnings and ends of courses.
  ///
  /// - Parameters:
  ///   - from: first day.
  ///   - to: last day; the value at `from` when not later.
  ///   - weight: integral of a weight over a stretch; its length for a plain mean.
  ///   - value: the function, asked inside each stretch.
  /// - Returns: the integral of value and weight over the length.
  func mean(
    fromDay from: Double, toDay to: Double, weight: (Double, Double) -> Double, value: (Double) -> Double
  ) -> Double {
    guard to > from else { return value(from) }
    let kinks = [from] + boundaries.filter { $0 > from && $0 < to } + [to]
    var sum = 0.0
    for (start, end) in zip(kinks, kinks.dropFirst()) where end > start {
      sum += weight(start, end) * value(0.5 * (start + end))
    }
    return sum / (to - from)
  }
}
