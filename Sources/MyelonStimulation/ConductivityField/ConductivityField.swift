import MyelonFields

/// What conducts where: a tissue label a cell, a table of tissues, and thin layers between labels.
///
/// One byte a cell, so that twenty million cells take 20 MB. Conductances of faces come from it by
/// `halfResistance` and `layerResistance`, exact for layers across the axis whatever the widths of the cells.
public struct ConductivityField: Sendable, Hashable {
  /// The grid.
  public let grid: RectilinearGrid
  /// Index into `tissues` for each cell, in the grid's order.
  public let labels: [UInt8]
  /// Conductivities by label.
  public let tissues: [TissueConductivity]
  /// Thin layers.
  public let layers: [ThinLayer]

  /// Resistance of the layer between two labels, mm / (S/m), at `first * tissues.count + second`.
  private let layerTable: [Double]

  /// Makes a field.
  ///
  /// - Parameters:
  ///   - grid: the grid.
  ///   - labels: one a cell, x fastest, each below `tissues.count`.
  ///   - tissues: at most 256; conductivities finite and not negative.
  ///   - layers: at most one for each pair of labels; finite thickness, positive conductivity.
  /// - Throws: `ConductorError.invalid` with all that is wrong.
  public init(
    grid: RectilinearGrid, labels: [UInt8], tissues: [TissueConductivity], layers: [ThinLayer] = []
  ) throws(ConductorError) {
    let findings = Self.findings(grid: grid, labels: labels, tissues: tissues, layers: layers)
    guard findings.isEmpty else { throw .invalid(findings) }
    self.grid = grid
    self.labels = labels
    self.tissues = tissues
    self.layers = layers
    var table = [Double](repeating: 0, count: tissues.count * tissues.count)
    for layer in layers {
      table[Int(layer.first) * tissues.count + Int(layer.second)] = layer.resistance
      table[Int(layer.second) * tissues.count + Int(layer.first)] = layer.resistance
    }
    layerTable = table
  }

  /// One tissue everywhere.
  public init(grid: RectilinearGrid, uniform tissue: TissueConductivity) throws(ConductorError) {
    try self.init(grid: grid, labels: [UInt8](repeating: 0, count: grid.count), tissues: [tissue])
  }

  /// Tissue of the cell that a point lies in; at the surface of the grid the nearest cell.
  ///
  /// - Parameter point: mm.
  /// - Returns: the tissue.
  public func tissue(at point: SIMD3<Double>) -> TissueConductivity {
    tissues[Int(labels[cell(at: point)])]
  }

  /// Flat index of the cell that a point lies in; outside the grid the nearest cell.
  public func cell(at point: SIMD3<Double>) -> Int {
    grid.index(
      GridPlace.cell(point.x, grid.x), GridPlace.cell(point.y, grid.y), GridPlace.cell(point.z, grid.z))
  }

  /// Resistance of the layer between two labels, mm / (S/m).
  func layerResistance(_ first: UInt8, _ second: UInt8) -> Double {
    layerTable[Int(first) * tissues.count + Int(second)]
  }

  private static func findings(
    grid: RectilinearGrid, labels: [UInt8], tissues: [TissueConductivity], layers: [ThinLayer]
  ) -> [String] {
    var findings: [String] = []
    if labels.count != grid.count {
      findings.append("\(grid.count) cells need as many labels, found \(labels.count).")
    }
    if tissues.isEmpty || tissues.count > 256 {
      findings.append("From 1 to 256 tissues are possible, found \(tissues.count).")
    }
    if let largest = labels.max(), Int(largest) >= tissues.count {
      findings.append("Label \(largest) has no tissue in a table of \(tissues.count).")
    }
    for tissue in tissues where !(tissue.conductivity.min() >= 0 && tissue.conductivity.sum().isFinite) {
      findings.append(
        "\(tissue.name): conductivity must be finite and at least 0 S/m: \(tissue.conductivity).")
    }
    var pairs: Set<Set<UInt8>> = []
    for layer in layers {
      if !(layer.thickness >= 0 && layer.thickness.isFinite && layer.conductivity > 0) {
        findings.append(
          "\(layer.name): needs a thickness of at least 0 mm and a conductivity above 0 S/m: "
            + "\(layer.thickness) mm, \(layer.conductivity) S/m.")
      }
      if Int(max(layer.first, layer.second)) >= tissues.count || layer.first == layer.second {
        findings.append(
          "\(layer.name): lies between two different labels of the table, not \(layer.first) and \(layer.second)."
        )
      }
      if !pairs.insert([layer.first, layer.second]).inserted {
        findings.append("\(layer.name): a second layer between labels \(layer.first) and \(layer.second).")
      }
    }
    return findings
  }
}
