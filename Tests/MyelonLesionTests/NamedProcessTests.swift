import MyelonAnatomy
import MyelonFields
import MyelonLesion
import MyelonQuantities
import Testing

/// Each process that the design names is there and acts in the right direction.
///
/// A process is judged by taking its term away: the cord must differ in the stated direction. No calibrated
/// number stands here.
@Suite struct NamedProcessTests {
  /// A change of the kinetics, a measure, when it is read, and the sign of the process's own effect on it.
  struct Process: Sendable, CustomTestStringConvertible {
    let name: String
    let day: Double
    /// Takes the process away.
    let remove: @Sendable (inout LesionKinetics) -> Void
    let measure: @Sendable (LesionModel) -> Double
    /// True when the process makes the measure larger.
    let raises: Bool

    var testDescription: String { name }

    init(
      _ name: String, day: Double, raises: Bool, _ measure: @escaping @Sendable (LesionModel) -> Double,
      _ remove: @escaping @Sendable (inout LesionKinetics) -> Void
    ) {
      self.name = name
      self.day = day
      self.raises = raises
      self.measure = measure
      self.remove = remove
    }
  }

  private static func lost(_ model: LesionModel) -> Double { LesionMeasures(model).neuronsLost }
  private static func oligodendrocytes(_ model: LesionModel) -> Double { model.total(.oligodendrocytes) }
  private static func axons(_ model: LesionModel) -> Double { model.total(.axons) }
  private static func macrophages(_ model: LesionModel) -> Double {
    model.total(.inflammatoryMacrophages) + model.total(.repairMacrophages)
  }
  private static func total(_ field: TissueField) -> @Sendable (LesionModel) -> Double {
    { $0.total(field) }
  }

  static let killing: [Process] = [
    Process("ischaemia kills neurons", day: 2, raises: true, lost) { $0.death.neuron.ischaemic = 0 },
    Process("excitotoxicity kills neurons", day: 2, raises: true, lost) { $0.death.neuron.excitotoxic = 0 },
    Process("oxidative stress kills neurons", day: 4, raises: true, lost) { $0.death.neuron.oxidative = 0 },
    Process("cytokine kills neurons", day: 4, raises: true, lost) { $0.death.neuron.cytokine = 0 },
    Process("ischaemia kills oligodendrocytes", day: 2, raises: false, oligodendrocytes) {
      $0.death.oligodendrocyte.ischaemic = 0
    },
    Process("excitotoxicity kills oligodendrocytes", day: 2, raises: false, oligodendrocytes) {
      $0.death.oligodendrocyte.excitotoxic = 0
    },
    Process("oxidative stress kills oligodendrocytes", day: 4, raises: false, oligodendrocytes) {
      $0.death.oligodendrocyte.oxidative = 0
    },
    Process("cytokine kills oligodendrocytes", day: 4, raises: false, oligodendrocytes) {
      $0.death.oligodendrocyte.cytokine = 0
    },
    Process("ischaemia kills axons", day: 4, raises: false, axons) { $0.death.axon.ischaemic = 0 },
    Process("glutamate kills axons", day: 4, raises: false, axons) { $0.death.axon.excitotoxic = 0 },
    Process("oxidative stress kills axons", day: 4, raises: false, axons) { $0.death.axon.oxidative = 0 },
    Process("macrophages that are called kill axons", day: 7, raises: false, axons) {
      $0.death.axon.inflammatory = 0
    },
    Process("macrophages that are called kill oligodendrocytes", day: 7, raises: false, oligodendrocytes) {
      $0.death.oligodendrocyte.inflammatory = 0
    },
    Process("cells without blood let glutamate go", day: 0.25, raises: true, total(.glutamate)) {
      $0.death.glutamateLeak = 0
    },
    Process("glutamate stays where there is no blood", day: 0.25, raises: true, total(.glutamate)) {
      $0.death.uptakeFailure = 0
    },
    Process("macrophages take bare axons", day: 28, raises: false, axons) { $0.death.bareAxon = 0 },
    Process("dying cells release glutamate", day: 0.1, raises: true, total(.glutamate)) {
      $0.death.glutamateRelease = 0
    },
    Process("dying cells release oxidants", day: 0.5, raises: true, total(.oxidants)) {
      $0.death.oxidantsFromDeath = 0
    },
    Process("blood releases oxidants", day: 1, raises: true, total(.oxidants)) {
      $0.death.oxidantsFromBlood = 0
    },
    Process("neutrophils release oxidants", day: 2, raises: true, total(.oxidants)) {
      $0.death.oxidantsFromNeutrophils = 0
    },
    Process("danger signals release cytokine", day: 0.25, raises: true, total(.proInflammatoryCytokine)) {
      $0.inflammation.cytokineFromDamage = 0
    },
    Process("oedema narrows the flow and so kills", day: 3, raises: true, lost) {
      $0.inflammation.oedemaRise = 0
    },
  ]

  static let responding: [Process] = [
    Process("cytokine calls neutrophils", day: 1, raises: true, total(.neutrophils)) {
      $0.inflammation.neutrophilInflux = 0
    },
    Process("attractants call macrophages", day: 7, raises: true, macrophages) {
      $0.inflammation.macrophageInflux = 0
    },
    Process("debris calls macrophages", day: 28, raises: true, macrophages) {
      $0.inflammation.macrophageInfluxByDebris = 0
    },
    Process("IL-10 restrains cytokine", day: 3, raises: false, total(.proInflammatoryCytokine)) {
      $0.inflammation.interleukin10FromTissue = 0
      $0.inflammation.interleukin10FromRepair = 0
    },
    Process("astrocytes become reactive", day: 7, raises: true, total(.reactiveAstrocytes)) {
      $0.scar.activation = 0
    },
    Process("reactive astrocytes divide", day: 14, raises: true, total(.reactiveAstrocytes)) {
      $0.scar.proliferation = 0
    },
    Process("reactive astrocytes lay down proteoglycan", day: 14, raises: true, total(.cspg)) {
      $0.scar.synthesis = 0
    },
    Process("macrophages keep proteoglycan up", day: 28, raises: true, total(.cspg)) {
      $0.scar.chronicSignal = 0
    },
    Process("pericytes make a fibrotic core", day: 21, raises: true, total(.fibrosis)) {
      $0.scar.fibrosis = 0
    },
    Process("macrophages clear debris", day: 60, raises: false, total(.myelinDebris)) {
      $0.myelin.phagocytosis = 0
    },
    Process("macrophages take away matrix", day: 28, raises: false, total(.matrix)) {
      $0.scar.matrixLoss = 0
    },
    Process("macrophages leave a cavity", day: 28, raises: true, total(.cavity)) { $0.scar.clearance = 0 },
    Process("fibrosis holds the cavity back", day: 60, raises: false, total(.cavity)) {
      $0.scar.fibrosisHold = 1e6
    },
    Process("hypoxia and repair cells release VEGF", day: 3, raises: true, total(.vegf)) {
      $0.vessels.vegfFromHypoxia = 0
      $0.vessels.vegfFromRepair = 0
    },
    Process("VEGF raises sprouts", day: 5, raises: true, total(.vesselSprouts)) { $0.vessels.sproutRise = 0 },
    Process("sprouts restore perfusion", day: 14, raises: true, total(.perfusion)) {
      $0.vessels.regrowth = 0
    },
    Process("blood closes vessels", day: 2, raises: false, total(.perfusion)) { $0.vessels.lossByBlood = 0 },
    Process("cytokine closes vessels", day: 2, raises: false, total(.perfusion)) {
      $0.vessels.lossByCytokine = 0
    },
    Process("oligodendrocyte loss demyelinates", day: 7, raises: false, total(.myelin)) {
      $0.myelin.lossWithOligodendrocyte = 0
    },
    Process("macrophages strip myelin", day: 21, raises: false, total(.myelin)) { $0.myelin.stripping = 0 },
    Process("progenitors divide", day: 14, raises: true, total(.progenitors)) {
      $0.myelin.progenitorDivision = 0
    },
    Process("progenitors differentiate", day: 21, raises: true, total(.oligodendrocytes)) {
      $0.myelin.differentiation = 0
    },
    Process("new oligodendrocytes remyelinate", day: 28, raises: true, total(.remyelination)) {
      $0.myelin.remyelination = 0
    },
    Process("cut axons degenerate", day: 7, raises: true, total(.degenerated)) { $0.myelin.wallerian = 0 },
    Process("degeneration leaves debris", day: 7, raises: true, total(.myelinDebris)) {
      $0.myelin.wallerian = 0
    },
    Process("orphaned oligodendrocytes die", day: 28, raises: false, total(.oligodendrocytes)) {
      $0.myelin.orphanDeath = 0
    },
  ]

  private func check(_ process: Process) throws {
    let test = try TestCord.rat(spacing: 0.4, reach: 5)
    let whole = try test.model(.moderateDrop)
    let without = try test.model(.moderateDrop)
    process.remove(&without.kinetics)
    #expect(without.kinetics != whole.kinetics)
    for model in [whole, without] { model.advance(days: process.day) }
    let effect = process.measure(whole) - process.measure(without)
    // Sums over a thousand voxels of Floats agree to 1e-7 or better; twenty times that is an effect.
    let least = 2e-6 * abs(process.measure(whole))
    #expect((process.raises ? effect : -effect) > least, "\(process.name): effect \(effect)")
  }

  @Test(arguments: killing) func theStressesKillAndAreReleased(process: Process) throws {
    try check(process)
  }

  @Test(arguments: responding) func theResponseFollows(process: Process) throws { try check(process) }

  /// With all secondary killing gone, what the blow left stays: every later death is one of the named terms.
  @Test func withoutKillingTermsNoCellDies() throws {
    let test = try TestCord.rat(spacing: 0.4, reach: 5)
    let model = try test.model(.moderateDrop)
    for rates in [
      \LesionKinetics.death.neuron, \.death.oligodendrocyte, \.death.astrocyte, \.death.axon,
    ] as [WritableKeyPath<LesionKinetics, DeathKinetics.KillingRates>] {
      model.kinetics[keyPath: rates].excitotoxic = 0
      model.kinetics[keyPath: rates].ischaemic = 0
      model.kinetics[keyPath: rates].oxidative = 0
      model.kinetics[keyPath: rates].cytokine = 0
      model.kinetics[keyPath: rates].inflammatory = 0
    }
    model.kinetics.death.bareAxon = 0
    let neurons = model.state.values(.neurons).map(\.bitPattern)
    let axons = model.state.values(.axons).map(\.bitPattern)
    model.advance(days: 14)
    #expect(model.state.values(.neurons).map(\.bitPattern) == neurons)
    #expect(model.state.values(.axons).map(\.bitPattern) == axons)
  }

  @Test func fibrosisFormsOnlyWhereTissueWasTorn() throws {
    let model = try TestCord.rat(spacing: 0.4).model(.moderateDrop)
    // A cord whose caudal half counts as not torn.
    let grid = model.cord.grid
    let half = grid.count / 2
    for index in half..<grid.count { model.state.mutableValues(.torn)[index] = 0 }
    model.advance(days: 60)
    let fibrosis = model.state.values(.fibrosis)
    #expect(model.largest(.fibrosis) > 0.05)
    #expect(fibrosis[half...].allSatisfy { $0 == 0 })
    #expect(model.state.values(.necrosis)[half...].contains { $0 > 0 })
  }

  @Test func aCavityOpensOnlyWhereNoMatrixHolds() throws {
    let test = try TestCord.rat(spacing: 0.4)
    let held = try test.model(.moderateDrop)
    held.kinetics.scar.matrixLoss = 0
    held.advance(days: 60)
    #expect(held.state.values(.matrix).allSatisfy { $0 == 1 })
    #expect(held.state.values(.cavity).allSatisfy { $0 == 0 })
    let open = try test.model(.moderateDrop)
    open.advance(days: 60)
    #expect(open.largest(.cavity) > 0.01)
    for (cavity, matrix) in zip(open.state.values(.cavity), open.state.values(.matrix)) where cavity > 0 {
      #expect(matrix < 1)
    }
  }

  @Test func chondroitinaseDigestsProteoglycan() throws {
    let test = try TestCord.rat(spacing: 0.4)
    let treated = try test.model(.moderateDrop)
    let untreated = try test.model(.moderateDrop)
    for model in [treated, untreated] { model.advance(days: 14) }
    treated.state.mutableValues(.chondroitinase).update(repeating: 2)
    for model in [treated, untreated] { model.advance(days: 16) }
    #expect(treated.total(.cspg) < 0.9 * untreated.total(.cspg))
  }
}
