import Testing

@testable import MyelonAnatomy

@Suite struct SuperEllipseTests {
  @Test("An exponent of 2 fills pi/4 of the box")
  func circle() {
    #expect(abs(SuperEllipse.fill(exponent: 2) - .pi / 4) < 1e-14)
  }

  @Test(
    "The area from widths is f(n) times the box, wherever the widest level lies",
    arguments: [1.3, 1.8, 2.0, 2.7], [-0.4, 0.0, 0.3])
  func area(exponent: Double, widest: Double) {
    let outline = SuperEllipse(exponent: exponent, widestLevel: widest)
    let rows = 20000
    let widths = (0..<rows).map { outline.halfWidth(atDorsal: 2 * (Double($0) + 0.5) / Double(rows) - 1) }
    let fill = widths.reduce(0, +) / Double(rows)
    #expect(abs(fill - SuperEllipse.fill(exponent: exponent)) < 1e-4)
  }

  @Test("A fill gives back the exponent it came from", arguments: [1.25, 1.6, 2.0, 2.5, 2.95])
  func roundTrip(exponent: Double) {
    let outline = SuperEllipse(fill: SuperEllipse.fill(exponent: exponent), widestLevel: 0)
    #expect(abs(outline.exponent - exponent) < 1e-8)
  }

  @Test("The surface is where the width ends and the radius is 1")
  func surface() {
    let outline = SuperEllipse(exponent: 1.7, widestLevel: -0.2)
    for v in [-0.9, -0.2, 0.1, 0.8] {
      let u = outline.halfWidth(atDorsal: v)
      #expect(abs(outline.radius(lateral: u, dorsal: v) - 1) < 1e-12)
      #expect(outline.contains(lateral: 0.999 * u, dorsal: v))
      #expect(!outline.contains(lateral: 1.001 * u, dorsal: v))
    }
    #expect(outline.halfWidth(atDorsal: 1.01) == 0)
    #expect(outline.halfWidth(atDorsal: -1.01) == 0)
    #expect(abs(outline.halfWidth(atDorsal: -0.2) - 1) < 1e-12)
  }
}
