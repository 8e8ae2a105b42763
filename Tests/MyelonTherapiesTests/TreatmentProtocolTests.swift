import Foundation
import MyelonTherapies
import Testing

@Suite("The treatment protocol")
struct TreatmentProtocolTests {
  @Test("A protocol survives writing and reading")
  func roundTrip() throws {
    let release = FactorRelease(
      name: "NT-3 gel", day: 7, factor: .nt3, amount: 1e4, kinetics: .burstFirstOrder(burst: 0.2, rate: 0.05))
    let scaffold = ScaffoldImplant(name: "gel", day: 7, form: .gel, placement: .lesion(volume: 5))
    let protocolOfTreatment = TreatmentProtocol([.release(release), .scaffold(scaffold)])
    let data = try JSONEncoder().encode(protocolOfTreatment)
    #expect(try JSONDecoder().decode(TreatmentProtocol.self, from: data) == protocolOfTreatment)
    #expect(protocolOfTreatment.interventions.map(\.name) == ["NT-3 gel", "gel"])
  }
}
