import MyelonQuantities

/// Who is injured, how, and how badly: the numbers that virtual people are drawn from.
///
/// Shares and ages come from registries and single studies; what is only recalled or assumed says so. Numbers that carry a year
/// in their name hold for that year; between the two years of a pair they are interpolated, beyond them kept.
public enum PopulationParameters {
  /// All numbers.
  public static let table = ParameterTable(people + causes + levels + grades + injuries + severity)

  /// Year of the earlier number of a pair.
  public static let earlierYear = 1995.0
  /// Year of the later number of a pair.
  public static let laterYear = 2015.0

  static func recalled(_ what: String) -> Evidence { .assumed(because: "recalled, not seen again: \(what)") }
  static func asCanada(_ what: String) -> Evidence {
    .assumed(because: "no figure was at hand; \(what) as in the Canadian registry")
  }

  static let canada = "RHSCIR Vancouver 2004-2014, n 806, pubmed 31200369"
  static let usa = "NSCISC, sites.uab.edu/nscisc/faq"
  static let korea = "Korea NRC 1990-2019, n 3395, Spinal Cord 2022;60:612"
  static let europe = "EMSCI, n 4286, Top Spinal Cord Inj Rehabil 2025, pmid 40873959"
}
