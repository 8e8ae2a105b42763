/// What is known of every grafted cell at one moment: structure of arrays, one entry an agent in each.
///
/// An agent stands for `cells` like cells. The graft fills it; `CellTable` of the simulation turns it into a table
/// that single-cell tools open, and refuses arrays of unequal length there.
public struct CellProfile: Sendable, Equatable {
  /// A named property that takes one of at most 127 values; -1 stands for unknown.
  public struct Label: Sendable, Equatable {
    /// Names of the values.
    public var names: [String]
    /// Position in `names` of each agent's value.
    public var codes: [Int8]

    /// A label of its values and codes.
    public init(names: [String], codes: [Int8] = []) {
      self.names = names
      self.codes = codes
    }
  }

  /// Number of each agent; unique and constant through its life.
  public var identifier: [Int64] = []
  /// Kind of product (`CellProduct.Kind`).
  public var kind = Label(names: CellProduct.Kind.allCases.map(\.rawValue))
  /// Identifier of the product.
  public var product = Label(names: [])
  /// Name of the transplant of the arm.
  public var transplant = Label(names: [])
  /// Fate, for example undifferentiated, neuron, astrocyte, oligodendrocyte.
  public var fate = Label(names: [])
  /// Number of the growing clone that the agent belongs to, or -1.
  public var clone: [Int32] = []
  /// Position in the cord, mm.
  public var position: [SIMD3<Float>] = []
  /// Days since transplantation.
  public var age: [Float] = []
  /// Stress, 0 (none) to 1.
  public var stress: [Float] = []
  /// False for a cell that has died and is still listed.
  public var alive: [Bool] = []
  /// Divisions since transplantation.
  public var generation: [Int32] = []
  /// Iron of the label, pg a cell.
  public var labelIron: [Float] = []
  /// Secretion by factor, ng per million cells a day (chondroitinase mU), in the order of the table's columns.
  public var secretion: [(factor: Factor, values: [Float])] = CellProfile.factors.map { ($0, []) }
  /// Cells that the agent stands for.
  public var cells: [Float] = []

  /// The factors that every product lists.
  public static let factors: [Factor] = [.bdnf, .nt3, .gdnf, .vegf, .interleukin10]

  /// A profile of no cells.
  public init() {}

  /// Number of agents.
  public var count: Int { identifier.count }

  /// True when all arrays are equal.
  public static func == (first: CellProfile, second: CellProfile) -> Bool {
    first.identifier == second.identifier && first.kind == second.kind && first.product == second.product
      && first.transplant == second.transplant && first.fate == second.fate && first.clone == second.clone
      && first.position == second.position && first.age == second.age && first.stress == second.stress
      && first.alive == second.alive && first.generation == second.generation
      && first.labelIron == second.labelIron && first.cells == second.cells
      && first.secretion.elementsEqual(second.secretion) { $0.factor == $1.factor && $0.values == $1.values }
  }
}
