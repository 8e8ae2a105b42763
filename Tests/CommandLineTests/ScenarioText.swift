/// Small scenarios as files.
enum ScenarioText {
  /// A rat for a day in coarse voxels: a fraction of a second.
  static let rat = """
    myelon: 1
    name: small rat
    subject: {species: rat, age: 10 weeks, sex: female}
    injury: {mechanism: weight-drop, height: 25 mm, mass: 10 g, level: T10}
    run: {days: 1, voxel: 0.5 mm, seed: 3, visits: [1]}
    outputs: {fields: [tissue]}
    """

  /// A person in two arms over a year: long enough to be interrupted.
  static let long = """
    myelon: 1
    name: long
    subject: {species: human, age: 38 years, sex: male}
    injury: {mechanism: contusion, peak-compression: 50 %, level: C5}
    arms:
      - name: first
      - name: second
        injury: {peak-compression: 30 %}
    run: {days: 365, voxel: 1.5 mm, seed: 3, visits: [1, 28, 84, 365]}
    outputs: {fields: [cavity, axons]}
    """
}
