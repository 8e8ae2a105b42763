/// Where along its course a fibre's spike begins.
public enum SpikeSite: String, Sendable, Hashable, Codable, CaseIterable {
  /// Within an internode of where the rootlet meets the cord: the entry zone of a dorsal, the exit zone of a ventral root.
  case entryZone = "entry-zone"
  /// Along the rootlet in the fluid.
  case rootlet
  /// Within an internode of where the root leaves the dural sac.
  case dura
  /// Within an internode of the intervertebral foramen, or between it and the dura.
  case foramen
  /// In the nerve beyond the foramen.
  case nerve
  /// Inside the cord.
  case cord

  /// Name in plain words.
  public var title: String {
    switch self {
    case .entryZone: "entry zone"
    case .rootlet: "rootlet"
    case .dura: "dural exit"
    case .foramen: "foramen"
    case .nerve: "nerve"
    case .cord: "cord"
    }
  }

  /// The site of a place along a path.
  ///
  /// - Parameters:
  ///   - distance: along the path, mm.
  ///   - internode: length of an internode, mm.
  ///   - landmarks: where the path passes surface, dura and foramen; nil for a path inside the cord.
  init(at distance: Double, internode: Double, landmarks: RootPath?) {
    guard let landmarks else {
      self = .cord
      return
    }
    func isNear(_ place: Double) -> Bool { abs(distance - place) <= internode }
    // Positive towards the periphery, whichever way the path runs.
    let sign: Double = landmarks.foramen > landmarks.surface ? 1 : -1
    func isBeyond(_ place: Double) -> Bool { sign * (distance - place) > 0 }
    if isNear(landmarks.surface) {
      self = .entryZone
    } else if !isBeyond(landmarks.surface) {
      self = .cord
    } else if isNear(landmarks.foramen) {
      self = .foramen
    } else if isNear(landmarks.dura) {
      self = .dura
    } else if !isBeyond(landmarks.dura) {
      self = .rootlet
    } else {
      self = isBeyond(landmarks.foramen) ? .nerve : .foramen
    }
  }
}
