import MyelonTrials

/// Where the numbers of a page about a cohort or a trial come from.
public struct TrialSources: Sendable, Hashable {
  /// The cohort file; nil if there is none.
  public var cohort: String?
  /// The scenario whose arms people have lived; nil if there is none.
  public var scenario: String?
  /// The study database; nil if there is none.
  public var study: String?
  /// Identity of the study; nil if it is not known.
  public var identity: String?
  /// Version of the program that lived the people; nil if it is not known.
  public var version: String?
  /// Command lines that make the page again, in order; shown as they are.
  public var commands: [String]

  /// Says where numbers come from.
  ///
  /// - Parameters:
  ///   - cohort: the cohort file.
  ///   - scenario: the scenario whose arms people have lived.
  ///   - study: the study database.
  ///   - identity: identity of the study.
  ///   - version: version of the program that lived the people.
  ///   - commands: command lines that make the page again, in order.
  public init(
    cohort: String? = nil, scenario: String? = nil, study: String? = nil, identity: String? = nil,
    version: String? = nil, commands: [String] = []
  ) {
    self.cohort = cohort
    self.scenario = scenario
    self.study = study
    self.identity = identity
    self.version = version
    self.commands = commands
  }

  /// Files and versions, as far as they are known; markup.
  var facts: [(name: String, value: String)] {
    let files: [(String, String?)] = [
      // A path that nobody typed says more of a machine than of a scenario.
      ("Cohort file", cohort), ("Scenario", scenario?.split(separator: "/").last.map(String.init)),
      ("Study", study),
    ]
    var facts = files.compactMap { name, path in
      path.map { (name: name, value: "<code>\(Markup.escape($0))</code>") }
    }
    if let identity { facts.append(("Identity", "<code>\(Markup.escape(identity))</code>")) }
    if let version { facts.append(("Lives by", "Myelon \(Markup.escape(version))")) }
    return facts
  }

  /// The command lines; nothing without any.
  var commandBlock: String {
    guard !commands.isEmpty else { return "" }
    return "<pre class=\"command\"><code>\(commands.map(Markup.escape).joined(separator: "\n"))</code></pre>"
  }
}
