/// A table of observations as single-cell tools read it: annotated rows, a matrix of measurements, and notes.
///
/// Written as AnnData's `.h5ad` (HDF5), which anndata and scanpy open. Layout: Virshup et al 2024, "anndata: Access
/// and store annotated data matrices", J Open Source Softw 9:4371, doi:10.21105/joss.04371.
public struct AnnDataTable: Sendable {
  /// Name of each observation; unique.
  public var observationNames: [String]
  /// Annotations of the observations (`obs`), in order; every column has one entry an observation.
  public var observations: [(name: String, column: Column)]
  /// Names of the measured variables (`var`).
  public var variableNames: [String]
  /// The matrix `X`, observation after observation: `observationNames.count * variableNames.count` values.
  public var matrix: [Float]
  /// Coordinates of the observations (`obsm`), by name, each with `dimensions` values an observation.
  public var coordinates: [(name: String, dimensions: Int, values: [Float])]
  /// Notes about the whole table (`uns`).
  public var notes: [(name: String, text: String)]

  /// One annotation of all observations.
  public enum Column: Sendable {
    /// Numbers.
    case numbers([Float])
    /// Whole numbers.
    case integers([Int32])
    /// One of some categories; codes index `categories`.
    case categories(codes: [Int8], categories: [String])
  }

  /// Makes a table without annotations.
  public init(observationNames: [String], variableNames: [String], matrix: [Float]) {
    self.observationNames = observationNames
    self.variableNames = variableNames
    self.matrix = matrix
    observations = []
    coordinates = []
    notes = []
  }
}
