extension ImageMeasures {
  /// Measures the sections; nil where none holds lesion.
  init?(
    _ sections: [CordSection], line: CordCentreline, frame: (length: Double, diameter: Double),
    lesion: MaskVolume,
    cord: MaskVolume, share: LesionImage.Share
  ) {
    let peaks = Self.stretches(sections.map(\.lesionPeak), sections)
    guard let first = peaks.first, let last = peaks.last,
      let worst = sections.indices.max(by: { sections[$0].damage < sections[$1].damage }),
      sections[worst].damage > 0
    else { return nil }
    start = max(first.lowerBound, 0)
    end = min(last.upperBound, frame.length)
    length = end - start
    affectedLength = peaks.reduce(0) {
      $0 + max(0, min($1.upperBound, frame.length) - max($1.lowerBound, 0))
    }
    let midline = Self.stretches(sections.map(\.midsagittalPeak), sections)
    midsagittalExtent = midline.first.flatMap { first in
      midline.last.map { (line.point(at: $0.upperBound) - line.point(at: first.lowerBound)).length }
    }
    width = sections.reduce(0) { max($0, $1.lesionWidth) }
    height = sections.reduce(0) { max($0, $1.lesionHeight) }
    volume = Double(share.voxels) * lesion.voxelVolume
    partialVolume = share.valueSum * lesion.voxelVolume
    volumeOutsideCord = lesion.volume - volume
    let area = sections.reduce(0) { $0 + $1.lesionArea }
    leftShare = sections.reduce(0) { $0 + $1.lesionLeftArea } / area
    axialDamageRatio = sections[worst].damage
    let zone = Self.epicentreZone(sections, worst: worst)
    epicentre = zone.middle
    lateral = zone.lateral
    depth = zone.depth
    bridges = TissueBridges(sections)
    compression = CordCompression(sections, lesion: start...max(start, end), diameter: frame.diameter)
    cordVolume = cord.volume
    cordLength = frame.length
    cordDiameter = frame.diameter
  }

  /// Arc lengths of the stretches in which a profile is at least 0.5.
  private static func stretches(_ profile: [Float], _ sections: [CordSection]) -> [ClosedRange<Double>] {
    guard sections.count > 1 else { return [] }
    var found: [ClosedRange<Double>] = []
    profile.withUnsafeBufferPointer {
      SectionField.forEachStretch(of: $0, start: sections[0].arc, step: sections[1].arc - sections[0].arc) {
        found.append($0...max($0, $1))
      }
    }
    return found
  }

  /// Middle of the stretch around the worst section with at least nine tenths of its damage, and the lesion's
  /// centroid there.
  private static func epicentreZone(
    _ sections: [CordSection], worst: Int
  ) -> (middle: Double, lateral: Double, depth: Double) {
    let limit = 0.9 * sections[worst].damage
    var first = worst
    var last = worst
    while first > 0, sections[first - 1].damage >= limit { first -= 1 }
    while last < sections.count - 1, sections[last + 1].damage >= limit { last += 1 }
    // Where the profile crosses the limit between two sections.
    func crossing(_ inside: Int, _ outside: Int) -> Double {
      guard sections.indices.contains(outside) else { return sections[inside].arc }
      let (a, b) = (sections[inside], sections[outside])
      return a.arc + (a.damage - limit) / (a.damage - b.damage) * (b.arc - a.arc)
    }
    let zone = sections[first...last]
    let area = zone.reduce(0) { $0 + $1.lesionArea }
    return (
      0.5 * (crossing(first, first - 1) + crossing(last, last + 1)),
      zone.reduce(0) { $0 + $1.lesionArea * $1.lesionLateral } / area,
      zone.reduce(0) { $0 + $1.lesionArea * $1.lesionDorsal } / area
    )
  }
}
