/// The potential that 1 mA of a contact raises, as computed by a `VolumeConductor`.
///
/// Values at cell centres in `Float`, interpolated by cubics with a continuous first derivative; for points
/// the singular part is added from its closed form, so that the field is right up to the electrode. Flat
/// contacts bend the field within a cell or two of their edge, where neither the grid nor the cubics follow;
/// the same holds for jumps of conductivity.
public struct LeadField: PotentialSource {
  /// The closed form that is added to the values.
  struct Singularity: Sendable {
    /// The source.
    var source: PointSource
    /// Its current, mA.
    var current: Double
  }

  /// The contact.
  public let contact: ElectrodeContact
  /// How it was computed.
  public let record: SolveRecord
  /// Potential of the metal for 1 mA: access resistance of the tissue, ohm; nil for a point.
  public let contactResistance: Double?
  /// Potential of all metal contacts of the call for 1 mA of this one, by name, ohm: the transfer
  /// resistances.
  public let contactPotentials: [String: Double]
  /// True if the current leaves through the sides of the box; otherwise only montages whose shares add up to
  /// zero have a meaning.
  public let hasFarReturn: Bool

  /// Middles of the cells that are kept, along x, y and z, mm.
  public let centres: [[Double]]
  /// Potentials at the middles less what `singularities` give, mV for 1 mA, x fastest.
  public let values: [Float]

  let limits: (low: SIMD3<Double>, high: SIMD3<Double>)
  let singularities: [Singularity]

  /// Potential at a point, mV for 1 mA; outside the kept region that of its nearest point.
  public func potential(at point: SIMD3<Double>) -> Double {
    let x = AxisStencil(point.x, centres: centres[0], low: limits.low.x, high: limits.high.x)
    let y = AxisStencil(point.y, centres: centres[1], low: limits.low.y, high: limits.high.y)
    let z = AxisStencil(point.z, centres: centres[2], low: limits.low.z, high: limits.high.z)
    let (nx, ny, nz) = (centres[0].count, centres[1].count, centres[2].count)
    var total = values.withUnsafeBufferPointer { values -> Double in
      var sum = 0.0
      for c in 0..<4 where z.weights[c] != 0 {
        let k = min(z.first &+ c, nz &- 1)
        var planeSum = 0.0
        for b in 0..<4 where y.weights[b] != 0 {
          let row = (k &* ny &+ min(y.first &+ b, ny &- 1)) &* nx
          var rowSum = 0.0
          for a in 0..<4 where x.weights[a] != 0 {
            rowSum += x.weights[a] * Double(values[row &+ min(x.first &+ a, nx &- 1)])
          }
          planeSum += y.weights[b] * rowSum
        }
        sum += z.weights[c] * planeSum
      }
      return sum
    }
    for singularity in singularities {
      total += singularity.current * singularity.source.potential(at: point)
    }
    return total
  }
}
