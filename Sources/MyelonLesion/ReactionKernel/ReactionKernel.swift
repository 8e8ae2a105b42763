/// One time step of everything that happens inside a voxel, eight voxels at a time.
///
/// Every equation has the form `du/dt = P - L u` with production `P >= 0` and loss `L >= 0` frozen over the step
/// and is advanced by the linearised-implicit rule `u <- (u + dt P) / (1 + dt L)`, which is positive for any step,
/// first-order in time, and leaves an intact cord exactly as it is. What one state loses and another gains is
/// moved as one flux, so that volumes are conserved to rounding. Only +, -, *, / and comparisons are used: no
/// transcendental function, so the step vectorises and its bits do not depend on a mathematics library.
struct ReactionKernel {
  typealias Lanes = TissueLanes.Lanes

  let kinetics: LesionKinetics
  /// Time step, h.
  let timeStep: Float
  /// Clearance and gain of the substances over the step.
  let substances: SubstanceFactors

  /// Stress of a voxel at the start of the step, each between 0 and 1.
  struct Stress {
    /// Flow over normal flow, after oedema and lasting compression.
    var flow: Lanes
    var ischaemia: Lanes
    var excitotoxicity: Lanes
    var oxidation: Lanes
    /// Cytokine above what is tolerated.
    var cytokineToxicity: Lanes
    /// Pro-inflammatory macrophages that are being called: `M₁ s_J`.
    var attack: Lanes
    /// Cytokine signal s_C.
    var cytokine: Lanes
    /// Monocyte attractant signal s_J.
    var attractantSignal: Lanes
    /// Debris signal s_d.
    var debrisSignal: Lanes
  }

  /// Death rates of the step, 1/h.
  struct DeathRates {
    var neuron: Lanes
    var oligodendrocyte: Lanes
    var astrocyte: Lanes
    var axon: Lanes
  }

  /// Advances eight voxels.
  ///
  /// - Parameters:
  ///   - v: their fields.
  ///   - grey: share of grey matter in the cord part of each voxel.
  /// - Returns: the largest change of a bounded state in each voxel, which steers the time step.
  @inline(__always)
  func advance(_ v: inout TissueLanes, grey: Lanes) -> Lanes {
    let white = 1 - grey
    let stress = stress(v)
    let rates = deathRates(v, stress)
    let before = v
    advanceSignals(&v, stress: stress, rates: rates, grey: grey, white: white)
    advanceInflammatoryCells(&v, before: before, stress: stress)
    advanceVessels(&v, before: before, stress: stress)
    advanceScar(&v, before: before, stress: stress, rates: rates)
    advanceMyelin(&v, before: before, stress: stress, rates: rates, white: white)
    advanceTissueVolumes(&v, before: before, grey: grey, white: white)
    return largestChange(from: before, to: v, grey: grey)
  }

  /// Change of the bounded states over the step.
  @inline(__always)
  private func largestChange(from a: TissueLanes, to b: TissueLanes, grey: Lanes) -> Lanes {
    var change = magnitude(a.tissue - b.tissue)
    change = Lanes.larger(change, magnitude(a.neurons - b.neurons) * grey)
    change = Lanes.larger(change, magnitude(a.axons - b.axons))
    change = Lanes.larger(change, magnitude(a.oligodendrocytes - b.oligodendrocytes))
    change = Lanes.larger(change, magnitude(a.myelin - b.myelin))
    change = Lanes.larger(change, magnitude(a.perfusion - b.perfusion))
    change = Lanes.larger(change, magnitude(a.reactiveAstrocytes - b.reactiveAstrocytes))
    change = Lanes.larger(change, magnitude(a.inflammatory - b.inflammatory))
    change = Lanes.larger(change, magnitude(a.neutrophils - b.neutrophils))
    change = Lanes.larger(change, magnitude(a.damageSignal - b.damageSignal))
    return change
  }

  @inline(__always) private func magnitude(_ x: Lanes) -> Lanes { Lanes.larger(x, -x) }
}
