import Foundation
import MyelonQuantities

/// What a graft keeps of one transplant besides its agents.
struct GraftTransplant: Sendable, Codable {
  /// What was planned.
  let plan: CellTransplant
  /// Hours after injury at which it was placed.
  let placed: Double
  /// Cells of the dose that stay elsewhere in the body.
  var remoteCells: Double
  /// The host's response against it.
  var immunity = HostImmunity()
  /// Clones of its residual cells.
  var clones = CloneHazard()
  /// Agents that died in the last step: their remains are antigen too.
  var recentDeaths = 0
  /// Vesicles that have not arrived yet, in level times mm3.
  var vesicles = 0.0
  /// Hours after injury at which the safety switch was turned on.
  var switched: Double?
  /// Hours after injury of the events.
  var events: [GraftEvent.Kind: Double] = [:]

  init(plan: CellTransplant, placed: Double, remoteCells: Double = 0) {
    self.plan = plan
    self.placed = placed
    self.remoteCells = remoteCells
  }

  /// Density, or level of vesicles, of half the paracrine effect; held above zero so that nothing divides by it.
  var paracrineHalf: Double { max(term(.paracrineHalf), 1e-6) }

  /// A term of the product, or 0 where its kind does not give it.
  func term(_ term: CellProductTerm) -> Double {
    plan.product.parameters.parameter(term.rawValue)?.value ?? 0
  }

  /// True for a product without cells.
  var isVesicles: Bool { plan.product.kind == .vesicles }

  /// Volume of a cell, mm3.
  var cellVolume: Double { Double.pi / 6 * pow(term(.cellDiameter) * 1e-3, 3) }

  /// Adhesion of the carrier at a time, 0 to 1.
  func carrierAdhesion(at hours: Double) -> Double {
    guard let carrier = plan.carrier else { return 0 }
    let age = max(0, hours - placed)
    let left = carrier.halfLife > 0 ? pow(0.5, age / (24 * carrier.halfLife)) : 0
    return min(max(carrier.adhesion, 0), 1) * left
  }

  /// Rate at which the host's adaptive response kills a cell, 1/h: the rejection of `GraftHazard.causes`.
  ///
  /// - Parameters:
  ///   - quiet: strength of the response in a cord that no injury has primed, 0 to 1.
  ///   - priming: how far the injury has primed the host, 0 to 1.
  ///   - immunosuppression: share of the response that drugs prevent, 0 to 1.
  /// - Returns: the rate; 0 for a full match.
  func rejectionRate(quiet: Double, priming: Double, immunosuppression: Double) -> Double {
    let foreign = min(max(1 - plan.tissueMatch, 0), 1)
    let attack = immunity.response * (quiet + (1 - quiet) * priming)
    return term(.immuneDeath) * foreign * (1 - min(max(immunosuppression, 0), 1)) * attack
  }

  /// Rate at which the activated safety switch kills, 1/h: its share within a day, nothing afterwards.
  func switchRate(at hours: Double) -> Double {
    guard let switched, hours >= switched, hours < switched + 24 else { return 0 }
    let share = plan.engineering.reduce(0.0) { best, engineered in
      if case .safetySwitch(let killedShare) = engineered { return max(best, killedShare) }
      return best
    }
    // A share of one would be an infinite rate; a part in ten million is less than any dose can tell.
    return -log(1 - min(max(share, 0), 1 - 1e-7)) / 24
  }

  /// Share of the remote effect that is left at a time: an exponential fall of mean `remote_duration`.
  func remoteShare(at hours: Double) -> Double {
    let duration = 24 * term(.remoteDuration)
    return duration > 0 ? exp(-max(0, hours - placed) / duration) : 0
  }
}
