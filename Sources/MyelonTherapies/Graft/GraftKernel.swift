import MyelonFields
import MyelonRandom

/// One step of the agents of a slab.
struct GraftKernel {
  /// What an agent drew; zero for nothing that needs booking.
  static let divides: UInt8 = 1
  static let died: UInt8 = 2
  static let choseFate: UInt8 = 3

  private let x: UnsafeMutablePointer<Float>
  private let y: UnsafeMutablePointer<Float>
  private let z: UnsafeMutablePointer<Float>
  private let voxel: UnsafeMutablePointer<Int32>
  private let id: UnsafeMutablePointer<UInt32>
  private let transplant: UnsafeMutablePointer<UInt16>
  private let fate: UnsafeMutablePointer<UInt8>
  private let condition: UnsafeMutablePointer<UInt8>
  private let death: UnsafeMutablePointer<Float>
  private let stress: UnsafeMutablePointer<Float>
  private let maturity: UnsafeMutablePointer<Float>
  private let cordShare: UnsafePointer<Float>?
  private let row: UnsafePointer<Int32>?
  private let rates: UnsafePointer<GraftRates>
  private let shares: UnsafePointer<Float>
  private let draws: UnsafeBufferPointer<GraftDraws>
  private let decisions: UnsafeMutablePointer<UInt8>?
  private let key: SIMD2<UInt32>
  private let step: UInt32
  private let now: Float
  private let matured: Float
  private let settled: Float
  private let corner: SIMD3<Float>
  private let inverse: SIMD3<Float>
  private let nx: Int
  private let ny: Int
  private let size: SIMD3<Float>

  init(
    agents: GraftAgents, grid: VoxelGrid, cordShare: UnsafeBufferPointer<Float>,
    row: UnsafeBufferPointer<Int32>,
    rates: UnsafePointer<GraftRates>, shares: UnsafePointer<Float>, draws: UnsafeBufferPointer<GraftDraws>,
    decisions: UnsafeMutableBufferPointer<UInt8>, key: SIMD2<UInt32>, step: UInt32, now: Float,
    matured: Float,
    settled: Float
  ) {
    x = agents.x
    y = agents.y
    z = agents.z
    voxel = agents.voxel
    id = agents.id
    transplant = agents.transplant
    fate = agents.fate
    condition = agents.condition
    death = agents.death
    stress = agents.stress
    maturity = agents.maturity
    self.cordShare = cordShare.baseAddress
    self.row = row.baseAddress
    self.rates = rates
    self.shares = shares
    self.draws = draws
    self.decisions = decisions.baseAddress
    self.key = key
    self.step = step
    self.now = now
    self.matured = matured
    self.settled = settled
    corner = SIMD3<Float>(grid.origin - 0.5 * grid.spacing)
    inverse = SIMD3<Float>(1 / grid.spacing)
    nx = grid.nx
    ny = grid.ny
    size = SIMD3(Float(grid.nx), Float(grid.ny), Float(grid.nz))
  }

  /// Advances the agents of a range of slots; returns how many decisions need booking.
  func advance(_ slots: Range<Int>) -> Int32 {
    guard let cordShare, let row, let decisions else { return 0 }
    let kinds = draws.count
    var events: Int32 = 0
    for slot in slots where condition[slot] == 0 {
      let kind = Int(transplant[slot])
      let place = Int(row[Int(voxel[slot])]) &* kinds &+ kind
      let rate = rates[place]
      let words = CounterRandom.words(counter: SIMD4(id[slot], step, 0, 0), key: key)
      if words.x < rate.death {
        condition[slot] = cause(of: words.y, at: place)
        death[slot] = now
        decisions[slot] = Self.died
        events &+= 1
        continue
      }
      if fate[slot] == 0 {
        if words.y < rate.division {
          decisions[slot] = Self.divides
          events &+= 1
        } else if words.y > ~draws[kind].fate {
          fate[slot] = chosenFate(words.x, above: rate.death, of: draws[kind].fates)
          decisions[slot] = Self.choseFate
          events &+= 1
        }
      } else {
        maturity[slot] += (1 - maturity[slot]) * matured
      }
      stress[slot] += (rate.stress - stress[slot]) * settled
      move(slot, words, stride: draws[kind].stride, cordShare: cordShare)
    }
    return events
  }

  /// The cause of a death, by the hazards' shares.
  @inline(__always)
  private func cause(of word: UInt32, at place: Int) -> UInt8 {
    let causes = GraftCondition.causeCount
    let uniform = Float(word >> 8) * 0x1p-24
    let cumulated = shares + place &* causes
    var cause = 0
    while cause < causes - 1, uniform >= cumulated[cause] { cause += 1 }
    return UInt8(truncatingIfNeeded: cause + 1)
  }

  /// The fate that a cell chooses.
  ///
  /// The first word is known to be at least the death threshold, and is uniform above it.
  @inline(__always)
  private func chosenFate(_ word: UInt32, above threshold: UInt32, of sums: SIMD4<Float>) -> UInt8 {
    let uniform = Float(word &- threshold) / Float(UInt32.max &- threshold)
    if uniform < sums.x { return GraftFate.neuron.rawValue }
    if uniform < sums.y { return GraftFate.astrocyte.rawValue }
    if uniform < sums.z { return GraftFate.myelinating.rawValue }
    return GraftFate.other.rawValue
  }

  /// A step of the random walk from 63 bits, 21 an axis.
  ///
  /// A step that would leave the cord is not taken: that is reflection, and keeps an even density even.
  @inline(__always)
  private func move(
    _ slot: Int, _ words: SIMD4<UInt32>, stride: Float, cordShare: UnsafePointer<Float>
  ) {
    guard stride > 0 else { return }
    let scale = stride * 0x1p-21
    let centre = 0.5 * stride - 0.5 * scale
    let newX = x[slot] + (Float(Int32(bitPattern: words.z >> 11)) * scale - centre)
    let newY = y[slot] + (Float(Int32(bitPattern: words.w >> 11)) * scale - centre)
    let low = (words.z & 0x7FF) << 10 | words.w & 0x3FF
    let newZ = z[slot] + (Float(Int32(bitPattern: low)) * scale - centre)
    let cellX = (newX - corner.x) * inverse.x
    let cellY = (newY - corner.y) * inverse.y
    let cellZ = (newZ - corner.z) * inverse.z
    guard cellX >= 0, cellY >= 0, cellZ >= 0, cellX < size.x, cellY < size.y, cellZ < size.z else { return }
    // All three are positive and below the grid's size, so truncation is the floor and cannot overflow.
    let index =
      (Int(cellZ) &* ny &+ Int(cellY)) &* nx &+ Int(cellX)
    guard cordShare[index] >= Graft.leastCordShare else { return }
    x[slot] = newX
    y[slot] = newY
    z[slot] = newZ
    voxel[slot] = Int32(truncatingIfNeeded: index)
  }
}
