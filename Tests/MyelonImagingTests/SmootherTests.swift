import Foundation
import MyelonTestSupport
import Testing

@testable import MyelonImaging

/// The spline behind the centreline, and the profile of a section.
@Suite struct SmootherTests {
  @Test("Parabolas pass unchanged, whatever the penalty")
  func parabolas() {
    let points = (0..<40).map { i in
      let t = Double(i)
      return SIMD3(1 + 0.2 * t - 0.01 * t * t, 3 - 0.5 * t, 0.03 * t * t)
    }
    for penalty in [0.0, 1, 1e6] {
      let smooth = PenalisedSmoother(penalty: penalty).smooth(
        points, weights: [Double](repeating: 1, count: 40))
      let worst = zip(points, smooth).map { ($0 - $1).length }.max() ?? 1
      #expect(worst < 1e-6, "\(penalty): \(worst)")
    }
  }

  @Test("A wave is damped by 1 / (1 + (2 pi l / L)^6)")
  func waves() {
    // The penalty in nodes; third differences of a wave of L nodes are (2 sin(pi / L))^3 of it.
    let count = 1200
    let wave = 100.0
    let penalty = 1e6
    let points = (0..<count).map { SIMD3(sin(2 * Double.pi * Double($0) / wave), 0, 0) }
    let smooth = PenalisedSmoother(penalty: penalty).smooth(
      points, weights: [Double](repeating: 1, count: count))
    let wanted = 1 / (1 + penalty * pow(2 * sin(Double.pi / wave), 6))
    // A quarter of the way in, far from both ends.
    #expect(abs(smooth[625].x / points[625].x - wanted) < 1e-3, "\(smooth[625].x / points[625].x) \(wanted)")
  }

  @Test("An outlier does not bend the line")
  func outliers() {
    var generator = SeededGenerator(seed: 2)
    var points = (0..<60).map { SIMD3(generator.number(in: -0.02...0.02), 0.1 * Double($0), Double($0)) }
    points[20].x += 8
    points[21].x += 8
    let smooth = PenalisedSmoother(penalty: 1e4)
      .smoothRobustly(points, weights: [Double](repeating: 1, count: 60), floor: 0.05)
    #expect(smooth.map { abs($0.x) }.max() ?? 1 < 0.05)
  }

  @Test("A disc on a lattice has its area, moments and halves")
  func disc() throws {
    let step = 0.1
    let count = 121
    var values = [Float](repeating: 0, count: count * count)
    let centre = SIMD2(0.33, -0.21)
    for y in 0..<count {
      for x in 0..<count {
        let p = SIMD2(Double(x) * step - 6, Double(y) * step - 6) - centre
        // A ramp of two steps about the edge of the ellipse 4 x 2.5.
        let depth = (1 - ((p.x / 4) * (p.x / 4) + (p.y / 2.5) * (p.y / 2.5)).squareRoot()) * 3
        values[y * count + x] = Float(min(max(0.5 + depth / 0.4, 0), 1))
      }
    }
    let field = SectionField(
      columns: count, rows: count, origin: SIMD2(repeating: -6), step: SIMD2(repeating: step), values: values)
    let geometry = try #require(field.geometry(split: centre))
    #expect(abs(geometry.area - .pi * 10) < 0.05 && abs(geometry.half.x - 4) < 0.005)
    #expect(abs(geometry.half.y - 2.5) < 0.005 && abs(geometry.extent.x - 8) < 0.02)
    #expect(abs(geometry.centroid.x - 0.33) < 0.005 && abs(geometry.centroid.y + 0.21) < 0.005)
    #expect(abs(geometry.beyond.x / geometry.area - 0.5) < 0.002)
    #expect(abs(geometry.beyond.y / geometry.area - 0.5) < 0.002)
    let outline = SectionOutline(field, geometry: geometry)
    #expect(outline.radii.allSatisfy { abs($0 - 1) < 0.02 })
    let place = outline.place(of: SIMD2(2.33, 0.5), in: outline)
    #expect(abs(place.x - 2.33) < 1e-6 && abs(place.y - 0.5) < 1e-6)
  }
}
