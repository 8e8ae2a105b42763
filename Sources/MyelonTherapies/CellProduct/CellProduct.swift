import MyelonQuantities

/// A cell product as data: everything that the model needs to know of it, each number with its source.
///
/// Two products differ in nothing but these numbers; a new one needs no code. `CellProductTerm` lists the numbers
/// that a product must give.
public struct CellProduct: Sendable, Hashable, Codable {
  /// Identifier in scenario files, for example `ipsc-npc`.
  public let id: String
  /// Name for readers.
  public let title: String
  /// What kind of cell it is.
  public let kind: Kind
  /// What it is and where it stands in the clinic, in a sentence or two.
  public let summary: String
  /// Its numbers; holds every term that `kind` requires.
  public let parameters: ParameterTable

  /// The kinds of product.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Fetal or adult neural stem or progenitor cells.
    case neural
    /// Mesenchymal stromal cells.
    case mesenchymal
    /// Neural progenitors made from induced pluripotent stem cells.
    case pluripotentNeural = "pluripotent-neural"
    /// Neural stem cells made directly from somatic cells.
    case inducedNeural = "induced-neural"
    /// Oligodendrocyte progenitors.
    case oligodendrocyteProgenitor = "oligodendrocyte-progenitor"
    /// Schwann cells.
    case schwann
    /// Extracellular vesicles: no cells.
    case vesicles
  }

  /// Describes a product.
  ///
  /// - Parameters:
  ///   - id: identifier.
  ///   - title: name for readers.
  ///   - kind: kind of product.
  ///   - summary: one or two sentences.
  ///   - parameters: every term that the kind requires; what is missing is a fault of the caller, who checks it.
  public init(id: String, title: String, kind: Kind, summary: String, parameters: ParameterTable) {
    self.id = id
    self.title = title
    self.kind = kind
    self.summary = summary
    self.parameters = parameters
  }

  /// The value of a term.
  public subscript(_ term: CellProductTerm) -> Double { parameters[term.rawValue] }
}
