/// What the script draws axons in space from; keys are read by `PageScript.axons`.
struct AxonScene: Encodable {
  /// One arm.
  struct Arm: Encodable {
    /// Name, not escaped.
    let name: String
    /// Last visit.
    let day: Double
    /// What is seen, for readers who do not see it; not escaped.
    let words: String
    /// Identifier of the element with the points: 16-bit x, y, z in `unit` from `centre`.
    let points: String
    /// Each line: kind of neuron, state of the end (places in `types` and `states`), number of points.
    let lines: [[Int]]
    /// Bodies by name, with the grid of each; its bytes are in the element `points`-name.
    let bodies: [String: AxonBody.PackedGrid]
    /// Place of the epicentre along the cord, mm.
    let epicentre: Double
  }
  struct Kind: Encodable {
    let name: String
    let colour: String
  }
  struct Segment: Encodable {
    let name: String
    let place: Double
  }

  let arms: [Arm]
  let types: [Kind]
  let states: [String]
  let solids: [Kind]
  let segments: [Segment]
  /// Middle and size of what is shown, mm in cord coordinates.
  let centre: [Double]
  let size: [Double]
  /// Length that the 16-bit numbers count, mm.
  let unit: Double
}
