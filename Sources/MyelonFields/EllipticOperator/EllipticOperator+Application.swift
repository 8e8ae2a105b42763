extension EllipticOperator {
  /// Applies the operator in `Double`, flux by flux, and forms the product with its argument.
  ///
  /// - Parameters:
  ///   - argument: field u, padded.
  ///   - result: receives A u.
  ///   - sums: scratch for one sum a plane, `nz` values.
  ///   - executor: the threads to use.
  /// - Returns: u · A u, summed plane by plane.
  func apply(
    to argument: UnsafeMutablePointer<Double>, into result: UnsafeMutablePointer<Double>,
    sums: UnsafeMutablePointer<Double>, executor: SlabExecutor
  ) -> Double {
    executePlanes(executor) { k in
      self.applyPlane(k, argument, result)
      sums[k] = FieldSums.product(argument + k &* self.plane, result + k &* self.plane, self.plane)
    }
    return FieldSums.total(sums, nz)
  }

  private func applyPlane(
    _ k: Int, _ u: UnsafeMutablePointer<Double>, _ result: UnsafeMutablePointer<Double>
  ) {
    let (gx, gy, gz) = (alongX, alongY, alongZ)
    let (row, layer) = (nx, plane)
    let first = k &* layer
    for i in first..<(first &+ layer) {
      let centre = u[i]
      let x = Double(gx[i]) * (centre - u[i &- 1]) + Double(gx[i &+ 1]) * (centre - u[i &+ 1])
      let y = Double(gy[i]) * (centre - u[i &- row]) + Double(gy[i &+ row]) * (centre - u[i &+ row])
      let z = Double(gz[i]) * (centre - u[i &- layer]) + Double(gz[i &+ layer]) * (centre - u[i &+ layer])
      result[i] = x + y + z
    }
    for at in linkOffsets[k]..<linkOffsets[k + 1] {
      let link = links[at]
      result[link.cell] += Double(link.conductance) * u[link.cell]
    }
  }

  /// Residual `b - A u` in `Float`, flux by flux.
  func residual(
    of u: UnsafeMutablePointer<Float>, rightSide b: UnsafeMutablePointer<Float>,
    into result: UnsafeMutablePointer<Float>, executor: SlabExecutor
  ) {
    executePlanes(executor) { k in self.residualPlane(k, u, b, result) }
  }

  private func residualPlane(
    _ k: Int, _ u: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>,
    _ result: UnsafeMutablePointer<Float>
  ) {
    let (gx, gy, gz) = (alongX, alongY, alongZ)
    let (row, layer) = (nx, plane)
    let first = k &* layer
    for i in first..<(first &+ layer) {
      let centre = u[i]
      let x = gx[i] * (u[i &- 1] - centre) + gx[i &+ 1] * (u[i &+ 1] - centre)
      let y = gy[i] * (u[i &- row] - centre) + gy[i &+ row] * (u[i &+ row] - centre)
      let z = gz[i] * (u[i &- layer] - centre) + gz[i &+ layer] * (u[i &+ layer] - centre)
      let inflow = x + y + z
      result[i] = b[i] + inflow
    }
    for at in linkOffsets[k]..<linkOffsets[k + 1] {
      let link = links[at]
      result[link.cell] -= link.conductance * u[link.cell]
    }
  }
}
