/// Turns coloured voxels of a slice into a smooth picture of the cord on a transparent ground.
struct SlicePicture {
  /// Voxels in a row, and rows.
  let width: Int
  let height: Int
  /// Colour of each voxel.
  let colours: [SIMD3<Float>]
  /// Part of each voxel that is cord, 0 to 1.
  let cord: [Float]

  /// A picture with `scaleU` by `scaleV` pixels a voxel.
  ///
  /// Colours are interpolated between the centres of voxels, weighted by their part of cord, so that what lies
  /// outside does not bleed in; the outline is where half of the tissue is cord.
  func image(scaleU: Double, scaleV: Double) -> PNGImage {
    var image = PNGImage(
      width: max(1, Int((Double(width) * scaleU).rounded())),
      height: max(1, Int((Double(height) * scaleV).rounded())))
    let columns = Self.stencil(pixels: image.width, voxels: width)
    let rows = Self.stencil(pixels: image.height, voxels: height)
    // Two pixels of soft edge, told as a change of the interpolated cord fraction.
    let softness = Float(max(1, min(scaleU, scaleV)))
    for (v, row) in rows.enumerated() {
      for (u, column) in columns.enumerated() {
        var weight: Float = 0
        var sum = SIMD3<Float>.zero
        for (y, shareV) in [(row.low, 1 - row.share), (row.high, row.share)] {
          for (x, shareU) in [(column.low, 1 - column.share), (column.high, column.share)] {
            let index = y * width + x
            let part = shareU * shareV * cord[index]
            weight += part
            sum += part * colours[index]
          }
        }
        guard weight > 0 else { continue }
        let opacity = min(1, max(0, (weight - 0.5) * softness + 0.5))
        let colour = sum / weight
        let pixel = (v * image.width + u) * 4
        for channel in 0..<3 {
          image.pixels[pixel + channel] = UInt8(min(255, max(0, colour[channel].rounded())))
        }
        image.pixels[pixel + 3] = UInt8((255 * opacity).rounded())
      }
    }
    return image
  }

  /// The same picture turned by half a turn about the axis into the page, or mirrored.
  func flipped(horizontally: Bool, vertically: Bool) -> SlicePicture {
    func place(_ index: Int) -> Int {
      let (x, y) = (index % width, index / width)
      return (vertically ? height - 1 - y : y) * width + (horizontally ? width - 1 - x : x)
    }
    let order = (0..<width * height).map(place)
    return SlicePicture(
      width: width, height: height, colours: order.map { colours[$0] }, cord: order.map { cord[$0] })
  }

  /// For each pixel the two voxels that it lies between and the share of the second.
  private static func stencil(pixels: Int, voxels: Int) -> [(low: Int, high: Int, share: Float)] {
    (0..<pixels).map { pixel in
      let position = (Double(pixel) + 0.5) * Double(voxels) / Double(pixels) - 0.5
      let held = min(max(position, 0), Double(voxels - 1))
      let low = Int(held)
      return (low, min(low + 1, voxels - 1), Float(held - Double(low)))
    }
  }
}
