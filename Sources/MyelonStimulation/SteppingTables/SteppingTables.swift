/// Gate tables that cases of one search share.
struct SteppingTables: Sendable {
  private struct Key: Hashable {
    var membrane: AxonMembrane
    var temperature: Double
  }
  private let run: [Key: CableStepping]
  private let settle: [Key: CableStepping]

  init(_ fibres: [NerveFibre], scheme: CableScheme) {
    var run: [Key: CableStepping] = [:]
    var settle: [Key: CableStepping] = [:]
    for fibre in fibres {
      let key = Key(membrane: fibre.model.membrane, temperature: fibre.temperature)
      guard run[key] == nil else { continue }
      run[key] = CableStepping(scheme, key.membrane, temperature: key.temperature)
      settle[key] = .settling(key.membrane, temperature: key.temperature)
    }
    self.run = run
    self.settle = settle
  }

  /// A kernel of the fibre at rest, ready to run, with its state remembered.
  func settled(_ fibre: NerveFibre, _ network: CableNetwork, _ drives: [CableDrive]) -> any CableKernel {
    guard !network.hasInternodalChannels else { return settledPlain(fibre, network, drives) }
    let (settle, run) = steppings(of: fibre)
    let kernel = ModalCable(network, drives: drives, stepping: settle)
    self.settle(kernel, drives: drives.count, run)
    return kernel
  }

  /// The same for the plain kernel, which gives every potential.
  func settledPlain(_ fibre: NerveFibre, _ network: CableNetwork, _ drives: [CableDrive]) -> BlockCable {
    let (settle, run) = steppings(of: fibre)
    let kernel = BlockCable(network, drives: drives, stepping: settle)
    self.settle(kernel, drives: drives.count, run, isSlow: network.hasInternodalChannels)
    return kernel
  }

  private func steppings(of fibre: NerveFibre) -> (settle: CableStepping, run: CableStepping) {
    let key = Key(membrane: fibre.model.membrane, temperature: fibre.temperature)
    guard let settle = settle[key], let run = run[key] else {
      preconditionFailure("No gate table was made for \(key)")
    }
    return (settle, run)
  }

  private func settle(
    _ kernel: any CableKernel, drives: Int, _ run: CableStepping, isSlow: Bool = false
  ) {
    kernel.rest()
    let silence = [Double](repeating: 0, count: max(1, drives))
    for _ in 0..<CableStepping.settlingSteps { _ = kernel.advance(silence) }
    if isSlow {
      // Channels along an internode ring with lagged gates at 5 ms: 200 ms more in short steps.
      kernel.prepare(
        CableStepping(.parity(timeStep: 250), run.table.membrane, temperature: run.table.temperature))
      for _ in 0..<800 { _ = kernel.advance(silence) }
    }
    kernel.prepare(run)
    kernel.remember()
  }
}
