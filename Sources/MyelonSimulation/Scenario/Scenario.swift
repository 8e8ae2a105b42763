import MyelonLesion

/// One experiment as a file describes it: a patient or animal, an injury, the arms to compare, and how to run.
///
/// A scenario is read from a YAML file by ``read(path:vocabulary:)``, which refuses everything it does not
/// understand, and is written back by ``yaml``. All numbers are held in working units: mm, g, kdyn,
/// fractions, years for ages, hours inside the injury and days in the run settings.
///
/// Decoding a scenario from JSON through `Codable` restores a value that was encoded before and checks no
/// ranges; a file that a person wrote goes through `read`.
public struct Scenario: Sendable, Hashable, Codable {
  /// Version of the file format that this version of Myelon reads, the value of the key `myelon`.
  public static let currentSchema = 1

  /// Version of the file format.
  public var schema: Int
  /// Short name, also used for directories.
  public var name: String
  /// What the scenario is about, in the author's words; may be empty.
  public var description: String
  /// The injured person or animal.
  public var subject: Subject
  /// The injury of every arm that does not have its own.
  public var injury: Injury
  /// What is known of a subject whose injury is to be found from it; nil in an experiment of its own.
  public var baseline: Baseline?
  /// The arms to compare, at least one; names are unique.
  public var arms: [Arm]
  /// How to run.
  public var run: Run
  /// What to write.
  public var outputs: Outputs
  /// Model parameters to replace, in the order of the file.
  public var parameters: [ParameterOverride]
  /// Where the anatomy comes from.
  public var anatomy: Anatomy
  /// Cell products that the scenario adds to the library or changes in it, resolved.
  public var products: [ProductRecord]

  /// Makes a scenario from its parts, without checking them.
  ///
  /// - Parameters:
  ///   - schema: version of the file format.
  ///   - name: short name.
  ///   - description: what it is about.
  ///   - subject: the injured person or animal.
  ///   - injury: the injury of every arm that does not have its own.
  ///   - baseline: what is known of a subject whose injury is to be found from it, or nil.
  ///   - arms: the arms to compare.
  ///   - run: how to run.
  ///   - outputs: what to write.
  ///   - parameters: model parameters to replace.
  ///   - anatomy: where the anatomy comes from.
  ///   - products: cell products that the scenario adds or changes.
  public init(
    schema: Int = Scenario.currentSchema, name: String, description: String = "", subject: Subject,
    injury: Injury, baseline: Baseline? = nil, arms: [Arm] = [.untreated], run: Run = Run(),
    outputs: Outputs = Outputs(),
    parameters: [ParameterOverride] = [], anatomy: Anatomy = .parametric, products: [ProductRecord] = []
  ) {
    self.schema = schema
    self.name = name
    self.description = description
    self.subject = subject
    self.injury = injury
    self.baseline = baseline
    self.arms = arms
    self.run = run
    self.outputs = outputs
    self.parameters = parameters
    self.anatomy = anatomy
    self.products = products
  }

  /// Decodes a scenario; records of versions without cell products are read without any.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    schema = try values.decode(Int.self, forKey: .schema)
    name = try values.decode(String.self, forKey: .name)
    description = try values.decode(String.self, forKey: .description)
    subject = try values.decode(Subject.self, forKey: .subject)
    injury = try values.decode(Injury.self, forKey: .injury)
    baseline = try values.decodeIfPresent(Baseline.self, forKey: .baseline)
    arms = try values.decode([Arm].self, forKey: .arms)
    run = try values.decode(Run.self, forKey: .run)
    outputs = try values.decode(Outputs.self, forKey: .outputs)
    parameters = try values.decode([ParameterOverride].self, forKey: .parameters)
    anatomy = try values.decode(Anatomy.self, forKey: .anatomy)
    products = try values.decodeIfPresent([ProductRecord].self, forKey: .products) ?? []
  }

  /// The injury of an arm: its own, or the scenario's.
  public func injury(of arm: Arm) -> Injury {
    arm.injury ?? injury
  }

  /// The name as a directory name: lower-case ASCII letters, digits, dots and hyphens.
  public var directoryName: String { Self.directoryName(for: name) }

  /// A name made fit for a directory: lower-case ASCII letters, digits and dots, everything else a hyphen.
  ///
  /// `6.25 mm drop` becomes `6.25-mm-drop`. A name without any such character becomes `unnamed`.
  public static func directoryName(for name: String) -> String {
    var text = ""
    for character in name.lowercased() {
      let isKept = character.isASCII && (character.isLetter || character.isNumber || character == ".")
      if isKept {
        text.append(character)
      } else if !text.isEmpty, text.last != "-" {
        text.append("-")
      }
    }
    while let last = text.last, last == "-" || last == "." { text.removeLast() }
    text = String(text.drop { $0 == "." || $0 == "-" })
    return text.isEmpty ? "unnamed" : text
  }
}
