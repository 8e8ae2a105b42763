/// A fibre in the field of one montage.
public struct FibreCase: Sendable, Hashable {
  /// The fibre.
  public var fibre: NerveFibre
  /// Outside potential at every compartment for an amplitude of 1 mA, mV; all contacts of the montage superposed.
  public var potentials: [Double]

  /// Makes a case from potentials at the middles of the compartments.
  ///
  /// - Parameters:
  ///   - fibre: the fibre.
  ///   - potentials: mV for 1 mA, one for each compartment in order (see ``NerveFibre/centres``).
  public init(fibre: NerveFibre, potentials: [Double]) {
    self.fibre = fibre
    self.potentials = potentials
  }

  /// Makes a case by sampling a field along a path.
  ///
  /// - Parameters:
  ///   - fibre: the fibre.
  ///   - field: potential for 1 mA; times `share` it is that of the montage.
  ///   - path: course of the fibre in the tissue.
  ///   - start: distance along the path at which the fibre begins, mm.
  ///   - share: relative current of the source: -1 for a cathode.
  public init(
    fibre: NerveFibre, field: some PotentialSource, path: FibrePath, start: Double = 0, share: Double = 1
  ) {
    self.fibre = fibre
    potentials = fibre.centres.map { centre in
      share * field.potential(at: path.point(at: start + centre / 1000))
    }
  }

  /// Checks fibre and potentials.
  ///
  /// - Throws: ``FibreError`` with the first finding.
  public func validate() throws(FibreError) {
    try fibre.validate()
    guard potentials.count == fibre.compartmentCount else {
      throw .potentialsMismatch(found: potentials.count, required: fibre.compartmentCount)
    }
    if let bad = potentials.firstIndex(where: { !$0.isFinite }) {
      throw .potentialNotFinite(compartment: bad, found: potentials[bad])
    }
  }
}
