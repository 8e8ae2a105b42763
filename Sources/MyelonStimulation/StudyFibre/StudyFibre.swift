import MyelonAnatomy

/// One fibre of a study in its place.
struct StudyFibre: Sendable {
  /// Class.
  let fibreClass: FibreClass
  /// Segment of its root.
  let segment: String
  /// Side of the body.
  let side: Side
  /// Which rootlet or place of its population.
  let strand: Int
  /// Share of its population that is thinner.
  let probability: Double
  /// The fibre.
  let fibre: NerveFibre
  /// Its course, from where the fibre begins.
  let path: FibrePath
  /// Where the course passes surface, dura and foramen; nil inside the cord.
  let landmarks: RootPath?

  /// Potential at every compartment, mV for 1 mA of a source.
  func potentials(of source: any PotentialSource) -> [Double] {
    fibre.centres.map { source.potential(at: path.point(at: $0 / 1000)) }
  }

  /// The record of its threshold.
  func record(_ found: FibreThreshold) -> ThresholdRecord {
    var site: SpikeSite?
    var position: Double?
    if found.amplitude != nil, let node = found.node {
      let distance = fibre.nodeCentres[node] / 1000
      let internode =
        fibre.isMyelinated ? fibre.internodes[min(node, fibre.internodes.count - 1)].length / 1000 : 0.5
      site = SpikeSite(at: distance, internode: internode, landmarks: landmarks)
      position = path.point(at: distance).z
    }
    return ThresholdRecord(
      fibreClass: fibreClass, segment: segment, side: side, strand: strand, probability: probability,
      diameter: fibre.diameter, threshold: found.amplitude, site: site, position: position,
      time: found.amplitude == nil ? nil : found.time)
  }
}
