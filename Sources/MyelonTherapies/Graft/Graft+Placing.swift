import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonRandom

extension Graft {
  /// Places a transplant.
  ///
  /// Injected cells lie evenly in the injected volume, or in the scaffold that holds them (as its field says at this
  /// moment; when there is none, at the sites). Of cells given into fluid or blood a binomial share arrives: from
  /// the fluid anywhere in the window, from blood in the lesion. The rest acts from afar (`prepare`). A lot's viability
  /// decides how many are dead on arrival, its purity how many are of another kind, its residual pluripotent cells
  /// how many found clones. An agent stands for `ceil(dose / agentBudget)` cells; the dose is rounded to whole agents.
  ///
  /// - Parameters:
  ///   - transplant: what is given; a dose that is not positive gives nothing.
  ///   - model: the cord as it is now.
  public func place(_ transplant: CellTransplant, in model: LesionModel) {
    if model.clock.hours > hours {
      prime(model, hours: model.clock.hours - hours)
      hours = model.clock.hours
    }
    var record = GraftTransplant(plan: transplant, placed: hours)
    var entry = GraftLedger.Entry(name: transplant.name, cellsPerAgent: 1)
    let dose = transplant.dose.isFinite ? min(max(transplant.dose, 0), 1e12) : 0
    let arrival = arrivalShare(record)
    let sampler = sampler(for: transplant, in: model)
    if record.isVesicles {
      record.vesicles = dose * arrival * numbers.vesicleYield * numbers.lesionVolume
    } else {
      let perAgent = max(1, Int((dose / Double(agentBudget)).rounded(.up)))
      entry.cellsPerAgent = perAgent
      let count = Int((dose / Double(perAgent)).rounded())
      let arrived = placeAgents(
        count, of: record, entry: &entry, sampler: sampler, arrival: sampler.total > 0 ? arrival : 0)
      record.remoteCells = transplant.route == .intraparenchymal ? 0 : Double((count - arrived) * perAgent)
      foundClones(&record, entry: entry)
    }
    transplants.append(record)
    ledger.entries.append(entry)
    census.take(agents, transplants: transplants.count)
    model.shortenSteps()
  }

  private func arrivalShare(_ record: GraftTransplant) -> Double {
    let share: Double
    switch record.plan.route {
    case .intraparenchymal: share = 1
    case .intrathecal: share = record.term(.intrathecalArrival)
    case .intravenous: share = record.term(.intravenousArrival)
    }
    return min(max(share, 0), 1)
  }

  /// Key of the random words of agents.
  ///
  /// The constant keeps them apart from `RandomStream`s of the same seed.
  var key: SIMD2<UInt32> {
    SIMD2(
      UInt32(truncatingIfNeeded: seed) ^ 0x4752_4146, UInt32(truncatingIfNeeded: seed >> 32) ^ 0x5443_454C)
  }

  /// Returns how many arrived.
  private func placeAgents(
    _ count: Int, of record: GraftTransplant, entry: inout GraftLedger.Entry, sampler: GraftSampler,
    arrival: Double
  ) -> Int {
    guard count > 0, arrival > 0 else { return 0 }
    agents.reserve(agents.count + count)
    let viability = record.plan.viability
    let purity = record.plan.effectiveIdentity
    var arrived = 0
    for _ in 0..<count {
      // Counters of placing lie on another plane (third word 1) than those of steps.
      let first = CounterRandom.words(counter: SIMD4(nextID, 0, 1, 0), key: key)
      let second = CounterRandom.words(counter: SIMD4(nextID, 1, 1, 0), key: key)
      nextID &+= 1
      guard Self.uniform(second.x) < arrival else { continue }
      arrived += 1
      let fate: GraftFate = Self.uniform(second.z) < purity ? .progenitor : .other
      let isAlive = Self.uniform(second.y) < viability
      let slot = appendAgent(
        id: nextID &- 1, voxel: sampler.voxel(at: Self.uniform(first.x)), within: first, fate: fate)
      entry.placed += 1
      if isAlive {
        entry.alive[Int(fate.rawValue)] += 1
      } else {
        agents.condition[slot] = GraftCondition.injection.rawValue
        agents.death[slot] = Float(hours)
        entry.dead[Int(GraftCondition.injection.rawValue)] += 1
      }
    }
    return arrived
  }

  /// A number in (0, 1) from a random word.
  static func uniform(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

  /// Fills a new slot with a living agent at a random place of a voxel.
  private func appendAgent(id: UInt32, voxel: Int32, within words: SIMD4<UInt32>, fate: GraftFate) -> Int {
    let grid = cord.grid
    let index = Int(voxel)
    let corner = grid.centre(index % grid.nx, index / grid.nx % grid.ny, index / (grid.nx * grid.ny))
    // A margin keeps a position from rounding into the next voxel.
    let inside =
      SIMD3(Self.uniform(words.y), Self.uniform(words.z), Self.uniform(words.w)) * 0.999
      - SIMD3(repeating: 0.4995)
    let place = corner + inside * grid.spacing
    let slot = agents.takeSlot()
    agents.x[slot] = Float(place.x)
    agents.y[slot] = Float(place.y)
    agents.z[slot] = Float(place.z)
    agents.voxel[slot] = voxel
    agents.id[slot] = id
    agents.clone[slot] = id
    agents.transplant[slot] = UInt16(truncatingIfNeeded: transplants.count)
    agents.generation[slot] = 0
    agents.fate[slot] = fate.rawValue
    agents.condition[slot] = GraftCondition.alive.rawValue
    agents.birth[slot] = Float(hours)
    agents.death[slot] = 0
    agents.stress[slot] = 0
    agents.maturity[slot] = fate == .progenitor ? 0 : 1
    return slot
  }

  /// Residual cells found clones: their number is Poisson, their places are those of placed agents.
  ///
  /// `clone_survival` is the chance that a cell founds a growing clone. Early chance alone lets one in 1 / (1 - δ_c)
  /// clones grow, so founders are drawn with `clone_survival / (1 - δ_c)`, at most 1.
  private func foundClones(_ record: inout GraftTransplant, entry: GraftLedger.Entry) {
    let share = record.plan.undifferentiatedShare
    let founding = min(1, record.term(.cloneSurvival) / (1 - numbers.cloneDeathShare))
    let cells = Double(entry.totalAlive * entry.cellsPerAgent)
    var random = RandomStream(
      seed: seed, entity: 0x4352_0000 &+ UInt32(truncatingIfNeeded: transplants.count))
    let founders = random.poisson(min(max(cells * share * founding, 0), 1e9))
    guard founders > 0, entry.placed > 0 else { return }
    let clones = min(founders, Double(CloneHazard.cloneLimit))
    let first = agents.count - entry.placed
    for clone in 0..<Int(clones) {
      let slot = first + Int(random.uniform() * Double(entry.placed))
      let members =
        (founders / clones).rounded(.down)
        + (Double(clone) < founders.truncatingRemainder(dividingBy: clones) ? 1 : 0)
      record.clones.found(at: agents.voxel[slot], cells: members)
    }
  }
}
