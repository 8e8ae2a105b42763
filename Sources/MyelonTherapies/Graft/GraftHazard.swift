import Foundation

/// Rates of one transplant that hold in the whole cord during a step.
struct GraftHazard {
  private let record: GraftTransplant
  private let numbers: GraftNumbers
  /// Terms of the product, 1/h.
  private let hypoxic: Double
  private let oxidative: Double
  private let cytokine: Double
  private let basal: Double
  private let rejection: Double
  private let safetySwitch: Double
  private let anchorage: Double
  /// Share of the step that lies within a day of the injection.
  private let firstDay: Double
  private let loss: Double
  private let carrier: Double
  private let scaffold: Double
  private let division: Double
  private let hours: Double
  /// What does not depend on the place.
  let draws: GraftDraws

  init(
    _ record: GraftTransplant, numbers: GraftNumbers, begin: Double, hours: Double, immunosuppression: Double,
    priming: Double,
    scaffoldAdhesion: Double
  ) {
    self.record = record
    self.numbers = numbers
    self.hours = hours
    hypoxic = record.term(.hypoxicDeath)
    oxidative = record.term(.oxidativeDeath)
    cytokine = record.term(.cytokineDeath)
    basal = record.term(.basalDeath)
    rejection = record.rejectionRate(
      quiet: numbers.rejectionQuiet, priming: priming, immunosuppression: immunosuppression)
    anchorage = numbers.anchorageDeath * exp(-max(0, begin - record.placed) / numbers.ownMatrix)
    safetySwitch = record.switchRate(during: begin, hours: hours)
    firstDay = Self.overlap(from: record.placed, length: 24, begin: begin, hours: hours)
    loss = min(max(record.term(.injectionLoss), 0), 1)
    carrier = record.carrierAdhesion(at: begin)
    scaffold = min(max(scaffoldAdhesion, 0), 1)
    division = record.term(.division) * record.term(.proliferatingShare)
    draws = GraftDraws(record, hours: hours)
  }

  /// Share of a step that lies in a span of time.
  static func overlap(from start: Double, length: Double, begin: Double, hours: Double) -> Double {
    guard hours > 0 else { return 0 }
    return max(0, min(begin + hours, start + length) - max(begin, start)) / hours
  }

  /// Hazards by cause, 1/h, in the order of `GraftCondition`.
  ///
  /// With adhesion `a = 1 - (1 - carrier)(1 - α_V V)`, shelter `h = 1 - σ_m a`, factors `f = 1 - σ_T s_T` and exposure
  /// `e = h f (1 - p)`:
  ///
  /// - injection, first day only: `-ln(1 - injection_loss (1 - a)) / 24 h`
  /// - hypoxia: `hypoxic_death s_i h`; oxidation: `oxidative_death s_o e`
  /// - cytokine: `cytokine_death s_c e`; macrophages: `cytokine_death γ_M M₁⁴ / (K_M⁴ + M₁⁴) e`
  /// - rejection: `immune_death (1 - match) (1 - immunosuppression) S₄ (ε_r + (1 - ε_r) P)`
  /// - crowding: `d_K (N - 1)+`, with N the sum over transplants of density over carrying density, never below N = 1
  /// - basal: `basal_death f`; safety switch: `-ln(1 - killed) / 24 h` for a day
  /// - anchorage: `d_E (1 - E)² (1 - a) exp(-age / τ_E)`, with the basal matrix E and the age of the transplant
  func causes(_ here: GraftSurroundings, crowd: Double, into rates: UnsafeMutablePointer<Double>) {
    let adhesion = 1 - (1 - carrier) * (1 - scaffold * here.scaffold)
    let shelter = 1 - numbers.matrixShelter * adhesion
    let supported = 1 - numbers.trophicSupport * here.trophic
    let exposed = shelter * supported * (1 - here.protection)
    rates[0] = -log(1 - min(loss * (1 - adhesion), 1 - 1e-7)) / 24 * firstDay
    rates[1] = hypoxic * here.ischaemia * shelter
    rates[2] = oxidative * here.oxidation * exposed
    rates[3] = cytokine * here.cytokine * exposed
    rates[4] = cytokine * numbers.macrophageKill * here.macrophages * exposed
    rates[5] = rejection
    rates[6] = crowd > 1 ? min(numbers.crowdingDeath * (crowd - 1), log(crowd) / hours) : 0
    rates[7] = basal * supported
    rates[8] = safetySwitch
    rates[9] = anchorage * here.bareness * here.bareness * (1 - adhesion)
  }

  /// Chance that a progenitor divides in the step.
  ///
  /// `exp(b dt) - 1` makes the mean of the population exact; the room that is left, `(1 - N) / N`, bounds it. Cells
  /// without supply do not divide.
  func divisionChance(_ here: GraftSurroundings, crowd: Double) -> Double {
    guard crowd < 1 else { return 0 }
    let rate = division * (1 - crowd) * (1 - here.ischaemia)
    return min(exp(rate * hours) - 1, crowd > 0 ? (1 - crowd) / crowd : 1)
  }

  /// Sub-steps that keep the chances of a step small.
  static func substeps(_ record: GraftTransplant, hours: Double) -> Int {
    let days = record.term(.differentiationTime)
    let choosing = days > 0 ? 0.7 / (24 * days) : 0
    let fastest = max(record.term(.division) * record.term(.proliferatingShare), choosing)
    return Int(min(max((fastest * hours / 0.4).rounded(.up), 1), 100))
  }
}

extension GraftTransplant {
  /// Mean rate over a step at which the safety switch kills, 1/h.
  func switchRate(during begin: Double, hours: Double) -> Double {
    guard let switched else { return 0 }
    return switchRate(at: switched)
      * GraftHazard.overlap(from: switched, length: 24, begin: begin, hours: hours)
  }
}
