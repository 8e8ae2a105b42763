import Foundation
import MyelonFields
import MyelonStimulation

/// The section "potential": slices of the map through the most active contact.
struct PotentialSlices {
  let result: StimulationResult

  /// The section's body.
  func html() throws(ReportError) -> String {
    let map = result.map
    guard let shown = result.shownMontage else { return "" }
    let level = ElectrodeFigure.level(of: shown.montage, in: result.contacts)
    let scale = scale
    let z = min(map.grid.nz - 1, max(0, Int(((level - map.grid.origin.z) / map.grid.spacing.z).rounded())))
    let x = min(map.grid.nx - 1, max(0, Int((-map.grid.origin.x / map.grid.spacing.x).rounded())))
    let axial = try picture(map.grid.nx, map.grid.ny, scale) { i, j in
      // Dorsal up, seen from below: x grows to the right.
      map.grid.index(i, map.grid.ny - 1 - j, z)
    }
    let sagittal = try picture(map.grid.ny, map.grid.nz, scale) { i, j in
      map.grid.index(x, map.grid.ny - 1 - i, j)
    }
    let edge = NumberText.short(map.grid.spacing.x)
    return """
      <p>Potential for an amplitude of 1 mA, montage <b>\(Markup.escape(map.montage))</b>, in cubes of \(edge) mm inside the dural sac's box; the volume is \
      <code>potential.nii.gz</code> (mV for 1 mA).</p>
      \(bar(scale))
      <div class="slices">
      <figure><img src="\(axial)" alt="Axial slice of the potential"><figcaption>Axial, at the most active contact; dorsal is up, the subject's left on the right.</figcaption></figure>
      <figure><img src="\(sagittal)" alt="Sagittal slice of the potential"><figcaption>Sagittal, in the midline; dorsal is at the left, rostral up.</figcaption></figure>
      </div>
      """
  }

  /// Potential at the ends of the colour scale, mV: the 99.5th percentile of sizes, so that the cells at a contact do not hide the rest.
  private var scale: Float {
    let stride = max(1, result.map.values.count / 50_000)
    let sizes = Swift.stride(from: 0, to: result.map.values.count, by: stride).map {
      abs(result.map.values[$0])
    }.sorted()
    return max(sizes[min(sizes.count - 1, Int(0.995 * Double(sizes.count)))], 1e-6)
  }

  private func picture(
    _ width: Int, _ height: Int, _ scale: Float, _ index: (Int, Int) -> Int
  ) throws(ReportError) -> String {
    let colours = (0..<height).flatMap { j in
      (0..<width).map { i in Self.colour(result.map.values[index(i, j)] / scale) }
    }
    let whole = SlicePicture(
      width: width, height: height, colours: colours, cord: [Float](repeating: 1, count: width * height))
    // About 480 pixels along the longer side.
    let zoom = max(1, 480 / Double(max(width, height)))
    return try whole.image(scaleU: zoom, scaleV: zoom).dataURL()
  }

  /// Blue where negative, orange where positive, pale at nothing, with lines of equal potential as steps of shade.
  private static func colour(_ value: Float) -> SIMD3<Float> {
    let size = min(1, abs(value))
    let step = (size * 10).rounded(.down) / 10
    let shade = 0.35 * size + 0.65 * step
    let ground = SIMD3<Float>(248, 246, 242)
    let end: SIMD3<Float> = value < 0 ? SIMD3(0, 70, 130) : SIMD3(190, 80, 10)
    return ground + (end - ground) * shade
  }

  private func bar(_ scale: Float) -> String {
    let stops = (-8...8).map { step -> String in
      let colour = Self.colour(Float(step) / 8)
      return "rgb(\(Int(colour.x)) \(Int(colour.y)) \(Int(colour.z)))"
    }
    let text = NumberText.short(Double(scale), digits: 2)
    return
      "<div class=\"scale-bar\"><span>−\(text) mV</span><i style=\"background:linear-gradient(90deg,\(stops.joined(separator: ",")))\"></i>"
      + "<span>+\(text) mV for 1 mA</span></div>"
  }
}
