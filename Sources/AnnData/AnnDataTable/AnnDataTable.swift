/// A table of observations as single-cell tools read it: annotated rows, a matrix of measurements, and notes.
///
/// Written as AnnData's `.h5ad` (HDF5), which anndata and scanpy open. Layout: Virshup et al 2024, "anndata: Access
/// and store annotated data matrices", J Open Source Softw 9:4371, doi:10.21105/joss.04371, and the project's page
/// "On-disk format" (elements of anndata 0.8 and later).
public struct AnnDataTable: Sendable {
  /// Name of each observation; unique.
  public var observationNames: AnnDataNames
  /// Annotations of the observations (`obs`), in order; every column has one entry an observation.
  public var observations: [(name: String, column: AnnDataColumn)]
  /// Names of the measured variables; unique.
  public var variableNames: [String]
  /// Annotations of the variables (`var`), in order; every column has one entry a variable.
  public var variables: [(name: String, column: AnnDataColumn)]
  /// The matrix `X`, observation after observation: `observationNames.count * variableNames.count` values.
  public var matrix: [Float]
  /// Coordinates of the observations (`obsm`), by name, each with `dimensions` values an observation.
  public var coordinates: [(name: String, dimensions: Int, values: [Float])]
  /// Notes about the whole table (`uns`).
  public var notes: [(name: String, note: AnnDataNote)]

  /// Makes a table without annotations.
  ///
  /// - Parameters:
  ///   - observationNames: name of each row.
  ///   - variableNames: name of each column of the matrix.
  ///   - matrix: row after row.
  public init(observationNames: AnnDataNames, variableNames: [String], matrix: [Float]) {
    self.observationNames = observationNames
    self.variableNames = variableNames
    self.matrix = matrix
    observations = []
    variables = []
    coordinates = []
    notes = []
  }
}
