import MyelonAnatomy
import MyelonRegrowth
import Testing

struct NeuronTypeTests {
  @Test("Every tract's axons belong to a host neuron")
  func everyTract() {
    for tract in Tract.allCases { #expect(NeuronType(tract) != .graft) }
    #expect(NeuronType(.dorsalCorticospinal) == .corticospinal)
  }
}
