import Foundation
import MyelonQuantities
import MyelonStatistics

/// How much of an error probability may be spent by the time a share of the information is there.
///
/// For a two-sided test the function is applied to each side with half of the significance level, as rpact and gsDesign do.
public enum SpendingFunction: Sendable, Hashable {
  /// Lan & DeMets' (1983, doi:10.1093/biomet/70.3.659) 2 - 2 Φ(z_{α/2} / √t), close to O'Brien and Fleming's bounds.
  case obrienFleming
  /// Lan & DeMets' α ln(1 + (e - 1) t), close to Pocock's bounds.
  case pocock
  /// Hwang, Shih & DeCani's (1990, doi:10.1002/sim.4780091207) α (1 - e^{-γt}) / (1 - e^{-γ}); γ = 0 gives α t.
  case hwangShihDeCani(Double)
  /// Kim & DeMets' (1987, doi:10.1093/biomet/74.1.149) α t^ρ.
  case kimDeMets(Double)

  /// The error probability spent by a share t of the information.
  ///
  /// - Parameters:
  ///   - total: error probability spent at the end.
  ///   - fraction: share of the information; from 1 on everything is spent.
  /// - Returns: a probability from 0 to `total`.
  public func spent(of total: Double, at fraction: Double) -> Double {
    guard fraction > 0 else { return 0 }
    guard fraction < 1 else { return total }
    switch self {
    case .obrienFleming:
      let z = NormalDistribution.standard.upperQuantile(total / 2)
      return 2 * NormalDistribution.standard.upperTail(z / fraction.squareRoot())
    case .pocock: return total * log(1 + (exp(1) - 1) * fraction)
    case .hwangShihDeCani(let gamma):
      return gamma == 0 ? total * fraction : total * expm1(-gamma * fraction) / expm1(-gamma)
    case .kimDeMets(let power): return total * pow(fraction, power)
    }
  }

  /// What is wrong with the function's parameter; nothing if it can be used.
  func findings(_ cell: String) -> [EfficacyError] {
    switch self {
    case .obrienFleming, .pocock: return []
    case .hwangShihDeCani(let gamma):
      return abs(gamma) <= 40
        ? [] : [.outOfRange(cell: "\(cell), hwangShihDeCani", allowed: "-40 to 40", found: gamma)]
    case .kimDeMets(let power):
      return power > 0 && power <= 50
        ? [] : [.outOfRange(cell: "\(cell), kimDeMets", allowed: "above 0, at most 50", found: power)]
    }
  }

  /// Name with parameter, for tables.
  public var label: String {
    switch self {
    case .obrienFleming: "O'Brien-Fleming-type spending"
    case .pocock: "Pocock-type spending"
    case .hwangShihDeCani(let gamma): "Hwang-Shih-DeCani spending, gamma \(gamma.shortestText)"
    case .kimDeMets(let power): "Kim-DeMets spending, rho \(power.shortestText)"
    }
  }
}

extension SpendingFunction: Codable {
  /// Reads `obrienFleming`, `pocock`, `hwangShihDeCani: -4` or `kimDeMets: 3`.
  public init(from decoder: any Decoder) throws {
    let cell = "spending function"
    let choice = try NamedChoice.decode(decoder, cell: cell)
    switch choice.name {
    case "obrienFleming": self = .obrienFleming
    case "pocock": self = .pocock
    case "hwangShihDeCani":
      self = .hwangShihDeCani(try NamedChoice.value(Double.self, choice, cell: cell))
    case "kimDeMets": self = .kimDeMets(try NamedChoice.value(Double.self, choice, cell: cell))
    default:
      throw EfficacyError.unknownName(
        cell: cell, known: ["obrienFleming", "pocock", "hwangShihDeCani", "kimDeMets"], found: choice.name)
    }
  }

  /// Writes what `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .obrienFleming: try NamedChoice.encode("obrienFleming", encoder)
    case .pocock: try NamedChoice.encode("pocock", encoder)
    case .hwangShihDeCani(let gamma): try NamedChoice.encode("hwangShihDeCani", gamma, encoder)
    case .kimDeMets(let power): try NamedChoice.encode("kimDeMets", power, encoder)
    }
  }
}
