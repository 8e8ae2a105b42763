extension CordSection {
  /// Measures a plane; nil where it meets no cord.
  ///
  /// - Parameters:
  ///   - sampler: samples both masks.
  ///   - axes: the plane.
  ///   - arc: its arc length, mm.
  init?(_ sampler: inout SectionSampler, axes: SectionAxes, arc: Double) {
    sampler.sample(axes)
    guard let rough = sampler.cord.geometry(), let cord = sampler.cord.geometry(split: rough.centroid) else {
      return nil
    }
    self.init()
    self.arc = arc
    area = cord.area
    lateral = 2 * cord.half.x
    anteroposterior = 2 * cord.half.y
    middleLeft = cord.centroid.x
    middleDorsal = cord.centroid.y
    let principal = cord.principal
    turn = principal.angle
    elongation = principal.ratio
    let dorsalLine = sampler.extents(isDorsal: true, offset: cord.centroid.x)
    midsagittalDiameter = dorsalLine.cord.map { $0.upperBound - $0.lowerBound } ?? 0
    lesionPeak = sampler.lesion.values.max() ?? 0
    midsagittalPeak = dorsalLine.peak
    guard let lesion = sampler.lesion.geometry(split: cord.centroid) else { return }
    takeLesion(lesion, cord)
    if let inside = dorsalLine.cord, let hurt = dorsalLine.lesion {
      dorsalBridge = inside.upperBound - hurt.upperBound
      ventralBridge = hurt.lowerBound - inside.lowerBound
    }
    let lateralLine = sampler.extents(isDorsal: false, offset: cord.centroid.y)
    if let inside = lateralLine.cord, let hurt = lateralLine.lesion {
      leftBridge = inside.upperBound - hurt.upperBound
      rightBridge = hurt.lowerBound - inside.lowerBound
    }
  }

  private mutating func takeLesion(_ lesion: SectionGeometry, _ cord: SectionGeometry) {
    func share(_ part: Double, _ whole: Double) -> Double { whole > 0 ? min(1, max(0, part / whole)) : 0 }
    lesionArea = lesion.area
    lesionLeftArea = lesion.beyond.x
    lesionWidth = lesion.extent.x
    lesionHeight = lesion.extent.y
    let centroid = (lesion.centroid - cord.centroid) / cord.half
    lesionLateral = centroid.x
    lesionDorsal = centroid.y
    damage = share(lesion.area, cord.area)
    leftDamage = share(lesion.beyond.x, cord.beyond.x)
    rightDamage = share(lesion.area - lesion.beyond.x, cord.area - cord.beyond.x)
    dorsalDamage = share(lesion.beyond.y, cord.beyond.y)
    ventralDamage = share(lesion.area - lesion.beyond.y, cord.area - cord.beyond.y)
  }
}
