import Foundation

/// Why a fibre could not be made or a stimulus could not be given to it.
public enum FibreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The diameter lies outside what the model was built for, um.
  case diameterOutOfRange(model: FibreModel, found: Double, allowed: ClosedRange<Double>)
  /// The discrete model has no such diameter, um.
  case diameterNotTabulated(found: Double, nearest: Double)
  /// The fibre has fewer nodes than are needed.
  case tooFewNodes(found: Int, required: Int)
  /// A length, share or other number of the fibre cannot be.
  case impossibleMorphology(quantity: String, found: Double, unit: String, required: String)
  /// The temperature lies outside what the rates were fitted for, degrees Celsius.
  case temperatureOutOfRange(found: Double, allowed: ClosedRange<Double>)
  /// There must be one potential a compartment.
  case potentialsMismatch(found: Int, required: Int)
  /// A potential is not a finite number.
  case potentialNotFinite(compartment: Int, found: Double)
  /// A phase of the waveform has a negative or infinite duration, us, or a level that is not finite.
  case phaseImpossible(phase: Int, duration: Double, level: Double)
  /// The waveform is without current.
  case waveformEmpty
  /// One pulse lasts longer than the time from pulse to pulse, us.
  case pulseLongerThanPeriod(pulse: Double, period: Double)
  /// A train needs a period and at least one pulse.
  case trainImpossible(pulses: Int, period: Double?)
  /// The time step, tolerance, limit or another setting of the computation cannot be.
  case settingOutOfRange(name: String, found: Double, unit: String, required: String)
  /// An internode or node was named that the fibre does not have.
  case internodesOutOfRange(found: Range<Int>, available: Int)
  /// No spike arose up to the limit, mA.
  case noThreshold(limit: Double)
  /// The spike that a conduction measurement needs did not arrive at a node.
  case noSpike(node: Int)

  /// A sentence with what is required, what was found and what to do.
  public var description: String {
    switch self {
    case .diameterOutOfRange(let model, let found, let allowed):
      return
        "A fibre of the model \(model.rawValue) must be \(Self.text(allowed.lowerBound)) to "
        + "\(Self.text(allowed.upperBound)) um thick; found \(Self.text(found)) um. "
        + "Choose such a diameter or another model."
    case .diameterNotTabulated(let found, let nearest):
      return
        "The discrete model has only the diameters of its table; found \(Self.text(found)) um. "
        + "Use \(Self.text(nearest)) um, or the interpolated model."
    case .tooFewNodes(let found, let required):
      return
        "The fibre needs at least \(required) nodes; found \(found). Make it longer or thinner."
    case .impossibleMorphology(let quantity, let found, let unit, let required):
      return
        "The \(quantity) must be \(required); found \(Self.text(found, unit)). Correct the fibre's record."
    case .temperatureOutOfRange(let found, let allowed):
      return
        "The temperature must be \(Self.text(allowed.lowerBound)) to \(Self.text(allowed.upperBound)) degrees "
        + "Celsius; found \(Self.text(found)). The rates hold nowhere else."
    case .potentialsMismatch(let found, let required):
      return
        "There must be one potential for each of the \(required) compartments; found \(found). "
        + "Sample the field at `NerveFibre.centres`."
    case .potentialNotFinite(let compartment, let found):
      return
        "Potentials must be finite; found \(found) mV/mA at compartment \(compartment). "
        + "Move the contact off the fibre or correct the field."
    case .phaseImpossible(let phase, let duration, let level):
      return
        "Phases must have a finite duration of 0 us or more and a finite level; found \(Self.text(duration)) us "
        + "and \(level) in phase \(phase + 1). Correct the waveform."
    case .waveformEmpty:
      return "The waveform must carry current in some phase; found none. Give a phase a duration and a level."
    case .pulseLongerThanPeriod(let pulse, let period):
      return
        "A pulse must end before the next begins; found \(Self.text(pulse)) us in a period of "
        + "\(Self.text(period)) us. Shorten the pulse or lower the frequency."
    case .trainImpossible(let pulses, let period):
      return
        "A train needs at least one pulse and a positive period; found \(pulses) pulses and "
        + "\(period.map { Self.text($0) + " us" } ?? "no period"). Set both."
    case .settingOutOfRange(let name, let found, let unit, let required):
      return "The \(name) must be \(required); found \(Self.text(found, unit)). Change the setting."
    case .internodesOutOfRange(let found, let available):
      return
        "Internodes must lie in 0 to \(available - 1) and be at least one; found \(found.lowerBound) up to, not "
        + "including, \(found.upperBound). Choose others."
    case .noThreshold(let limit):
      return
        "A spike must arise below the limit; found none up to \(Self.text(limit)) mA. Raise the limit, lengthen "
        + "the pulse or bring the contact nearer."
    case .noSpike(let node):
      return
        "The spike must arrive at node \(node); found none there. Use a longer observation, a stronger clamp or "
        + "a fibre that conducts."
    }
  }

  private static func text(_ value: Double, _ unit: String = "") -> String {
    String(format: "%.6g", value) + (unit.isEmpty ? "" : " " + unit)
  }
}
