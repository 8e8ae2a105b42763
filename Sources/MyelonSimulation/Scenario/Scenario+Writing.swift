extension Scenario {
  /// The scenario as a file: canonical YAML that `read` turns back into an equal value.
  ///
  /// Every key is written with its resolved value, also those that the original file left to their defaults.
  /// Comments and the original choice of units are not kept.
  public var yaml: String { ScenarioWriter.yaml(self) }
}
