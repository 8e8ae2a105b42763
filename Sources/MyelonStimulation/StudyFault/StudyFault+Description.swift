import Foundation
import MyelonQuantities

extension StudyFault: CustomStringConvertible {
  /// A sentence that says what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .electrode(let error): error.description
    case .domain(let error): error.description
    case .parameter(_, let error): error.description
    case .unknownContact, .sameMontage, .montageWithoutCurrent, .sharesOff: montageText
    case .chargeUnbalanced, .pulseLongerThanPeriod, .amplitudesEmpty, .unsafe: currentText
    default: settingText
    }
  }

  private var montageText: String {
    switch self {
    case .unknownContact(_, let name, let known):
      "A montage must name contacts of the array (\(Self.list(known))); found '\(name)'"
        + "\(Self.hint(name, known)). Correct the name."
    case .sameMontage(_, let name):
      "Montages need different names; found '\(name)' twice. Rename one."
    case .montageWithoutCurrent(_, let name):
      "A montage must send current through a contact; '\(name)' gives all a share of 0. Give a cathode -1."
    case .sharesOff(_, let name, let cathodes, let anodes):
      "Shares must add up to -1 over the cathodes or to 1 over the anodes, and to no more than that over the others, so "
        + "that the amplitude is the stimulator's current; those of '\(name)' add up to \(Self.number(cathodes)) and "
        + "\(Self.number(anodes)). Scale them."
    default: ""
    }
  }

  private var currentText: String {
    switch self {
    case .chargeUnbalanced(let imbalance, let allowed):
      "A pulse must take back its charge to within \(Self.number(100 * allowed)) % (unbalanced charge corrodes contacts and harms "
        + "tissue); this one leaves \(Self.number(100 * imbalance)) %. Choose a biphasic kind, or write "
        + "'allow-unbalanced: yes'."
    case .pulseLongerThanPeriod(let pulse, let period):
      "A pulse must end before the next begins; found \(Self.number(pulse)) us with all its phases in a period of "
        + "\(Self.number(period)) us. Shorten the pulse or lower the rate."
    case .amplitudesEmpty(let lowest, let highest):
      "Amplitudes must rise from above 0 mA; found \(Self.number(lowest)) to \(Self.number(highest)) mA. Give a lower first or a "
        + "higher last amplitude."
    case .unsafe(
      let montage, let contact, let quantity, let found, let limit, let unit, let amplitude, let largest):
      "The \(quantity) must not exceed \(Self.number(limit))\(Self.space(unit)); contact '\(contact)' of montage '\(montage)' comes to "
        + "\(Self.number(found))\(Self.space(unit)) at \(Self.number(amplitude)) mA. Keep the amplitude within "
        + "\(Self.number(largest)) mA, shorten the pulse, or write 'accept-unsafe: yes' to compute it all the same."
    default: ""
    }
  }

  private var settingText: String {
    switch self {
    case .settingOutOfRange(let field, let found, let unit, let required):
      "'\(field)' must be \(required); found \(Self.number(found))\(Self.space(unit)). Change it."
    case .resolutionTooCoarse(let found, let allowed):
      "Cells round the cord may have edges of at most \(Self.number(allowed)) mm, or the fluid behind the cord would not be resolved; "
        + "found \(Self.number(found)) mm. Take a finer resolution."
    case .conductivityNotPositive(let id, let found):
      "A conductivity must be above 0 S/m; found \(Self.number(found)) for '\(id)'. Correct it."
    case .unknownRoot(_, let name, let known):
      "A segment of this species is required (\(Self.list(known))); found '\(name)'\(Self.hint(name, known)). Correct the name."
    case .unknownMuscle(let name, let known):
      "A muscle with a motor pool is required (\(Self.list(known))); found '\(name)'\(Self.hint(name, known)). Correct the name."
    case .targetNotComputed(let target, let required, let found):
      "The target '\(target)' needs the roots \(Self.list(required)) on its side, its afferents or motor axons among the classes; computed are "
        + "\(Self.list(found)). Add them under 'fibres'."
    case .nothingToCompute(let field):
      "'\(field)' must name at least one; found none. Add one."
    default: ""
    }
  }

  private static func hint(_ name: String, _ known: [String]) -> String {
    NearestName.of(name, in: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func space(_ unit: String) -> String { unit.isEmpty ? "" : " \(unit)" }

  private static func number(_ value: Double) -> String { String(format: "%.4g", value) }
}
