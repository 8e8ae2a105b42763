import MyelonTrialDesigns

/// The stage in which treated people are compared with controls.
public struct RandomisedStage: Sendable, Hashable {
  /// Name of the control arm, such as `standard-care`.
  public let controlArm: String
  /// Name of the treated arm, such as `selected-dose`.
  public let treatedArm: String
  /// What is compared.
  public let outcome: ProtocolOutcome
  /// The test, its power and looks.
  public let design: EfficacyDesign
  /// The size that follows from the design.
  public let size: EfficacySize
  /// How people come to their arms.
  public let allocation: AllocationProcedure
  /// Seed of the allocation; whoever knows it can foresee the arms.
  public let allocationSeed: UInt64
  /// Shares of the levels of each factor of allocation in the population, in its order.
  public let levelShares: [[Double]]
  /// Allocation that follows the data; nil for fixed probabilities.
  public let adaptive: AdaptiveRandomisation?
  /// Controls borrowed from history; nil for none.
  public let borrowing: ProtocolBorrowing?
  /// Shares of the planned effect that characteristics are computed for; 0, no effect, is always the first.
  public let shares: [Double]
  /// Simulated trials.
  public let simulation: ProtocolSimulation

  /// Describes the stage.
  ///
  /// - Parameters:
  ///   - controlArm: name of the control arm.
  ///   - treatedArm: name of the treated arm.
  ///   - outcome: what is compared.
  ///   - size: the design with its size.
  ///   - allocation: how people come to their arms.
  ///   - allocationSeed: seed of the allocation.
  ///   - levelShares: shares of the levels of each factor; equal ones if empty.
  ///   - adaptive: allocation that follows the data.
  ///   - borrowing: controls borrowed from history.
  ///   - shares: shares of the planned effect; 0 is added.
  ///   - simulation: simulated trials.
  public init(
    controlArm: String = "control", treatedArm: String = "treated", outcome: ProtocolOutcome,
    size: EfficacySize, allocation: AllocationProcedure = .blocks(PermutedBlocks()),
    allocationSeed: UInt64 = 1, levelShares: [[Double]] = [], adaptive: AdaptiveRandomisation? = nil,
    borrowing: ProtocolBorrowing? = nil, shares: [Double] = [1],
    simulation: ProtocolSimulation = ProtocolSimulation()
  ) {
    self.controlArm = controlArm
    self.treatedArm = treatedArm
    self.outcome = outcome
    design = size.design
    self.size = size
    self.allocation = allocation
    self.allocationSeed = allocationSeed
    self.levelShares =
      levelShares.isEmpty
      ? allocation.factors.map { factor in
        factor.levels.map { _ in 1 / Double(max(1, factor.levels.count)) }
      } : levelShares
    self.adaptive = adaptive
    self.borrowing = borrowing
    self.shares = [0] + shares.filter { $0 != 0 }
    self.simulation = simulation
  }

  /// The factors of allocation.
  public var factors: [AllocationFactor] { allocation.factors }

  /// Number of the treated arm in the allocation.
  public var treatedIndex: Int {
    allocation.arms.names.firstIndex { $0 == treatedArm || $0 == "treated" } ?? 1
  }

  /// Name of an arm of the allocation as the protocol calls it.
  ///
  /// - Parameter index: number of the arm, from 0.
  /// - Returns: the name.
  public func armName(_ index: Int) -> String { index == treatedIndex ? treatedArm : controlArm }
}
