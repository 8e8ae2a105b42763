extension RawHeader {
  /// Largest squared length of `(b, c, d)` still taken for a rotation.
  ///
  /// Assumed because numbers printed to three digits and read back stay below it; longer ones are damage.
  static let largestQuaternionSquare = 1.001

  /// The checked header, or every fault at once.
  func checked() throws(NIfTIError) -> NIfTIHeader {
    var faults: [NIfTIHeaderFault] = []
    let dimensions = checkedDimensions(&faults)
    let dataType = checkedDataType(&faults)
    if let dimensions, let dataType { checkSize(dimensions, dataType, &faults) }
    checkVoxelSizes(&faults)
    checkVoxelOffset(&faults)
    checkScaling(&faults)
    let units = checkedUnits(&faults)
    checkTransforms(&faults)
    // Stands in for the real header while faults are collected; used only when there are none.
    let header = header(
      dimensions: dimensions ?? [1, 1, 1], dataType: dataType ?? .uint8, units: units ?? (.unknown, .unknown))
    if let fault = affineFault(of: header, given: faults) { faults.append(fault) }
    guard faults.isEmpty else { throw .invalidHeader(faults: faults) }
    return header
  }

  /// The header of these fields.
  private func header(
    dimensions: [Int], dataType: NIfTIDataType, units: (space: NIfTISpatialUnit, time: NIfTITimeUnit)
  ) -> NIfTIHeader {
    var header = NIfTIHeader(dimensions: dimensions, affine: .identity)
    header.version = version
    header.byteOrder = order
    header.dataType = dataType
    header.voxelSizes = usedVoxelSizes
    header.timeStep = dim[0] > 3 && pixdim[4].isFinite ? pixdim[4] : 0
    header.timeOffset = toffset.isFinite ? toffset : 0
    header.spatialUnit = units.space
    header.timeUnit = units.time
    header.voxelOffset = Int(exactly: voxelOffset) ?? version.firstVoxelOffset
    header.slope = slope
    header.intercept = slope == 0 ? 0 : intercept
    header.sformCode = sformCode
    header.qformCode = qformCode
    header.sform = sform
    header.quaternion = quaternion
    header.handedness = pixdim[0] < 0 ? -1 : 1
    header.quaternionOffset = quaternionOffset
    header.intentCode = intentCode
    header.intentName = intentName
    header.description = descrip
    header.displayMinimum = calMin.isFinite ? calMin : 0
    header.displayMaximum = calMax.isFinite ? calMax : 0
    return header
  }

  private func checkedDimensions(_ faults: inout [NIfTIHeaderFault]) -> [Int]? {
    guard (1...7).contains(dim[0]) else {
      faults.append(.axisCount(found: dim[0]))
      return nil
    }
    var sizes = Array(dim[1...dim[0]])
    let bad = sizes.indices.filter { sizes[$0] < 1 }
    faults += bad.map { .dimension(axis: $0 + 1, found: sizes[$0]) }
    guard bad.isEmpty else { return nil }
    while sizes.count < 3 { sizes.append(1) }
    while sizes.count > 3, sizes.last == 1 { sizes.removeLast() }
    guard sizes.count <= 4 else {
      faults.append(.tooManyAxes(dimensions: sizes))
      return nil
    }
    return sizes
  }

  private func checkedDataType(_ faults: inout [NIfTIHeaderFault]) -> NIfTIDataType? {
    guard let dataType = NIfTIDataType(rawValue: datatype) else {
      faults.append(.dataType(code: datatype))
      return nil
    }
    if bitpix != dataType.bitCount {
      faults.append(.bitsPerVoxel(found: bitpix, required: dataType.bitCount))
    }
    return dataType
  }

  /// Neither the stored bytes nor the array in memory may overflow; the larger counts.
  private func checkSize(_ sizes: [Int], _ dataType: NIfTIDataType, _ faults: inout [NIfTIHeaderFault]) {
    var product = max(dataType.byteCount, MemoryLayout<Float>.size)
    for size in sizes {
      let (next, overflow) = product.multipliedReportingOverflow(by: size)
      if overflow {
        faults.append(.sizeOverflow(dimensions: sizes))
        return
      }
      product = next
    }
  }

  /// `pixdim` of the axes in use; 1 along axes that a flat file lacks.
  private var usedVoxelSizes: SIMD3<Double> {
    SIMD3((1...3).map { $0 <= dim[0] ? pixdim[$0] : 1 })
  }

  private func checkVoxelSizes(_ faults: inout [NIfTIHeaderFault]) {
    guard (1...7).contains(dim[0]) else { return }
    for axis in 1...min(dim[0], 3) where !(pixdim[axis] > 0 && pixdim[axis].isFinite) {
      faults.append(.voxelSize(axis: axis, found: "\(pixdim[axis])"))
    }
    // A time step of 0 is common and means "not stated"; of a single time point it does not matter.
    if dim[0] > 3, dim[4] > 1, !(pixdim[4] >= 0 && pixdim[4].isFinite) {
      faults.append(.voxelSize(axis: 4, found: "\(pixdim[4])"))
    }
  }

  private func checkVoxelOffset(_ faults: inout [NIfTIHeaderFault]) {
    let minimum = version.firstVoxelOffset
    // 2^53: beyond it a Double no longer holds every whole number.
    let isWhole = voxelOffset.rounded(.towardZero) == voxelOffset && voxelOffset <= 9_007_199_254_740_992
    guard isWhole, voxelOffset >= Double(minimum) else {
      faults.append(.voxelOffset(found: "\(voxelOffset)", minimum: minimum))
      return
    }
  }

  private func checkScaling(_ faults: inout [NIfTIHeaderFault]) {
    guard slope.isFinite, slope == 0 || intercept.isFinite else {
      faults.append(.scaling(slope: "\(slope)", intercept: "\(intercept)"))
      return
    }
  }

  private func checkedUnits(
    _ faults: inout [NIfTIHeaderFault]
  ) -> (space: NIfTISpatialUnit, time: NIfTITimeUnit)? {
    guard (0...63).contains(units), let space = NIfTISpatialUnit(rawValue: units & 7),
      let time = NIfTITimeUnit(rawValue: units & 56)
    else {
      faults.append(.units(code: units))
      return nil
    }
    return (space, time)
  }

  private func checkTransforms(_ faults: inout [NIfTIHeaderFault]) {
    // NIfTI-2 stores the codes in 32 bits, but only 0 to 5 are defined; what NIfTI-1 can hold is let through.
    let allowed = 0...Int(Int16.max)
    if !allowed.contains(sformCode) || !allowed.contains(qformCode) {
      faults.append(.transformCode(sform: sformCode, qform: qformCode))
    }
    if sformCode > 0, !sform.isFinite { faults.append(.affineNotFinite(source: "sform")) }
    guard qformCode > 0 else { return }
    let square = (quaternion * quaternion).sum()
    if !(quaternion.sum().isFinite && quaternionOffset.sum().isFinite) {
      faults.append(.affineNotFinite(source: "qform"))
    } else if !(square <= Self.largestQuaternionSquare) {
      faults.append(.quaternion(squaredLength: "\(square)"))
    }
  }

  /// What is wrong with the transform in force once units are applied, unless it follows from a fault found.
  private func affineFault(of header: NIfTIHeader, given faults: [NIfTIHeaderFault]) -> NIfTIHeaderFault? {
    let isKnown = faults.contains { fault in
      switch fault {
      case .affineNotFinite, .quaternion: true
      case .axisCount, .voxelSize: header.affineSource != .sform
      default: false
      }
    }
    let affine = header.affine
    if isKnown || !affine.isSingular { return nil }
    let source = header.affineSource.rawValue
    return affine.isFinite ? .affineSingular(source: source) : .affineNotFinite(source: source)
  }
}
