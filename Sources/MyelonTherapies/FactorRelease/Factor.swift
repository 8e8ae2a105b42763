import MyelonLesion

/// A substance that cells secrete or materials release.
public enum Factor: String, Sendable, Hashable, Codable, CaseIterable {
  /// Brain-derived neurotrophic factor.
  case bdnf = "BDNF"
  /// Neurotrophin-3.
  case nt3 = "NT-3"
  /// Glial cell line-derived neurotrophic factor.
  case gdnf = "GDNF"
  /// Vascular endothelial growth factor.
  case vegf = "VEGF"
  /// Interleukin 10.
  case interleukin10 = "IL-10"
  /// Antibody against Nogo-A.
  case antiNogo = "anti-Nogo-A"
  /// Chondroitinase ABC.
  case chondroitinase

  /// The field of the cord that holds it.
  public var field: TissueField {
    switch self {
    case .bdnf: .bdnf
    case .nt3: .nt3
    case .gdnf: .gdnf
    case .vegf: .vegf
    case .interleukin10: .antiInflammatoryCytokine
    case .antiNogo: .antiNogo
    case .chondroitinase: .chondroitinase
    }
  }

  /// Unit of an amount: ng, or units of enzyme activity.
  public var amountUnit: String { self == .chondroitinase ? "U" : "ng" }
}
