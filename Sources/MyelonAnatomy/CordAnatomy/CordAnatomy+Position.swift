extension CordAnatomy {
  /// Length of the cord, mm.
  public var length: Double { segments.last?.caudal ?? 0 }

  /// The segment with a name such as "T10".
  ///
  /// - Throws: `AnatomyError.unknownSegment`.
  public func segment(named name: String) throws(AnatomyError) -> SpinalSegment {
    guard let segment = segments.first(where: { $0.name == name }) else {
      throw .unknownSegment(name: name, known: segments.map(\.name))
    }
    return segment
  }

  /// Index of the segment that holds position `z`, mm; the first or last segment beyond the ends.
  public func segmentIndex(atZ z: Double) -> Int {
    segments.firstIndex { z < $0.caudal } ?? segments.count - 1
  }

  /// Middle of a named segment, mm from the rostral end of C1.
  ///
  /// - Throws: `AnatomyError.unknownSegment`.
  public func position(ofSegment name: String) throws(AnatomyError) -> Double {
    try segment(named: name).middle
  }

  /// Area of a tract on one side as a fraction of the cord's area in a segment, from the tables.
  public func areaFraction(of tract: Tract, inSegment index: Int) -> Double {
    shapes[index][RegionKey.index(tract)].areaFraction
  }

  /// Area of a part of the grey matter on one side as a fraction of the cord's area in a segment.
  public func areaFraction(of grey: GreyRegion, inSegment index: Int) -> Double {
    shapes[index][RegionKey.index(grey)].areaFraction
  }

  /// The tracts that exist anywhere in this cord.
  public var tracts: [Tract] {
    Tract.allCases.filter { tract in shapes.contains { $0[RegionKey.index(tract)].isPresent } }
  }

  /// The same cord with other dimensions: an individual of another size.
  ///
  /// Regions keep their fractions and normalised places.
  /// - Parameters:
  ///   - length: factor on all positions along the cord, above 0.
  ///   - lateral: factor on the lateral diameter, above 0.
  ///   - anteroposterior: factor on the anteroposterior diameter, above 0.
  /// - Returns: the scaled cord.
  public func scaled(length: Double = 1, lateral: Double = 1, anteroposterior: Double = 1) -> CordAnatomy {
    precondition(
      length > 0 && lateral > 0 && anteroposterior > 0,
      "Scale factors must be positive: \(length), \(lateral), \(anteroposterior)")
    let scaled = segments.map {
      SpinalSegment(
        name: $0.name, index: $0.index, rostral: $0.rostral * length, caudal: $0.caudal * length,
        area: $0.area * lateral * anteroposterior, anteroposterior: $0.anteroposterior * anteroposterior,
        lateral: $0.lateral * lateral, widestLevel: $0.widestLevel, greyFraction: $0.greyFraction,
        source: $0.source + ", scaled")
    }
    return CordAnatomy(species: species, segments: scaled, shapes: shapes, partitions: partitions)
  }
}
