import AnnData
import MyelonTherapies

/// Turns the profile of grafted cells into a table that single-cell tools open.
public enum CellTable {
  /// The table of a profile.
  ///
  /// Rows are agents. `X` holds what a cell does and suffers: secretion by factor, stress, iron of the label; the
  /// column `unit` of `var` says in what unit. `obs` holds kind, product, transplant, fate, clone, age, alive,
  /// generation, stress, iron and the number of cells that the agent stands for; `obsm` holds positions in mm as
  /// `spatial`, the name that scanpy and squidpy use. Arrays of unequal length give a table whose `faults` name
  /// them and which cannot be written.
  ///
  /// - Parameters:
  ///   - profile: the cells.
  ///   - notes: notes about the whole table, for example day, arm, species and version.
  /// - Returns: the table, not yet checked for faults.
  public static func make(
    _ profile: CellProfile, notes: [(name: String, note: AnnDataNote)] = []
  ) -> AnnDataTable {
    let secretion = profile.secretion
    var table = AnnDataTable(
      observationNames: .numbers(profile.identifier),
      variableNames: secretion.map { "secretion_\($0.factor.rawValue)" } + ["stress", "label_iron"],
      matrix: interleaved(secretion.map(\.values) + [profile.stress, profile.labelIron]))
    table.variables = [
      ("unit", .texts(secretion.map { unit(of: $0.factor) } + ["fraction", "pg"]))
    ]
    table.observations = [
      ("kind", column(profile.kind)), ("product", column(profile.product)),
      ("transplant", column(profile.transplant)), ("fate", column(profile.fate)),
      ("clone", .integers(profile.clone)), ("age_d", .numbers(profile.age)),
      ("alive", .flags(profile.alive)), ("generation", .integers(profile.generation)),
      ("stress", .numbers(profile.stress)), ("label_iron_pg", .numbers(profile.labelIron)),
      ("cells", .numbers(profile.cells)),
    ]
    table.coordinates = [("spatial", 3, coordinates(profile.position))]
    table.notes = notes
    return table
  }

  private static func column(_ label: CellProfile.Label) -> AnnDataColumn {
    .categories(codes: label.codes, categories: label.names)
  }

  private static func coordinates(_ positions: [SIMD3<Float>]) -> [Float] {
    [Float](unsafeUninitializedCapacity: positions.count * 3) { values, count in
      for (row, position) in positions.enumerated() {
        for axis in 0..<3 { values.initializeElement(at: 3 * row + axis, to: position[axis]) }
      }
      count = positions.count * 3
    }
  }

  private static func unit(of factor: Factor) -> String {
    factor == .chondroitinase ? "mU/1e6 cells/d" : "ng/1e6 cells/d"
  }

  /// Columns as rows of a matrix; unequal columns give a matrix of their total length, which is then refused.
  private static func interleaved(_ columns: [[Float]]) -> [Float] {
    let rows = columns.first?.count ?? 0
    guard columns.allSatisfy({ $0.count == rows }) else { return columns.flatMap { $0 } }
    let width = columns.count
    return [Float](unsafeUninitializedCapacity: rows * width) { matrix, count in
      for (place, column) in columns.enumerated() {
        for (row, value) in column.enumerated() {
          matrix.initializeElement(at: row * width + place, to: value)
        }
      }
      count = rows * width
    }
  }
}
