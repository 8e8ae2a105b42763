import MyelonRegrowth
import MyelonSimulation

/// Colours of axons by kind of neuron, the same in space and in the projections, on a dark ground.
///
/// Okabe & Ito's palette for colour-blind readers, lightened for the ground.
enum AxonPalette {
  static func colour(_ type: NeuronType) -> String {
    switch type {
    case .corticospinal: "#56b4e9"
    case .rubrospinal: "#f0703a"
    case .brainstem: "#e6a01a"
    case .propriospinal: "#2fc49b"
    case .primaryAfferent: "#e397c4"
    case .projection: "#b79df0"
    case .graft: "#f7f2a0"
    }
  }

  /// Ground of stage and projections.
  static let ground = "#0d0f11"

  /// Bodies around the axons.
  enum Solid: String, CaseIterable {
    case cord, grey, lesion, graft, scaffold

    var title: String {
      switch self {
      case .cord: "Cord"
      case .grey: "Grey matter"
      case .lesion: "Lesion"
      case .graft: "Graft"
      case .scaffold: "Scaffold"
      }
    }

    var colour: String {
      switch self {
      case .cord: "#9aa7b4"
      case .grey: "#6d7885"
      case .lesion: "#c8452f"
      case .graft: "#c9bf4a"
      case .scaffold: "#5fb8c9"
      }
    }
  }

  /// What the end of an axon does, in words of the legend.
  static func words(_ state: AxonLine.State) -> String {
    switch state {
    case .growing: "growing"
    case .arrested: "arrested"
    case .trapped: "trapped"
    case .retracting: "retracting"
    case .connected: "with a synapse"
    case .left: "out of the window"
    }
  }
}
