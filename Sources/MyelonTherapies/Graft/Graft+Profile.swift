import MyelonLesion

extension Graft {
  /// What is known of every living agent at this moment.
  ///
  /// - Parameters:
  ///   - model: the cord, for what circuits sense.
  ///   - ironLoad: iron of a freshly labelled cell, pg.
  /// - Returns: one entry a living agent, in the order of the slots.
  public func profile(_ model: LesionModel, ironLoad: Double) -> CellProfile {
    var profile = CellProfile()
    profile.product.names = unique(transplants.map(\.plan.product.id))
    profile.transplant.names = names
    profile.fate.names = GraftFate.allCases.map { "\($0)" }
    let products = transplants.map { record in
      Int8(profile.product.names.firstIndex(of: record.plan.product.id) ?? -1)
    }
    let kinds = transplants.map { Int8(CellProduct.Kind.allCases.firstIndex(of: $0.plan.product.kind) ?? -1) }
    for slot in 0..<agents.count where agents.condition[slot] == GraftCondition.alive.rawValue {
      let cell = cell(slot)
      let plan = transplants[cell.transplant].plan
      profile.identifier.append(Int64(cell.id))
      profile.kind.codes.append(kinds[cell.transplant])
      profile.product.codes.append(products[cell.transplant])
      profile.transplant.codes.append(Int8(clamping: cell.transplant))
      profile.fate.codes.append(Int8(cell.fate.rawValue))
      profile.clone.append(Int32(bitPattern: cell.clone))
      profile.position.append(cell.position)
      profile.age.append(Float(hours) / 24 - cell.birth / 24)
      profile.stress.append(cell.stress)
      profile.alive.append(true)
      profile.generation.append(Int32(cell.generation))
      let iron = plan.labels.contains(.iron) ? LabelledIron(picograms: Float(ironLoad)) : .init(picograms: 0)
      profile.labelIron.append(iron.divided(times: cell.generation).picograms)
      profile.cells.append(Float(cellsPerAgent(cell.transplant)))
      for place in profile.secretion.indices {
        let rate = secretion(of: profile.secretion[place].factor, by: cell, model)
        profile.secretion[place].values.append(Float(rate))
      }
    }
    return profile
  }

  /// Secretion of a factor by one cell where it lies, ng per million cells a day.
  private func secretion(of factor: Factor, by cell: GraftCell, _ model: LesionModel) -> Double {
    let record = transplants[cell.transplant]
    var rate: Double
    switch factor {
    case .bdnf: rate = record.term(.secretionBDNF)
    case .nt3: rate = record.term(.secretionNT3)
    case .gdnf: rate = record.term(.secretionGDNF)
    case .vegf: rate = record.term(.secretionVEGF)
    case .interleukin10: rate = record.term(.secretionIL10)
    case .antiNogo, .chondroitinase: rate = 0
    }
    for engineered in record.plan.engineering {
      switch engineered {
      case .secretes(factor, let constant): rate += constant
      case .responds(let circuit) where circuit.factor == factor:
        rate += circuit.rate(at: Self.signal(circuit.sensor, cell.voxel, model))
      default: break
      }
    }
    return rate
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
