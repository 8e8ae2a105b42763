import MyelonFields
import Foundation
import MyelonAnatomy
import MyelonSimulation
import MyelonStimulation
import NIfTI
import Testing

/// A rat's study with few fibres, on fields of points: made once, in a moment.
enum StimulationSample {
  static let text = """
    myelon-stimulation: 1
    name: small, "quoted"
    subject: {species: rat}
    electrode: {array: rat-wires}
    montages:
      - {cathode: L2}
      - {name: from S1 to L2, shares: {S1: -1, L2: 1}}
    pulse: {kind: symmetric-biphasic, width: 200 us, rate: 40 Hz}
    amplitudes: {from: 10 uA, to: 2000 uA, count: 12}
    accept-unsafe: yes
    fibres: {roots: [L4, L5], classes: [group-I, alpha-motor, dorsal-column], quantiles: 2}
    run: {detail: quick}
    """

  static func make() throws -> (result: StimulationResult, file: StimulationFile) {
    let text = text.replacing("small, \"quoted\"", with: "small")
    let file = try StimulationFile.read(text: text, name: "small.yaml")
    let result = try file.study.run(
      threads: 2,
      fields: { _, _, contacts, _, _ throws(StimulationError) in
        ContactFields(sources: contacts.map { PointSource(position: $0.position, conductivity: 0.3) })
      })
    return (result, file)
  }
}
