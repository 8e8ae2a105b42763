extension CordAnatomy {
  /// Segments of the human cord; the grey fraction is the sum of the atlas's horns and intermediate zones.
  static func humanSegments() -> [SpinalSegment] {
    let shapes = HumanCord.shapes()
    let measured = HumanCord.fasciculusGracilis.count / 6
    return HumanCord.segments.enumerated().map { index, row in
      SpinalSegment(
        name: row.name, index: index, rostral: row.rostral, caudal: row.caudal, area: row.area,
        anteroposterior: row.anteroposterior, lateral: row.lateral, widestLevel: row.widestLevel,
        greyFraction: greyFraction(shapes[index]),
        source: index < measured ? HumanCord.source : HumanCord.sourceOfConus)
    }
  }

  static func greyFraction(_ shapes: [RegionShape]) -> Double {
    2 * shapes[RegionKey.firstGrey...].reduce(0) { $0 + $1.areaFraction }
  }
}
