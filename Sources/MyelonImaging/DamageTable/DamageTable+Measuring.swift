import MyelonAnatomy
import MyelonFields

extension DamageTable {
  /// Sums damage up.
  ///
  /// White matter of a voxel belongs to its dominant tract, grey matter to its dominant part, each weighed by its
  /// share of the voxel.
  ///
  /// - Parameters:
  ///   - damage: damaged share of each voxel of the model.
  ///   - model: the reference cord.
  ///   - extent: ends of the lesion, mm from the rostral end of C1.
  public init(damage: [Float], on model: CordModel, extent: ClosedRange<Double>) {
    precondition(
      damage.count == model.grid.count, "A share for each of \(model.grid.count) voxels: \(damage.count)")
    var tracts: [TractRow] = []
    for tract in Tract.allCases {
      for side in Side.allCases {
        let row = TractRow(tract, side, damage: damage, model: model, extent: extent)
        if let row { tracts.append(row) }
      }
    }
    self.tracts = tracts
    segments = model.segmentNames.indices.compactMap { SegmentRow($0, damage: damage, model: model) }
  }
}

extension DamageTable.TractRow {
  init?(_ tract: Tract, _ side: Side, damage: [Float], model: CordModel, extent: ClosedRange<Double>) {
    let code = RegionCode(tract, side).rawValue
    let plane = model.grid.nx * model.grid.ny
    var worst = (share: 0.0, z: model.position(ofSlice: 0))
    var lost = 0.0
    var whole = 0.0
    var exists = false
    for slice in 0..<model.grid.nz {
      var area = 0.0
      var hurt = 0.0
      for voxel in (slice * plane)..<((slice + 1) * plane) where model.tractCode[voxel] == code {
        let white = Double(model.whiteFraction(voxel))
        area += white
        hurt += white * Double(damage[voxel])
      }
      guard area > 0 else { continue }
      exists = true
      let z = model.position(ofSlice: slice)
      if hurt / area > worst.share { worst = (hurt / area, z) }
      guard extent.contains(z) else { continue }
      lost += hurt
      whole += area
    }
    guard exists else { return nil }
    self.tract = tract
    self.side = side
    worstSection = worst.share
    worstZ = worst.z
    overLesion = whole > 0 ? lost / whole : 0
    let bundles = model.bundles.indices(of: tract, side)
    interrupted =
      bundles.isEmpty
      ? nil
      : bundles.reduce(0) { sum, bundle in
        let most = (0..<model.grid.nz).reduce(Float(0)) {
          max($0, damage[model.bundles.voxel(of: bundle, inSlice: $1)])
        }
        return sum + Double(model.bundles.axonShare[bundle] * most)
      }
  }
}

extension DamageTable.SegmentRow {
  /// Damaged and whole volume, in voxels.
  private struct Share {
    var hurt = 0.0
    var whole = 0.0
    var value: Double { whole > 0 ? hurt / whole : 0 }

    mutating func add(_ part: Double, _ damage: Float) {
      hurt += part * Double(damage)
      whole += part
    }
  }

  init?(_ segment: Int, damage: [Float], model: CordModel) {
    let plane = model.grid.nx * model.grid.ny
    var white = Share()
    var grey = Share()
    var horns: [UInt8: Share] = [:]
    for slice in 0..<model.grid.nz where model.segmentOfSlice[slice] == segment {
      for voxel in (slice * plane)..<((slice + 1) * plane) where model.cordFraction[voxel] > 0 {
        let greyPart = Double(model.cordFraction[voxel] * model.greyFraction[voxel])
        white.add(Double(model.whiteFraction(voxel)), damage[voxel])
        grey.add(greyPart, damage[voxel])
        if RegionCode(rawValue: model.regionCode[voxel]).isGrey {
          horns[model.regionCode[voxel], default: Share()].add(greyPart, damage[voxel])
        }
      }
    }
    guard white.whole + grey.whole > 0 else { return nil }
    func horn(_ region: GreyRegion, _ side: Side) -> Double {
      horns[RegionCode(region, side).rawValue]?.value ?? 0
    }
    self.segment = model.segmentNames[segment]
    cord = (white.hurt + grey.hurt) / (white.whole + grey.whole)
    self.white = white.value
    self.grey = grey.value
    leftVentralHorn = horn(.ventralHorn, .left)
    rightVentralHorn = horn(.ventralHorn, .right)
    leftDorsalHorn = horn(.dorsalHorn, .left)
    rightDorsalHorn = horn(.dorsalHorn, .right)
  }
}
