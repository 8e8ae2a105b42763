import Foundation
import Testing

@testable import MyelonTherapies

/// Channels, erosion and diffusivity of scaffolds in closed form.
@Suite("Scaffold geometry")
struct ScaffoldGeometryTests {
  private func implant(
    porosity: Double = 0.9, alignment: Double = 0, channels: ScaffoldImplant.Channels? = nil,
    form: ScaffoldImplant.Form = .sponge, halfLife: Double? = 40, erosion: ScaffoldImplant.Erosion = .bulk
  ) -> ScaffoldImplant {
    ScaffoldImplant(
      name: "s", day: 3, form: form, placement: .lesion(volume: 1), porosity: porosity, alignment: alignment,
      channels: channels, halfLife: halfLife, erosion: erosion)
  }

  @Test("Hexagonal packing has the count and the open area of its lattice", arguments: [0.0, 20, 66, 200])
  func packing(wall: Double) {
    let geometry = ChannelGeometry(diameter: 200, wall: wall)
    // Lattice points in a disc of 40 mm2: rows √3/2 p apart, every second one shifted by half a pitch.
    let area = 40.0
    let radius = (area * 1e6 / .pi).squareRoot()
    let pitch = 200 + wall
    var count = 0
    let reach = Int(radius / pitch * 1.3) + 2
    for row in -reach...reach {
      for column in -reach...reach {
        let x = (Double(column) + (row % 2 == 0 ? 0 : 0.5)) * pitch
        let y = Double(row) * pitch * 3.0.squareRoot() / 2
        if x * x + y * y <= radius * radius { count += 1 }
      }
    }
    #expect(abs(geometry.count(inSection: area) / Double(count) - 1) < 0.03)
    let open = Double.pi * 100 * 100 * geometry.count(inSection: 1) / 1e6
    #expect(abs(geometry.openFraction - open) < 1e-12)
    #expect(abs(geometry.surfacePerVolume - 4 * open / 0.2) < 1e-9)
    if wall == 0 { #expect(abs(geometry.openFraction - .pi / (2 * 3.0.squareRoot())) < 1e-12) }
  }

  @Test("Material is half gone after its half-life, and from the surface all gone after two")
  func erosion() {
    let bulk = implant()
    let surface = implant(erosion: .surface)
    #expect(abs(bulk.remaining(afterDays: 40) - 0.5) < 1e-12)
    #expect(abs(bulk.remaining(afterDays: 120) - 0.125) < 1e-12)
    #expect(surface.remaining(afterDays: 20) == 0.75 && surface.remaining(afterDays: 40) == 0.5)
    #expect(surface.remaining(afterDays: 80) == 0 && surface.remaining(afterDays: 500) == 0)
    #expect(implant(halfLife: nil).remaining(afterDays: 1e4) == 1)
    #expect(bulk.remaining(afterDays: -5) == 1)
  }

  @Test("Diffusion in a scaffold: free without solid, faster along than across, slower in gels")
  func diffusivity() {
    func of(_ implant: ScaffoldImplant) -> (across: Float, along: Float) {
      Scaffold.diffusivity(of: implant, poreSlowing: 0.5, wall: 0.2)
    }
    let free = of(implant(porosity: 1, alignment: 0.6))
    #expect(abs(free.across - 1) < 1e-6 && abs(free.along - 1) < 1e-6)
    let isotropic = of(implant(porosity: 0.8))
    #expect(isotropic.across == isotropic.along && abs(isotropic.across - 0.715_54) < 1e-4)
    let fibres = of(implant(porosity: 0.8, alignment: 1))
    #expect(abs(fibres.along - 0.8) < 1e-6 && abs(fibres.across - 0.8 / 1.2) < 1e-6)
    #expect(of(implant(porosity: 0.8, form: .gel)).along == isotropic.along / 2)
    let channels = ScaffoldImplant.Channels(diameter: 200, wall: 66)
    let open = Float(ChannelGeometry(diameter: 200, wall: 66).openFraction)
    let tubes = of(implant(channels: channels))
    #expect(abs(tubes.along - (open + (1 - open) * 0.2)) < 1e-6)
    #expect(tubes.across < tubes.along && tubes.across > 0.2)
    #expect(
      implant(channels: channels).openFraction == Double(open)
        || abs(Float(implant(channels: channels).openFraction) - open) < 1e-6)
  }

  @Test("Numbers that no scaffold can have are refused")
  func refusals() {
    let bad = [
      implant(porosity: 1.2), implant(alignment: -0.1), implant(halfLife: 0), implant(halfLife: .nan),
      implant(channels: .init(diameter: 0, wall: 5)), implant(channels: .init(diameter: 50, wall: -5)),
    ]
    for implant in bad { #expect(throws: TherapyError.self) { try implant.validate() } }
    #expect(throws: Never.self) { try implant().validate() }
  }
}
