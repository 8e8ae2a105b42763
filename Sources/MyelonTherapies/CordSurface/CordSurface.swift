import Foundation
import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities

/// The voxels at the cord's surface and how they take up what is in the cerebrospinal fluid.
///
/// The fluid holds the concentration c at the surface, half a voxel from the voxel's middle, so the voxel with
/// concentration u gains `κ (c - u)`, κ = 2 D / h² per exposed face. It loses to the tissue behind, at the decaying
/// profile of a half-space on the grid, `σ u` with `σ = λ + (D / h²)(1 - q)`, where q is the ratio of neighbours that
/// solves `(D / h²)(q - 2 + 1 / q) = λ`. The gain of a step is that of the mean u over the step as u relaxes to
/// `κ c / (κ + σ)` at the rate κ + σ: right for a short step and, once the profile stands, for one of any length.
/// The half-space ignores that the cord is round and its rim voxels partly filled: in the rat at 0.4 mm, steps of
/// hours take up about a tenth more or less than steps of minutes. Loss back to the fluid is part of the measured
/// clearance λ, so there is no flow outward.
struct CordSurface: Sendable {
  /// Surface voxels.
  let voxels: [Int32]
  /// Exposed faces across x and y per voxel of cord, corrected for the steps of a round outline.
  private let faces: [SIMD2<Double>]
  private let spacing: SIMD2<Double>

  init(_ cord: CordModel) {
    let grid = cord.grid
    var voxels: [Int32] = []
    var faces: [SIMD2<Double>] = []
    func part(_ x: Int, _ y: Int, _ z: Int) -> Double {
      guard x >= 0, x < grid.nx, y >= 0, y < grid.ny else { return 0 }
      return Double(cord.cordFraction[grid.index(x, y, z)])
    }
    for z in 0..<grid.nz {
      for y in 0..<grid.ny {
        for x in 0..<grid.nx {
          let own = part(x, y, z)
          guard own > 0 else { continue }
          let acrossX = max(0, own - part(x - 1, y, z)) + max(0, own - part(x + 1, y, z))
          let acrossY = max(0, own - part(x, y - 1, z)) + max(0, own - part(x, y + 1, z))
          guard acrossX + acrossY > 0 else { continue }
          voxels.append(Int32(grid.index(x, y, z)))
          // Faces along the axes overstate a round outline by 4 / π on average.
          faces.append(SIMD2(acrossX, acrossY) * (.pi / 4) / own)
        }
      }
    }
    self.voxels = voxels
    self.faces = faces
    spacing = SIMD2(grid.spacing.x, grid.spacing.y)
  }

  /// Adds the uptake of a factor over a step.
  ///
  /// - Parameters:
  ///   - concentration: mean concentration in the fluid over the step, in the factor's unit per mL.
  ///   - factor: what it is.
  ///   - model: the cord.
  ///   - hours: length of the step.
  func addUptake(of concentration: Double, _ factor: Factor, to model: LesionModel, hours: Double) {
    guard concentration > 0, hours > 0 else { return }
    let transport = factor.transport(model.parameters)
    let gain = 2 * transport.diffusivity / (spacing * spacing)
    let loss = SIMD2(
      Self.inwardLoss(transport, spacing: spacing.x), Self.inwardLoss(transport, spacing: spacing.y))
    let rates = model.sources.rates(factor.field)
    let values = model.state.values(factor.field)
    for (voxel, faces) in zip(voxels, faces) {
      let kappa = (gain * faces).sum()
      let relaxation = kappa + (loss * faces).sum()
      let settled = kappa * concentration / relaxation
      let present = Double(values[Int(voxel)])
      let share = -expm1(-relaxation * hours) / (relaxation * hours)
      let mean = settled + (present - settled) * share
      rates[Int(voxel)] += Float(max(0, kappa * (concentration - mean)))
    }
  }

  /// Loss σ of a surface voxel to the half-space behind it and by its own clearance, 1/h.
  static func inwardLoss(_ transport: Factor.Transport, spacing: Double) -> Double {
    let rate = transport.diffusivity / (spacing * spacing)
    let m = transport.clearance / rate
    let ratio = 1 + m / 2 - (m + m * m / 4).squareRoot()
    return transport.clearance + rate * (1 - ratio)
  }
}

extension Factor {
  /// Diffusivity, mm2/h, and clearance, 1/h.
  struct Transport: Sendable, Hashable {
    var diffusivity: Double
    var clearance: Double
  }

  /// How the factor spreads and is cleared in the cord, from a table that holds `LesionParameters`.
  func transport(_ table: ParameterTable) -> Transport {
    let ids: (String, String) =
      switch self {
      case .bdnf, .nt3: ("D_neurotrophin", "k_neurotrophin")
      case .gdnf: ("D_GDNF", "k_GDNF")
      case .vegf: ("D_VEGF", "k_VEGF")
      case .interleukin10: ("D_IL10", "k_IL10")
      case .antiNogo: ("D_antibody", "k_antibody")
      case .chondroitinase: ("D_ChABC", "k_ChABC")
      }
    return Transport(diffusivity: table[ids.0], clearance: table[ids.1])
  }
}
