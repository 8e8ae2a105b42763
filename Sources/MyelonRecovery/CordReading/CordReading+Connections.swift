import MyelonAnatomy
import MyelonLesion
import MyelonRegrowth

extension CordReading {
  /// What reaches a segment through tracts on the given sides: what conducts, and what has regrown into them.
  ///
  /// Every tract and side counts alike, as in `conduction`. A tract that the window does not hold is left out with what
  /// has regrown of it. Above the window nothing can be interrupted and nothing new is counted.
  func input(_ tracts: [Tract], _ sides: [Side], to segment: String) -> PathwayInput {
    guard let index = segmentIndex[segment], let slice = slice(sliceOfSegment[index]) else {
      return .whole
    }
    var input = PathwayInput()
    var count = 0.0
    for tract in tracts {
      for side in sides {
        guard let mean = conduction.mean(tract, side, slice: slice, bundles: cord.bundles) else { continue }
        input.conducting += mean
        input.sparedConducting +=
          conduction.sparedMean(tract, side, slice: slice, bundles: cord.bundles) ?? mean
        input.add(regrown(tract, side, segment: index), weight: 1)
        count += 1
      }
    }
    guard count > 0 else { return .whole }
    return PathwayInput(
      conducting: input.conducting / count, sparedConducting: input.sparedConducting / count,
      new: ConnectionSupply.Share(
        regenerated: input.new.regenerated / count, relayed: input.new.relayed / count,
        detoured: input.new.detoured / count))
  }

  /// What has regrown of one tract, as a share of its own supply of a segment.
  private func regrown(_ tract: Tract, _ side: Side, segment: Int) -> ConnectionSupply.Share {
    guard let connections else { return .none }
    if tract.isDorsalColumn { return connections.ascending[0][Int(side.rawValue)][segment] }
    if tract == .spinothalamic { return connections.ascending[1][Int(side.rawValue)][segment] }
    // Other ascending tracts have their entry among the tracts.
    return .init(regenerated: connections.descending[Int(tract.rawValue)][Int(side.rawValue)][segment])
  }

  /// Paths to a segment that belong to no single tract, as shares of its whole descending supply.
  func relays(_ side: Side, to segment: String) -> ConnectionSupply.Share {
    guard let connections, let index = segmentIndex[segment], slice(sliceOfSegment[index]) != nil else {
      return .none
    }
    return connections.relays[Int(side.rawValue)][index]
  }

  /// What has regrown from a dermatome to the brain: the dorsal columns of one side, or the spinothalamic tract.
  func regrown(_ modality: SensoryPath, _ side: Side, from dermatome: Int) -> ConnectionSupply.Share {
    guard let connections else { return .none }
    let segment = min(dermatome + 1, sliceOfSegment.count - 1)
    guard slice(sliceOfSegment[segment]) != nil else { return .none }
    return connections.ascending[modality.rawValue][Int(side.rawValue)][segment]
  }

  /// The ascending paths of a supply.
  enum SensoryPath: Int {
    case dorsalColumns = 0
    case spinothalamic = 1
  }

  /// What training, stimulation and misdirected input do at a segment and side.
  ///
  /// - Parameters:
  ///   - segment: name of the segment; its circuits serve one `MotorTask`.
  ///   - side: side of the cord.
  ///   - disturbance: share of the drive that is lost when all input is misdirected.
  /// - Returns: what acts on the drive; nothing without a supply.
  func modulation(_ segment: String, _ side: Side, disturbance: Double) -> PathwayInput.Modulation {
    guard let connections else { return .none }
    let task = MotorTask.served(by: segment).rawValue
    let misdirected = segmentIndex[segment].map { connections.misdirected[Int(side.rawValue)][$0] } ?? 0
    return PathwayInput.Modulation(
      training: connections.trainingGain[task], excitability: connections.excitability[task],
      undisturbed: max(0, 1 - disturbance * misdirected))
  }

  /// Segment that holds the injury's centre.
  static func injuredSegment(of cord: CordModel, epicentre: Double) -> Int {
    cord.segmentOfSlice[cord.slice(atZ: epicentre)]
  }

  /// Whether a segment lies below the injured one, or is it where `includingInjured`.
  func isBelow(_ segment: String, includingInjured: Bool = false) -> Bool {
    guard let index = segmentIndex[segment] else { return false }
    return includingInjured ? index >= injuredSegment : index > injuredSegment
  }

  /// Whether a dermatome (0 for C2) enters below the injured segment, or in it where `includingInjured`.
  func isBelow(dermatome: Int, includingInjured: Bool = false) -> Bool {
    let segment = min(dermatome + 1, sliceOfSegment.count - 1)
    return includingInjured ? segment >= injuredSegment : segment > injuredSegment
  }
}
