import MyelonAnatomy
import MyelonLesion
import MyelonSimulation

/// A number of a scenario, besides the model's parameters, that may differ between members: of the injury or the subject.
///
/// A number of the injury acts on the scenario's common injury; arms with an injury of their own keep it.
public enum ScenarioVariable: String, Sendable, Hashable, CaseIterable {
  /// Height of a weight drop, mm.
  case height = "injury.height"
  /// Mass of the dropped weight, g.
  case mass = "injury.mass"
  /// Peak force of an impact, kdyn, or closing force of a clip, gf.
  case force = "injury.force"
  /// Time for which a clip stays closed, h.
  case duration = "injury.duration"
  /// Peak compression, fraction of the anteroposterior diameter.
  case peakCompression = "injury.peak_compression"
  /// Residual compression, fraction of the anteroposterior diameter.
  case residualCompression = "injury.residual_compression"
  /// Time from injury to decompression, h.
  case decompression = "injury.decompression"
  /// Width of the gap of a cut, mm.
  case gap = "injury.gap"
  /// Depth of a dorsal section, fraction of the anteroposterior diameter.
  case cutDepth = "injury.cut_depth"
  /// Offset to one side, -1 (right) to +1 (left).
  case laterality = "injury.laterality"
  /// Offset from -1 (ventral) to +1 (dorsal).
  case depth = "injury.depth"
  /// Struck length, mm.
  case length = "injury.length"
  /// Distance of the epicentre caudal to the middle of its segment, mm.
  case offset = "injury.offset"
  /// Age at injury, years.
  case age = "subject.age"
  /// How much the blow does to the subject, 1 in the typical one.
  case susceptibility = "subject.susceptibility"

  /// Unit of its values, empty for a pure number.
  public func unit(in scenario: Scenario) -> String {
    switch self {
    case .height, .gap, .length, .offset: "mm"
    case .mass: "g"
    case .force: if case .clip = scenario.injury.mechanism { "gf" } else { "kdyn" }
    case .duration, .decompression: "h"
    case .peakCompression, .residualCompression, .cutDepth: "fraction"
    case .laterality, .depth: "half-diameters"
    case .age: "years"
    case .susceptibility: "of typical"
    }
  }

  /// What it means, in one sentence.
  public var meaning: String {
    switch self {
    case .height: "height of the weight drop"
    case .mass: "mass of the dropped weight"
    case .force: "peak force of the impact, or closing force of the clip"
    case .duration: "time for which the clip stays closed"
    case .peakCompression: "peak compression of the anteroposterior diameter"
    case .residualCompression: "compression of the anteroposterior diameter that stays; at most the peak"
    case .decompression: "time from injury to decompression"
    case .gap: "width of the gap that the cut leaves"
    case .cutDepth: "depth of the section from the dorsal surface, of the anteroposterior diameter"
    case .laterality: "offset of the epicentre, right (-1) to left (+1)"
    case .depth: "offset of the epicentre, ventral (-1) to dorsal (+1)"
    case .length: "length over which the cord was struck"
    case .offset: "distance of the epicentre caudal to the middle of its segment"
    case .age: "age at injury"
    case .susceptibility: "how much the blow does to the subject, of the typical one"
    }
  }

  /// What its values must lie in.
  public func limit(in scenario: Scenario) -> ClosedRange<Double> {
    let limit: ScenarioLimit =
      switch self {
      case .height: .height
      case .mass: .mass
      case .force: if case .clip = scenario.injury.mechanism { .closingForce } else { .force }
      case .duration: .clipDuration
      case .peakCompression: .peakCompression
      case .residualCompression: .residualCompression
      case .decompression: .decompression
      case .gap: .gap
      case .cutDepth: .cutDepth
      case .laterality, .depth: .offset
      case .length: .struckLength
      case .offset: .epicentreOffset
      case .susceptibility: .susceptibility
      case .age: scenario.subject.species == .human ? .humanAge : .ratAge
      }
    // Where zero itself is excluded, the smallest number above it is allowed.
    let lowest = limit.range.lowerBound
    return (limit.excludesLowest ? lowest.nextUp : lowest)...limit.range.upperBound
  }
}
