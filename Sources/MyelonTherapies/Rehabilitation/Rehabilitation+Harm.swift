import Foundation
import MyelonLesion
import MyelonQuantities

extension Rehabilitation {
  /// Day after injury from which training does the lesion no more harm.
  public var harmlessFrom: Double { harmDay + harmFade }

  /// True when training begins so early that it changes the lesion.
  public var doesHarm: Bool { training.contains(where: harms) }

  /// True for training that begins before it is harmless.
  func harms(_ course: TrainingCourse) -> Bool { course.day < harmlessFrom }

  /// False for what never touches the cord's tissue: stimulation, and training that begins when it does no harm.
  ///
  /// Arms that differ only in these then take the same time steps, and their cords agree to the bit.
  func changesCord(_ intervention: Intervention) -> Bool {
    switch intervention {
    case .training(let course): harms(course)
    case .stimulation: false
    default: true
    }
  }

  /// Mean dose of exercise in a fresh lesion between two days, 0 to 1: exercise times how fresh the lesion is.
  public func earlyExercise(fromDay from: Double, toDay to: Double) -> Double {
    guard doesHarm, from < harmlessFrom else { return 0 }
    guard to > from else { return freshness(onDay: from) * exercise(onDay: from) }
    return mean(fromDay: from, toDay: to, weight: { freshTime(until: $1) - freshTime(until: $0) }) {
      exercise(onDay: $0)
    }
  }

  /// Multiplies the terms that early training makes worse by `1 + h E`.
  ///
  /// - Parameters:
  ///   - kinetics: the terms, untreated or after drugs.
  ///   - from: day after injury on which the step begins.
  ///   - to: day on which it ends.
  public func apply(to kinetics: inout LesionKinetics, fromDay from: Double, toDay to: Double) {
    let dose = earlyExercise(fromDay: from, toDay: to)
    guard dose > 0 else { return }
    for (term, change) in harm { term.apply(1 + change * dose, to: &kinetics) }
  }

  /// Days after injury at which a time step should end.
  var eventDays: [Double] {
    let early = training.filter(harms)
    guard !early.isEmpty else { return [] }
    let ends = early.map(\.lastDay).filter { $0 < harmlessFrom }
    return [max(0, harmDay - harmFade), harmlessFrom] + ends
  }

  /// How fresh a lesion is: 1 at first, 0 from `harmlessFrom` on, between them half a cosine.
  func freshness(onDay day: Double) -> Double {
    let phase = (day - (harmDay - harmFade)) / (2 * harmFade)
    return phase <= 0 ? 1 : phase >= 1 ? 0 : 0.5 * (1 + cos(.pi * phase))
  }

  /// Integral of `freshness` from the injury to a day.
  func freshTime(until day: Double) -> Double {
    let start = harmDay - harmFade
    guard day > start else { return day }
    let span = 2 * harmFade
    let phase = min(1, (day - start) / span)
    return start + span * 0.5 * (phase + sin(.pi * phase) / .pi)
  }

  /// What early training makes worse, with its largest relative change.
  static func harm(_ table: ParameterTable) -> [(term: KineticTerm, change: Double)] {
    let cytokine = table["training_harm_cytokine"]
    return [
      (.cytokineFromDamage, cytokine), (.cytokineFromNeutrophils, cytokine),
      (.cytokineFromMacrophages, cytokine), (.oedemaLeak, table["training_harm_oedema"]),
      (.axonOxidation, table["training_harm_axon"]),
    ]
  }
}
