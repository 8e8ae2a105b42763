import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

extension RunPlan {
  /// Where the anatomy comes from, in words for the record.
  public var anatomySource: String {
    if let anatomyDirectory { return "PAM50 template read from \(anatomyDirectory)" }
    return "parametric \(anatomy.species.rawValue) cord"
  }

  /// Position of an injury's epicentre: the middle of its segment and the offset from it, mm from the rostral end of C1.
  public func epicentre(of injury: Injury) throws -> Double {
    min(max(0, try anatomy.position(ofSegment: injury.level) + injury.offset), anatomy.length)
  }

  /// Rostral and caudal end of the window that an injury needs, mm.
  ///
  /// On each side of the epicentre: half of the struck length, three and a half standard deviations of the strain
  /// beyond it (a five-hundredth of its peak), and a margin for what spreads. The margin is four anteroposterior
  /// diameters, assumed because oedema reaches about that far beyond the lesion before it fades. A window whose
  /// length the scenario gives is made longer only where the struck length would not fit into it.
  public func window(of injury: Injury) throws -> ClosedRange<Double> {
    let centre = try epicentre(of: injury)
    let diameter = anatomy.crossSection(atZ: centre).anteroposterior
    let struck = struckLength(of: injury, diameter: diameter)
    let half: Double
    switch scenario.run.window {
    case .length(let length): half = 0.5 * max(length, struck)
    case .automatic:
      half = 0.5 * struck + 3.5 * parameters["impact_axial_spread"] * diameter + 4 * diameter
    }
    return max(0, centre - half)...min(anatomy.length, centre + half)
  }

  /// Length of cord that the injury strikes or cuts out, mm.
  func struckLength(of injury: Injury, diameter: Double) -> Double {
    let struck = injury.length ?? parameters["impact_length"] * diameter
    switch injury.mechanism {
    case .hemisection(_, let gap), .dorsalSection(_, let gap), .transection(let gap): return max(struck, gap)
    default: return struck
    }
  }

  /// One window that holds the injuries of all arms, so that arms share a grid and can be compared voxel by voxel.
  public func commonWindow() throws -> ClosedRange<Double> {
    let windows = try scenario.arms.map { try window(of: scenario.injury(of: $0)) }
    let low = windows.map(\.lowerBound).min() ?? 0
    let high = windows.map(\.upperBound).max() ?? anatomy.length
    return low...high
  }

  /// The voxel model of the intact cord.
  ///
  /// - Parameters:
  ///   - window: rostral and caudal end, mm; nil takes the window that the injuries of all arms need.
  ///   - executor: threads to use; the result does not depend on their number.
  /// - Returns: the model.
  /// - Throws: `AnatomyError` or `NIfTIError` when the cord cannot be made.
  public func makeCord(window: ClosedRange<Double>? = nil, executor: SlabExecutor) throws -> CordModel {
    let window = try window ?? commonWindow()
    if let anatomyDirectory {
      let template = try PAM50Anatomy(directory: anatomyDirectory)
      let end = min(window.upperBound, template.coveredTo)
      return try template.cordModel(
        from: window.lowerBound, to: end, spacing: scenario.run.voxel, executor: executor)
    }
    let middle = 0.5 * (window.lowerBound + window.upperBound)
    let finest = anatomy.crossSection(atZ: middle).lateral / Self.bundlesAcross
    return try CordModel(
      anatomy: anatomy, from: window.lowerBound, to: window.upperBound, spacing: scenario.run.voxel,
      bundlePitch: min(scenario.run.voxel, finest), executor: executor)
  }

  /// The injury of an arm, placed on the cord.
  func makeInjury(of arm: Scenario.Arm, cord: CordModel) throws -> PrimaryInjury {
    let injury = scenario.injury(of: arm)
    return try PrimaryInjury(
      injury, cord: cord, epicentre: try epicentre(of: injury), table: parameters, severity: severity)
  }

  /// The injured cord of an arm at the moment of injury.
  func makeModel(of arm: Scenario.Arm, cord: CordModel, executor: SlabExecutor) throws -> LesionModel {
    try LesionModel(
      cord: cord, primary: try makeInjury(of: arm, cord: cord), parameters: parameters,
      tolerance: scenario.run.timeStepTolerance ?? LesionClock.standardTolerance, executor: executor)
  }

  /// Bundles side by side across the cord, at least.
  ///
  /// With a bundle a voxel the mean over a small tract depends on where its few bundles fall: just after a blow the
  /// drive of a rat's hind limbs was 14 % off at 0.4 mm and 8 % at 0.2 mm against a pitch of 0.05 mm.
  private static let bundlesAcross = 48.0
}
