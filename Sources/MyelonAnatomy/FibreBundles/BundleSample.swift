/// A piece of white matter in the section from which bundles are made.
struct BundleSample {
  /// Distance from the midline and dorsal position, mm.
  let lateral: Float
  let dorsal: Float
  /// The same in half-diameters.
  let u: Float
  let v: Float
  /// Tract number, 0 to 16.
  let tract: Int
  /// Area, any unit.
  let weight: Float
  /// Depth, 0 in the middle and 1 at the surface.
  let radius: Float
}

extension CrossSection {
  /// Samples of one half's white matter on a raster of `step` mm.
  func whiteSamples(step: Double) -> [BundleSample] {
    let halfLateral = lateral / 2
    let halfDepth = anteroposterior / 2
    let rows = 2 * Int((halfDepth / step).rounded(.up))
    let columns = Int((halfLateral / step).rounded(.up))
    var kernel = SectionKernel(partition)
    var labels = [UInt8](repeating: 0, count: SectionKernel.padded(columns))
    var samples: [BundleSample] = []
    let pitch = Float(step / halfLateral)
    for row in 0..<rows {
      let depth = (Double(row) + 0.5) * step - Double(rows / 2) * step
      let v = depth / halfDepth
      let reach = outline.halfWidth(atDorsal: v) * halfLateral / step
      let count = min(columns, Int(reach.rounded()))
      labels.withUnsafeMutableBufferPointer {
        kernel.labelRow(dorsal: Float(v), first: 0.5 * pitch, pitch: pitch, count: count, into: $0)
      }
      for column in 0..<count where labels[column] < UInt8(RegionKey.firstGrey) {
        let across = (Double(column) + 0.5) * step
        let u = across / halfLateral
        samples.append(
          BundleSample(
            lateral: Float(across), dorsal: Float(depth), u: Float(u), v: Float(v),
            tract: Int(labels[column]), weight: 1,
            radius: Float(outline.radius(lateral: u, dorsal: v))))
      }
    }
    return samples
  }
}
