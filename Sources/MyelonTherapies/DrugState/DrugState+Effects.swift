import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion

extension DrugState {
  /// Multiplies the terms that the drug acts on by `1 + m E`, m being the largest relative change.
  ///
  /// Several drugs combine by multiplication. Block of an adhesion molecule holds back leukocytes that leave whole
  /// vessels, not those that come with blood through torn ones, so an antibody's effect on entry is scaled by
  /// `1 - torn`: this is why it works after a clip and not in a haemorrhagic contusion (Gris et al 2004; Geremia).
  ///
  /// - Parameters:
  ///   - kinetics: the terms, untreated or after other drugs.
  ///   - effect: share of the largest effect.
  ///   - tornEntry: share of leukocyte entry through torn vessels, see `tornEntry(_:)`.
  public func apply(to kinetics: inout LesionKinetics, effect: Double, tornEntry: Double = 0) {
    guard effect > 0 else { return }
    for term in KineticTerm.allCases {
      guard let change = record.effects[term] else { continue }
      let reach = term.isLeukocyteEntry && course.drug == .antiCD11d ? 1 - tornEntry : 1
      term.apply(max(0, 1 + change * effect * reach), to: &kinetics)
    }
  }

  /// Applies the effect of a moment.
  public func apply(to kinetics: inout LesionKinetics, atDay day: Double, tornEntry: Double = 0) {
    apply(to: &kinetics, effect: effect(atDay: day), tornEntry: tornEntry)
  }

  /// Does everything that the drug does to a cord during a step: changes its kinetics and adds its sources.
  ///
  /// - Parameters:
  ///   - model: the cord, its kinetics untreated or after other drugs.
  ///   - from: day after injury on which the step begins.
  ///   - to: day after injury on which it ends.
  public func prepare(_ model: LesionModel, fromDay from: Double, toDay to: Double) {
    let effect = effect(fromDay: from, toDay: to)
    let torn = course.drug == .antiCD11d && effect > 0 ? Self.tornEntry(model) : 0
    apply(to: &model.kinetics, effect: effect, tornEntry: torn)
    addSources(model, fromDay: from, toDay: to)
  }

  /// Share of leukocytes that enter with blood through torn vessels: blood in the tissue, averaged over the cord with
  /// the cytokine that calls leukocytes as weight, at most 1.
  public static func tornEntry(_ model: LesionModel) -> Double {
    let state = model.state
    let half = model.kinetics.inflammation.cytokineHalf
    let cytokine = state.values(.proInflammatoryCytokine)
    let blood = state.values(.haemorrhage)
    var called = 0.0
    var torn = 0.0
    for (index, part) in model.cord.cordFraction.enumerated() where part > 0 && cytokine[index] > 0 {
      let level = cytokine[index] * cytokine[index]
      let weight = Double(part * level / (half * half + level))
      called += weight
      torn += weight * Double(min(blood[index], 1))
    }
    return called > 0 ? torn / called : 0
  }

  /// Immunosuppression by this course on a day after injury, 0 to 1.
  public func immunosuppression(atDay day: Double) -> Double { record.immunosuppression * effect(atDay: day) }

  /// Factor on the growth of neurites on a day after injury; 1 without effect.
  public func neuriteFactor(atDay day: Double) -> Double { 1 + record.neuriteGain * effect(atDay: day) }

  /// Accumulated hazard of a severe infection between two days; the probability is `1 - e^-hazard`.
  public func infectionHazard(fromDay from: Double, toDay to: Double) -> Double {
    guard record.infectionHazard > 0, to > from else { return 0 }
    return record.infectionHazard * (to - from) * effect(fromDay: from, toDay: to)
  }

  /// Probability of a severe infection that this course causes by a day after injury.
  public func infectionRisk(byDay day: Double) -> Double {
    -expm1(-infectionHazard(fromDay: course.day, toDay: day))
  }
}

extension Sequence where Element == DrugState {
  /// Immunosuppression by all courses together on a day after injury: `1 - Π (1 - s)`.
  public func immunosuppression(atDay day: Double) -> Double {
    1 - reduce(1) { $0 * (1 - $1.immunosuppression(atDay: day)) }
  }

  /// Factor on the growth of neurites by all courses together.
  public func neuriteFactor(atDay day: Double) -> Double {
    reduce(1) { $0 * $1.neuriteFactor(atDay: day) }
  }

  /// Probability of a severe infection that all courses together cause by a day; their hazards add.
  public func infectionRisk(byDay day: Double) -> Double {
    -expm1(-reduce(0) { $0 + $1.infectionHazard(fromDay: $1.course.day, toDay: day) })
  }
}
