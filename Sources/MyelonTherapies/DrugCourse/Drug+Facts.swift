import MyelonAnatomy
import MyelonQuantities

extension Drug {
  /// The drug with this name in scenario files.
  ///
  /// - Throws: `TherapyError.unknownDrug` with the nearest name and all names.
  public static func named(_ name: String) throws(TherapyError) -> Drug {
    if let drug = Drug(rawValue: name) { return drug }
    let known = allCases.map(\.rawValue)
    throw .unknownDrug(name: name, nearest: NearestName.of(name, in: known), known: known)
  }

  /// First part of the identifiers of the drug's parameters.
  var parameterPrefix: String {
    switch self {
    case .methylprednisolone: "methylprednisolone"
    case .minocycline: "minocycline"
    case .riluzole: "riluzole"
    case .tacrolimus: "tacrolimus"
    case .ciclosporin: "ciclosporin"
    case .antiCD11d: "anti_CD11d"
    case .interleukin10: "IL10_drug"
    case .antiNogo: "anti_Nogo_drug"
    case .chondroitinase: "ChABC_drug"
    }
  }

  /// Routes by which the drug is given in a species: those of its studies, and in animals the peritoneum.
  public func routes(in species: Species) -> [DrugRoute] {
    let animal: [DrugRoute] = species == .rat ? [.intraperitoneal] : []
    switch self {
    case .methylprednisolone: return [.intravenous] + animal
    case .minocycline: return [.intravenous, .oral] + animal
    case .riluzole: return (species == .rat ? [.intravenous] : []) + [.oral] + animal
    case .tacrolimus, .ciclosporin: return [.intravenous, .oral, .subcutaneous] + animal
    case .antiCD11d: return [.intravenous]
    case .interleukin10: return [.intravenous, .subcutaneous] + animal
    case .antiNogo, .chondroitinase: return [.intrathecal]
    }
  }

  /// Unit of a dose in a species.
  public func doseUnit(in species: Species) -> DrugRecord.DoseUnit {
    switch self {
    case .methylprednisolone, .tacrolimus, .ciclosporin, .antiCD11d: .milligramsPerKilogram
    case .minocycline, .riluzole: species == .rat ? .milligramsPerKilogram : .milligrams
    case .interleukin10: .micrograms
    case .antiNogo: species == .rat ? .micrograms : .milligrams
    case .chondroitinase: .units
    }
  }

  /// The factor that a drug given into the cerebrospinal fluid brings there, or nil.
  public var factor: Factor? {
    switch self {
    case .antiNogo: .antiNogo
    case .chondroitinase: .chondroitinase
    default: nil
    }
  }
}

extension DrugRoute {
  /// The route with this name in scenario files.
  ///
  /// - Throws: `TherapyError.unknownRoute` with the nearest name and all names.
  public static func named(_ name: String) throws(TherapyError) -> DrugRoute {
    if let route = DrugRoute(rawValue: name) { return route }
    let known = allCases.map(\.rawValue)
    throw .unknownRoute(name: name, nearest: NearestName.of(name, in: known), known: known)
  }
}
