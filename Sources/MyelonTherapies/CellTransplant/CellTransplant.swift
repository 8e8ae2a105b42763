/// One transplantation of a cell product (or a dose of vesicles): what, when, how much, where and in what.
public struct CellTransplant: Sendable, Hashable, Codable {
  /// Name within the arm.
  public var name: String
  /// The product, resolved from the library.
  public var product: CellProduct
  /// Day after injury.
  public var day: Double
  /// Cells given; for vesicles, doses in units of the product's reference dose.
  public var dose: Double
  /// How it is given.
  public var route: Route
  /// Injection sites; used by the intraparenchymal route.
  public var sites: [InjectionSite]
  /// Volume injected in all, mm3 (= uL).
  public var volume: Double
  /// Matrix that the cells are suspended in: adhesion 0 (saline) to 1 (laminin-rich or fibrin gel), and its half-life, d.
  public var carrier: Carrier?
  /// Name of the scaffold of the same arm that holds the cells, or nil.
  public var scaffold: String?
  /// Match of the donor's and the host's tissue types, 0 (none, or another species) to 1 (autologous).
  public var tissueMatch: Double
  /// The lot that is used, or nil for a nominal lot of the product.
  public var lot: ProductLot?
  /// What was engineered into the cells.
  public var engineering: [CellEngineering]
  /// Labels for imaging.
  public var labels: Set<CellLabel>

  /// How cells reach the cord.
  public enum Route: String, Sendable, Hashable, Codable, CaseIterable {
    /// Injected into the cord or the lesion.
    case intraparenchymal
    /// Injected into the cerebrospinal fluid.
    case intrathecal
    /// Injected into a vein.
    case intravenous
  }

  /// A matrix in which cells are suspended.
  public struct Carrier: Sendable, Hashable, Codable {
    /// Adhesion that it offers, 0 to 1.
    public var adhesion: Double
    /// Half-life, d.
    public var halfLife: Double

    /// Describes a carrier.
    public init(adhesion: Double, halfLife: Double) {
      self.adhesion = adhesion
      self.halfLife = halfLife
    }
  }

  /// Plans a transplantation.
  public init(
    name: String, product: CellProduct, day: Double, dose: Double, route: Route = .intraparenchymal,
    sites: [InjectionSite] = [.epicentre], volume: Double = 5, carrier: Carrier? = nil,
    scaffold: String? = nil, tissueMatch: Double = 0, lot: ProductLot? = nil,
    engineering: [CellEngineering] = [], labels: Set<CellLabel> = []
  ) {
    self.name = name
    self.product = product
    self.day = day
    self.dose = dose
    self.route = route
    self.sites = sites
    self.volume = volume
    self.carrier = carrier
    self.scaffold = scaffold
    self.tissueMatch = tissueMatch
    self.lot = lot
    self.engineering = engineering
    self.labels = labels
  }
}
