import MyelonAnatomy

extension StimulationStudy {
  func fibreFaults() -> [StudyFault] {
    var faults: [StudyFault] = []
    let known = CordAnatomy.standard(species).segments.map(\.name)
    for (index, name) in fibres.segments.enumerated() where !known.contains(name) {
      faults.append(.unknownRoot(field: "fibres.roots[\(index)]", name: name, known: known))
    }
    if fibres.segments.isEmpty { faults.append(.nothingToCompute(field: "fibres.roots")) }
    if fibres.sides.isEmpty { faults.append(.nothingToCompute(field: "fibres.sides")) }
    if fibres.classes.isEmpty { faults.append(.nothingToCompute(field: "fibres.classes")) }
    return faults
  }

  func targetFaults() -> [StudyFault] {
    switch target {
    case nil: return []
    case .muscle(let name, let side):
      guard let pool = MotorPool.standard(species).first(where: { $0.name == name }) else {
        return [.unknownMuscle(name: name, known: Self.muscles(species))]
      }
      let covered = pool.shares.filter { fibres.segments.contains($0.segment) }.reduce(0) { $0 + $1.weight }
      let hasClass = fibres.classes.contains(.groupI) || fibres.classes.contains(.alphaMotor)
      guard covered >= MuscleRecruitment.leastCoverage - 1e-9, hasClass, fibres.sides.contains(side) else {
        return [missing(pool.shares.map(\.segment))]
      }
      return []
    case .root(let name, let side):
      let known = CordAnatomy.standard(species).segments.map(\.name)
      guard known.contains(name) else {
        return [.unknownRoot(field: "target.root", name: name, known: known)]
      }
      guard fibres.segments.contains(name), fibres.sides.contains(side), fibres.classes.contains(.groupI)
      else {
        return [missing([name])]
      }
      return []
    }
  }

  private func missing(_ required: [String]) -> StudyFault {
    .targetNotComputed(
      target: target?.title ?? "", required: required,
      found: fibres.segments + fibres.sides.map(\.word) + fibres.classes.map(\.rawValue))
  }
}
