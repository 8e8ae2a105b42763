import Foundation

/// Something known before the outcome, by which the members of a study are put into strata.
public struct Biomarker: Sendable, Hashable, Codable {
  /// Name of an outcome, of which the first visit's value counts, or of a parameter that varies.
  public let name: String
  /// Values that separate the strata, ascending; nil for terciles of the members.
  public let cuts: [Double]?

  /// Names a biomarker.
  ///
  /// - Parameters:
  ///   - name: name of an outcome or of a parameter.
  ///   - cuts: one to nine values, ascending, that separate the strata; nil for terciles.
  /// - Throws: `ForecastError.wrongSetting` for cuts that do not ascend.
  public init(_ name: String, cuts: [Double]? = nil) throws(ForecastError) {
    if let cuts {
      let ascends = zip(cuts, cuts.dropFirst()).allSatisfy { $0 < $1 }
      guard 1...9 ~= cuts.count, cuts.allSatisfy(\.isFinite), ascends else {
        throw .wrongSetting(
          name: "The cut points of '\(name)'", found: cuts.map { "\($0)" }.joined(separator: ":"),
          allowed: "one to nine finite numbers in ascending order")
      }
    }
    self.init(name: name, cuts: cuts)
  }

  private init(name: String, cuts: [Double]?) {
    self.name = name
    self.cuts = cuts
  }

  /// Reads a list such as `lesion_length=10:20,injury.decompression`.
  ///
  /// - Parameter text: `name` or `name=cut:cut:...`, joined by commas.
  /// - Returns: the biomarkers in order.
  /// - Throws: `ForecastError.wrongText` for anything else, also for a name that stands twice.
  public static func list(_ text: String) throws(ForecastError) -> [Biomarker] {
    let required =
      "Biomarkers must be given as name or name=cut:cut, joined by commas, each name once, cuts as numbers"
    var found: [Biomarker] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard 1...2 ~= sides.count, !sides[0].isEmpty, !found.contains(where: { $0.name == sides[0] }) else {
        throw .wrongText(text: text, required: required)
      }
      guard sides.count == 2 else {
        found.append(Biomarker(name: sides[0], cuts: nil))
        continue
      }
      let cuts = sides[1].split(separator: ":", omittingEmptySubsequences: false).map {
        Double($0.trimmingCharacters(in: .whitespaces))
      }
      let numbers = cuts.compactMap { $0 }
      guard numbers.count == cuts.count else { throw .wrongText(text: text, required: required) }
      found.append(try Biomarker(sides[0], cuts: numbers))
    }
    return found
  }

  /// The biomarkers that a study has when none is named.
  ///
  /// Lesion length, spared white matter and motor or BBB score of the first visit; tissue bridges and serum markers of
  /// injury (neurofilament light, GFAP) where a study has them; time to decompression where it varies.
  ///
  /// - Parameters:
  ///   - outcomes: names of the outcomes of the first visit.
  ///   - parameters: names of the parameters.
  /// - Returns: those that are there, with terciles.
  static func standard(outcomes: [String], parameters: [String]) -> [Biomarker] {
    let known = ["lesion_length", "spared_white_epicentre", "motor_score", "bbb"]
    let marks = ["bridge", "serum_", "neurofilament", "nfl", "gfap"]
    let chosen =
      known.filter(outcomes.contains)
      + outcomes.filter { name in !known.contains(name) && marks.contains { name.contains($0) } }
      + ["injury.decompression"].filter(parameters.contains)
    return chosen.map { Biomarker(name: $0, cuts: nil) }
  }
}
