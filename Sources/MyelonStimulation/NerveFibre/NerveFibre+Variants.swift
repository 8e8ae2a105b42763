extension NerveFibre {
  /// The fibre with thinned or stripped myelin over some internodes.
  ///
  /// Myelin capacitance and conductance grow as the lamellae fall, the outer diameter is kept.
  ///
  /// - Parameters:
  ///   - stretch: indices of the internodes.
  ///   - lamellaeFraction: share of the lamellae left; 0 leaves the axolemma bare.
  ///   - paranodalGap: width of the periaxonal space under the attachments there, um: 0.002 when they are intact, 0.02 when
  ///     they have come loose.
  ///   - channelShare: density of node-like channels in the axolemma of the stretch, as a share of that of the node before it.
  /// - Returns: the changed fibre.
  /// - Throws: ``FibreError`` when the fibre has no such internodes or a number cannot be.
  public func demyelinated(
    _ stretch: Range<Int>, lamellaeFraction: Double, paranodalGap: Double = Internode.healthyParanodalGap,
    channelShare: Double = 0
  ) throws(FibreError) -> NerveFibre {
    try check(stretch)
    guard (0...1).contains(lamellaeFraction) else {
      throw .impossibleMorphology(
        quantity: "share of lamellae left", found: lamellaeFraction, unit: "", required: "0 to 1")
    }
    guard channelShare >= 0, channelShare <= 1 else {
      throw .impossibleMorphology(
        quantity: "share of nodal channels in bare axolemma", found: channelShare, unit: "",
        required: "0 to 1")
    }
    var fibre = self
    for index in stretch {
      fibre.internodes[index].lamellae *= lamellaeFraction
      fibre.internodes[index].paranodalGap = paranodalGap
      fibre.internodes[index].axolemma = nodes[index].channels.scaled(by: channelShare)
    }
    try fibre.validate()
    return fibre
  }

  /// The fibre with a stretch remyelinated by thin and, usually, short internodes.
  ///
  /// Each internode becomes `segments` of equal length with new nodes between them. The myelin has the given ratio of axon to
  /// fibre diameter and lamellae in proportion to its thickness, at least 4; paranodes shrink with the internode.
  ///
  /// - Parameters:
  ///   - stretch: indices of the internodes.
  ///   - gRatio: axon over fibre diameter; 0.85 is usual after remyelination.
  ///   - segments: new internodes for each old one.
  ///   - sodiumShare: fast sodium channels of the nodes of the stretch, both borders included, as a share of before.
  /// - Returns: the changed fibre; it has more nodes when `segments` is above 1.
  /// - Throws: ``FibreError`` when the fibre has no such internodes or a number cannot be.
  public func remyelinated(
    _ stretch: Range<Int>, gRatio: Double, segments: Int, sodiumShare: Double = 1
  ) throws(FibreError) -> NerveFibre {
    try check(stretch)
    guard segments >= 1, segments <= 100 else {
      throw .impossibleMorphology(
        quantity: "number of short internodes for one", found: Double(segments), unit: "",
        required: "1 to 100")
    }
    guard gRatio > 0, gRatio < 1 else {
      throw .impossibleMorphology(
        quantity: "ratio of axon to fibre diameter", found: gRatio, unit: "", required: "between 0 and 1")
    }
    var fibre = self
    fibre.nodes = Array(nodes[...stretch.lowerBound])
    fibre.internodes = Array(internodes[..<stretch.lowerBound])
    for index in stretch {
      let short = Self.remyelinated(internodes[index], gRatio: gRatio, segments: segments)
      for segment in 1...segments {
        fibre.internodes.append(short)
        var node = segment < segments ? nodes[index] : nodes[index + 1]
        if segment < segments { node.isPassive = false }
        fibre.nodes.append(node)
      }
    }
    for index in stretch.lowerBound..<fibre.nodes.count { fibre.nodes[index].channels.sodium *= sodiumShare }
    fibre.nodes.append(contentsOf: nodes[(stretch.upperBound + 1)...])
    fibre.internodes.append(contentsOf: internodes[stretch.upperBound...])
    try fibre.validate()
    return fibre
  }

  /// One of the short, thin internodes that take the place of an old one.
  private static func remyelinated(_ old: Internode, gRatio: Double, segments: Int) -> Internode {
    var internode = old
    internode.length = old.length / Double(segments)
    internode.fibreDiameter = old.axonDiameter / gRatio
    let thickness = (internode.fibreDiameter - old.axonDiameter) / (old.fibreDiameter - old.axonDiameter)
    internode.lamellae = max(4, (old.lamellae * thickness).rounded())
    // Paranodes of 8 % of a short internode: assumed, as in the reference runs.
    if segments > 1 { internode.flutedLength = min(old.flutedLength, 0.08 * internode.length) }
    internode.axolemma = .none
    return internode
  }

  /// A regrown axon: thin, and without myelin until it has been myelinated.
  ///
  /// Myelinated ones take the structure of a thin fibre of the same axon diameter (``FibreModel/smallMyelinated``), with lamellae
  /// in proportion to the thickness of their myelin.
  ///
  /// - Parameters:
  ///   - axonDiameter: um; 0.15 to 1.7 um was seen in grafted cord.
  ///   - gRatio: axon over fibre diameter; nil without myelin. 0.77 was seen for axons of grafts.
  ///   - length: mm.
  ///   - temperature: degrees Celsius.
  /// - Returns: the fibre.
  /// - Throws: ``FibreError`` when no model reaches to that diameter or the fibre is too short.
  public static func regenerated(
    axonDiameter: Double, gRatio: Double?, length: Double, temperature: Double = bodyTemperature
  ) throws(FibreError) -> NerveFibre {
    guard let gRatio else {
      return try make(.unmyelinated, diameter: axonDiameter, length: length, temperature: temperature)
    }
    guard gRatio > 0, gRatio < 1 else {
      throw .impossibleMorphology(
        quantity: "ratio of axon to fibre diameter", found: gRatio, unit: "", required: "between 0 and 1")
    }
    // The healthy thin fibre of that axon diameter (Peña and others 2024).
    let healthy = (axonDiameter + 0.024) / 0.553
    var fibre = try make(.smallMyelinated, diameter: healthy, length: length, temperature: temperature)
    for index in fibre.internodes.indices {
      fibre.internodes[index] = remyelinated(fibre.internodes[index], gRatio: gRatio, segments: 1)
    }
    return fibre
  }

  private func check(_ stretch: Range<Int>) throws(FibreError) {
    guard !stretch.isEmpty, stretch.lowerBound >= 0, stretch.upperBound <= internodes.count else {
      throw .internodesOutOfRange(found: stretch, available: internodes.count)
    }
  }
}
