import MyelonFields
import MyelonStimulation
import Testing

@Suite("Volume conductor: bad input")
struct ConductorErrorTests {
  private func conductor(_ label: @escaping (SIMD3<Double>) -> UInt8 = { _ in 0 }) throws -> VolumeConductor {
    let field = try ConductorCase.field(
      ConductorCase.cube(half: 5, cells: 10), [.isotropic("tissue", 0.2), .insulator("air")], label: label)
    return VolumeConductor(field)
  }

  private func disc(
    _ name: String, _ position: SIMD3<Double>, _ radius: Double = 1.5
  ) -> ElectrodeContact {
    ElectrodeContact(name: name, position: position, shape: .disc(radius: radius))
  }

  @Test("Contacts outside, too small, overlapping, in air or of the same name are refused by name")
  func contacts() throws {
    let conductor = try conductor()
    func refused(_ contacts: [ElectrodeContact]) -> ConductorError? {
      do throws(ConductorError) {
        _ = try conductor.leadFields(of: contacts)
        return nil
      } catch {
        return error
      }
    }
    let outside = refused([disc("far", [0, 0, 9])])
    #expect(outside == .outside(contact: "far", position: [0, 0, 9], low: [-5, -5, -5], high: [5, 5, 5]))
    #expect(refused([disc("edge", [4, 0, 0])]) != nil)
    #expect(refused([disc("small", [0, 0, 0], 0.9)]) == .unresolved(contact: "small", extent: 1.8, cell: 1))
    #expect(refused([disc("none", [0, 0, 0], 0)]) == .size(contact: "none", size: 0))
    #expect(
      refused([disc("a", [0, 0, 0]), disc("b", [1, 0, 1])]) == .overlapping(first: "a", second: "b"))
    #expect(refused([disc("a", [-2.5, 0, 0]), disc("a", [2.5, 0, 0])]) == .duplicate(contact: "a"))
    #expect(refused([ConductorCase.point([0, 0, 6])]) != nil)
    #expect(outside?.description.contains("widen the grid") == true)
  }

  @Test("A contact in air and one in a pocket that current cannot leave are refused")
  func pockets() throws {
    let air = try conductor { $0.y > 0 ? 1 : 0 }
    let contact = disc("lost", [0, 4, 0])
    #expect(throws: ConductorError.insulated(contact: "lost", position: [0, 4, 0])) {
      try air.leadField(of: contact)
    }
    // A shell of air round a ball of tissue.
    let pocket = try conductor { place in
      let radius = (place * place).sum().squareRoot()
      return radius > 2.5 && radius < 4 ? 1 : 0
    }
    #expect(throws: ConductorError.noReturn(contact: "p")) {
      try pocket.leadField(of: ConductorCase.point([0, 0, 0]))
    }
    // From outside the pocket is harmless.
    let lead = try pocket.leadField(of: ConductorCase.point([4.5, 4.5, 4.5]))
    #expect(lead.potential(at: [0, 0, 0]).isFinite)
    #expect(abs(lead.record.imbalance) < 1e-8)
  }

  @Test("Labels, tissues and layers that do not fit are all reported at once")
  func fields() {
    let grid = ConductorCase.cube(half: 1, cells: 2)
    do throws(ConductorError) {
      _ = try ConductivityField(
        grid: grid, labels: [0, 1, 5], tissues: [.isotropic("a", -1), .isotropic("b", 1)],
        layers: [ThinLayer(name: "l", between: 0, and: 0, thickness: 1, conductivity: 0)])
      Issue.record("accepted")
    } catch {
      guard case .invalid(let findings) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(findings.count == 5, "\(findings)")
    }
  }

  @Test("A solver that may not iterate enough says how far it came")
  func limit() throws {
    let field = try ConductorCase.spine(ConductorCase.cube(half: 15, cells: 30))
    let conductor = VolumeConductor(field, settings: SolverSettings(tolerance: 1e-8, iterations: 3))
    do throws(ConductorError) {
      _ = try conductor.leadField(of: ConductorCase.point([0, 5, 0]))
      Issue.record("accepted")
    } catch {
      guard case .notConverged("p", 3, let residual, 1e-8) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(residual > 1e-8 && residual < 1)
    }
  }
}
