extension LesionImage {
  /// What of the lesion lies in the cord, by voxel.
  struct Share {
    var voxels = 0
    var valueSum = 0.0
  }

  /// Largest part of the cord's volume that pieces apart from it may hold before they count as pieces of it.
  ///
  /// Assumed because segmentations leave specks of a few voxels, and a real gap leaves tenths of the cord.
  static let largestStray = 0.02

  /// The cord without specks.
  static func onePiece(_ cord: MaskVolume, _ notes: inout [ImagingNote]) throws(ImagingError) -> MaskVolume {
    let pieces = cord.pieces
    guard pieces.count > 1 else { return cord }
    let stray = cord.voxelCount - pieces[0]
    guard Double(stray) <= largestStray * Double(cord.voxelCount) else {
      throw .cordInPieces(volumes: pieces.prefix(10).map { Double($0) * cord.voxelVolume })
    }
    notes.append(.strayCordPieces(count: pieces.count - 1, volume: Double(stray) * cord.voxelVolume))
    return cord.largestPiece()
  }

  /// Counts the lesion's voxels whose middle lies in the cord.
  ///
  /// - Throws: `ImagingError` when the boxes have nothing in common or less than half of the lesion lies inside.
  static func lesionInside(_ lesion: MaskVolume, _ cord: MaskVolume) throws(ImagingError) -> Share {
    var share = Share()
    var touches = false
    var index = 0
    for z in 0..<lesion.size.z {
      for y in 0..<lesion.size.y {
        for x in 0..<lesion.size.x {
          let value = lesion.values[index]
          index += 1
          guard value > 0 else { continue }
          let place = lesion.affine.apply(SIMD3(Double(x), Double(y), Double(z)))
          if !touches { touches = cord.boxHolds(place) }
          guard cord.value(at: place) >= MaskVolume.threshold else { continue }
          share.valueSum += Double(value)
          if value >= MaskVolume.threshold { share.voxels += 1 }
        }
      }
    }
    guard touches else { throw .notOverlapping(role: .lesion) }
    let inside = Double(share.voxels) / Double(lesion.voxelCount)
    guard inside >= 0.5 else { throw .lesionOutsideCord(shareInside: inside) }
    return share
  }

  /// Adds what the measures show about the image.
  static func remark(
    on sections: [CordSection], _ measures: ImageMeasures, edge: Double, _ notes: inout [ImagingNote]
  ) {
    let whole = sections.filter { $0.isWhole && $0.elongation > 1.15 }.map(\.turn).sorted()
    if !whole.isEmpty, abs(whole[whole.count / 2]) > 15 {
      notes.append(.turned(degrees: whole[whole.count / 2]))
    }
    if measures.start < edge { notes.append(.lesionAtEnd(isRostral: true)) }
    if measures.end > measures.cordLength - edge { notes.append(.lesionAtEnd(isRostral: false)) }
    let references = [measures.compression?.above, measures.compression?.below].compactMap { $0 }.count
    if references < 2 { notes.append(.fewReferences(count: references)) }
    if measures.bridges.dorsal == nil { notes.append(.lesionOffMidline) }
    if edge > 0.2 * measures.cordDiameter { notes.append(.coarseVoxels(edge: edge)) }
  }
}

extension MaskVolume {
  /// Whether a place lies in the box around the mask.
  func boxHolds(_ place: SIMD3<Double>) -> Bool {
    let index = inverse.apply(place)
    return index.min() >= 0 && index.x <= Double(size.x - 1) && index.y <= Double(size.y - 1)
      && index.z <= Double(size.z - 1)
  }
}
