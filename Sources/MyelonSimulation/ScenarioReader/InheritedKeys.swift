/// The keys of an injury, where an arm's own stand before those of the scenario's injury.
struct InheritedKeys {
  /// The arm's keys, or the complete injury.
  let section: ScenarioSection
  /// The keys of the scenario's injury; nil when there is nothing to inherit.
  let base: ScenarioSection?
  /// Keys that may be inherited; nil for all.
  private var inheritable: [String]?

  init(section: ScenarioSection, base: ScenarioSection?) {
    self.section = section
    self.base = base
  }

  /// The same keys for an arm with another mechanism, which inherits no more than the place.
  func withoutInheriting(all mechanism: MechanismKeys) -> InheritedKeys {
    var keys = self
    keys.inheritable = ["level"] + mechanism.placement
    return keys
  }

  /// The value of a key: the arm's own, or the inherited one.
  subscript(key: String) -> ScenarioValue? {
    if let value = section[key] { return value }
    if let inheritable, !inheritable.contains(key) { return nil }
    return base?[key]
  }

  /// The value of a key; a finding at the injury when it is neither given nor inherited.
  func required(_ key: String) -> ScenarioValue? {
    self[key] ?? section.required(key)
  }
}
