extension FieldMaps {
  /// Cuts coloured sections out of a field.
  struct Sections {
    let cord: VolumeFile
    let frame: CordFrame
    /// Fractional column of the sagittal and fractional slice of the axial plane.
    let column: Double
    let slice: Double
    /// Colour of a value.
    let paint: (Float) -> SIMD3<Float>

    /// The sagittal section of a visit.
    func sagittal(_ volume: VolumeFile, _ visit: Int) -> SlicePicture {
      picture(
        SlicePlane(sagittal: volume, column: column, slices: frame.slices, visit: visit),
        SlicePlane(sagittal: cord, column: column, slices: frame.slices, visit: 0), columns: frame.rows,
        rows: 0...(frame.slices.count - 1))
    }

    /// The axial section of a visit.
    func axial(_ volume: VolumeFile, _ visit: Int) -> SlicePicture {
      picture(
        SlicePlane(axial: volume, slice: slice, visit: visit),
        SlicePlane(axial: cord, slice: slice, visit: 0),
        columns: frame.columns, rows: frame.rows)
    }

    private func picture(
      _ values: SlicePlane, _ cord: SlicePlane, columns: ClosedRange<Int>, rows: ClosedRange<Int>
    ) -> SlicePicture {
      let indices = rows.flatMap { row in columns.map { row * values.width + $0 } }
      return SlicePicture(
        width: columns.count, height: rows.count, colours: indices.map { paint(values.values[$0]) },
        cord: indices.map { min(1, max(0, cord.values[$0])) })
    }
  }
}
