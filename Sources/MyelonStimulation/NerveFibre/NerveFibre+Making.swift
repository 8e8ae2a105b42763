extension NerveFibre {
  /// Length of a compartment of an unmyelinated fibre, um.
  ///
  /// A twentieth of its length constant or less; the published models use it.
  static let unmyelinatedCompartment = 8.333

  /// Makes a healthy fibre of a given length.
  ///
  /// - Parameters:
  ///   - model: the family.
  ///   - diameter: fibre diameter, um; for an unmyelinated fibre that of the axon.
  ///   - length: length, mm; the fibre is the longest of whole internodes that is not longer.
  ///   - temperature: degrees Celsius.
  ///   - passiveEnds: whether the first and last node are dead ends, where no spike can begin.
  /// - Returns: the fibre.
  /// - Throws: ``FibreError`` when the model has no such diameter or the fibre would have too few nodes.
  public static func make(
    _ model: FibreModel, diameter: Double, length: Double, temperature: Double = bodyTemperature,
    passiveEnds: Bool = true
  ) throws(FibreError) -> NerveFibre {
    guard length.isFinite, length > 0, length <= 10_000 else {
      throw .impossibleMorphology(
        quantity: "length of a fibre", found: length, unit: "mm", required: "above 0 and at most 10000 mm")
    }
    let spacing =
      model.isMyelinated
      ? try FibreMorphology.healthy(model, diameter: diameter).internodeLength : unmyelinatedCompartment
    // The allowance keeps a length of exactly n internodes from losing one to rounding.
    let nodeCount = Int((length * 1000 / spacing + 1e-9).rounded(.down)) + 1
    return try make(
      model, diameter: diameter, nodeCount: nodeCount, temperature: temperature, passiveEnds: passiveEnds)
  }

  /// Makes a healthy fibre of so many nodes.
  ///
  /// - Parameters:
  ///   - model: the family.
  ///   - diameter: fibre diameter, um; for an unmyelinated fibre that of the axon.
  ///   - nodeCount: nodes, ends included; for an unmyelinated fibre compartments of 8.333 um.
  ///   - temperature: degrees Celsius.
  ///   - passiveEnds: whether the first and last node are dead ends, where no spike can begin.
  /// - Returns: the fibre.
  /// - Throws: ``FibreError`` when the model has no such diameter or there are too few nodes.
  public static func make(
    _ model: FibreModel, diameter: Double, nodeCount: Int, temperature: Double = bodyTemperature,
    passiveEnds: Bool = true
  ) throws(FibreError) -> NerveFibre {
    guard diameter.isFinite, model.diameters.contains(diameter) else {
      throw .diameterOutOfRange(model: model, found: diameter, allowed: model.diameters)
    }
    guard nodeCount >= leastNodes else { throw .tooFewNodes(found: nodeCount, required: leastNodes) }
    let morphology =
      model.isMyelinated ? try FibreMorphology.healthy(model, diameter: diameter) : nil
    var nodes = [FibreNode](
      repeating: FibreNode(
        length: morphology == nil ? unmyelinatedCompartment : Internode.nodeLength,
        diameter: morphology?.nodeDiameter ?? diameter, channels: model.channels),
      count: nodeCount)
    if passiveEnds {
      nodes[0].isPassive = true
      nodes[nodeCount - 1].isPassive = true
    }
    let internodes =
      morphology.map { [Internode](repeating: Internode($0), count: nodeCount - 1) } ?? []
    let fibre = NerveFibre(
      model: model, diameter: diameter, temperature: temperature, nodes: nodes, internodes: internodes)
    try fibre.validate()
    return fibre
  }
}
