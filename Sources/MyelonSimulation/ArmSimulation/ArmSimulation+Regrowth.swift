import Foundation
import MyelonLesion
import MyelonRecovery
import MyelonRegrowth
import Tractogram

extension ArmSimulation {
  /// Records what has grown by a visit and what carries the drive.
  mutating func recordRegrowth(_ grown: RegrowthSummary) {
    regrowth.visits.append(grown)
    guard let visit = visits.last else { return }
    var shares: [String: Double] = [:]
    for source in PathwaySource.allCases {
      shares[source.rawValue] = visit.details["drive_\(source.rawValue)"]
    }
    regrowth.contributions.append(RegrowthRecord.Contribution(day: visit.day, shares: shares))
  }

  /// The record of what has grown in an arm that has ended; writes its axons and its graph of connections.
  func finishRegrowth() throws -> RegrowthRecord? {
    guard plan.scenario.run.growthCones > 0 else { return nil }
    var record = regrowth
    let slug = Self.slugs(of: plan.scenario)[index]
    try directory.make(directory.file(slug))
    let files = (
      axons: "\(slug)/axons.tck", weights: "\(slug)/axons-weights.txt", graph: "\(slug)/connections.graphml"
    )
    let lines = influence.regrowth.lines()
    try write(lines, to: directory.file(files.axons), weights: directory.file(files.weights))
    let graph = try influence.reading(model).graph
    try WholeFile.write(Data(graph.graphML().utf8), to: directory.file(files.graph))
    record.files = [
      RegrowthRecord.File.axons: files.axons, RegrowthRecord.File.weights: files.weights,
      RegrowthRecord.File.connections: files.graph,
    ]
    record.axons = Self.sample(of: lines)
    return record
  }

  private func write(_ lines: [RegrownAxon], to path: String, weights: String) throws {
    var streamlines = Streamlines()
    var axons: [Float] = []
    for line in lines where streamlines.append(cordPath: line.path) { axons.append(line.axons) }
    streamlines.weights["axons"] = axons
    let comment =
      "Myelon \(ProgramVersion.current), \(plan.scenario.name), \(plan.scenario.arms[index].name), "
      + "day \(Int(model.clock.days.rounded())): simulated by research software; it predicts nobody's outcome."
    let plain = String(comment.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 })
    try TrackFile(streamlines, fields: ["comments": plain]).write(to: path)
    try streamlines.writeWeights("axons", to: weights)
  }

  /// An even sample of the axons, those that are connected or lie beyond the lesion not thinned more than the others.
  private static func sample(of lines: [RegrownAxon]) -> [AxonLine] {
    let step = max(1, Double(lines.count) / Double(RegrowthRecord.sampleLimit))
    return stride(from: 0.0, to: Double(lines.count), by: step).prefix(RegrowthRecord.sampleLimit).map {
      let line = lines[Int($0)]
      return AxonLine(
        neuron: line.neuron, state: state(line), axons: Double(line.axons), path: line.path)
    }
  }

  private static func state(_ line: RegrownAxon) -> AxonLine.State {
    switch line.state {
    case .growing, .gone: .growing
    case .arrested: line.isTrapped ? .trapped : .arrested
    case .retracting: .retracting
    case .connected: .connected
    case .left: .left
    }
  }
}
