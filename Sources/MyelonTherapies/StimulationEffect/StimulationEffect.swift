import MyelonAnatomy
import MyelonQuantities
import MyelonStimulation

/// What a course of stimulation does to the circuits of its task while it is on.
///
/// Stimulation acts through the large afferents of the dorsal roots, which excite motor circuits across a synapse
/// (Capogrosso et al 2013); the stronger their barrage, the stronger the circuits answer to whatever else reaches them:
///
/// `g = 1 + G a F (1 - κ c) (1 - m)`
///
/// - `a` recruited share of the group I afferents of the task's segments, from the field and the fibre model;
/// - `m` recruited share of its motor axons: a motor axon that fires with every pulse follows the pulse and not the cord;
/// - `c = min(1, (2 ℓ / v + τ) f)` share of natural afferent spikes that meet a pulse's spike running the other way (a spike
///   launched up to one transit before or after the pulse does; Formento et al 2018), κ the part of the gain that rests on them;
/// - `F` the window of useful frequencies.
public struct StimulationEffect: Sendable, Hashable, Codable {
  /// Name of the course.
  public let course: String
  /// Share of each class of fibres that fires with every pulse.
  public let firing: [FibreClass: Double]
  /// Share of natural afferent spikes that a pulse's spike meets, 0 to 1.
  public let collision: Double
  /// Fold gain of the circuits while the stimulator is on, 1 or more.
  public let gain: Double

  /// Share of descending axons, spared or regrown, whichever fire more readily, that fire with every pulse.
  ///
  /// An axon so driven is as active as one in constant use, which counts for learning outside sessions.
  public var drivenDescending: Double { max(firing[.corticospinal] ?? 0, firing[.regenerated] ?? 0) }

  /// Works out the effect of a course.
  ///
  /// - Parameters:
  ///   - course: the plan.
  ///   - recruitment: what its electrodes and pulses recruit.
  ///   - table: holds `TherapyParameters` of the species.
  public init(_ course: StimulationCourse, _ recruitment: CircuitRecruitment, _ table: ParameterTable) {
    self.course = course.name
    let firing = Dictionary(
      uniqueKeysWithValues: FibreClass.allCases.map {
        ($0, recruitment.share(of: $0, at: course.amplitude))
      })
    self.firing = firing
    let transit =
      table[course.site.task == .reaching ? "afferent_length_arm" : "afferent_length_leg"]
      / table["afferent_velocity"]
    collision = min(1, (2 * transit + table["afferent_refractory"] / 1000) * course.frequency)
    let below = min(1, course.frequency / table["stimulation_lowest_frequency"])
    let above = min(1, table["stimulation_highest_frequency"] / course.frequency)
    let window = below * below * above * above
    let natural = 1 - table["stimulation_natural_share"] * collision
    let free = 1 - (firing[.alphaMotor] ?? 0)
    gain = 1 + table["stimulation_gain"] * (firing[.groupI] ?? 0) * window * natural * free
  }
}
