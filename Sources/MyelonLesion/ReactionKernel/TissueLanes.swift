/// Eight neighbouring voxels of every field, loaded for one reaction step.
///
/// The names are those of `TissueField`, shortened where an equation reads better; `chondroitinase`, `connected`,
/// `torn`, `patency` and what therapies bring are only read by the reactions and are not stored back.
struct TissueLanes {
  /// Eight Floats, one per voxel.
  typealias Lanes = SIMD8<Float>

  var glutamate: Lanes
  var oxidants: Lanes
  var cytokine: Lanes
  var interleukin10: Lanes
  var vegf: Lanes
  var oedema: Lanes
  var chondroitinase: Lanes
  var neurons: Lanes
  var oligodendrocytes: Lanes
  var immatureOligodendrocytes: Lanes
  var progenitors: Lanes
  var restingAstrocytes: Lanes
  var reactiveAstrocytes: Lanes
  var inflammatory: Lanes
  var repair: Lanes
  var neutrophils: Lanes
  var damageSignal: Lanes
  var monocyteSignal: Lanes
  var perfusion: Lanes
  var sprouts: Lanes
  var matrix: Lanes
  var debris: Lanes
  var cspg: Lanes
  var tissue: Lanes
  var necrosis: Lanes
  var fibrosis: Lanes
  var cavity: Lanes
  var axons: Lanes
  var myelin: Lanes
  var remyelination: Lanes
  var degenerated: Lanes
  var haemorrhage: Lanes
  var connected: Lanes
  var torn: Lanes
  var patency: Lanes
  var antiNogo: Lanes
  var protection: Lanes
  var repairDrive: Lanes
  var scaffold: Lanes
  var graft: Lanes

  /// Loads block `block` (voxels `8 * block ..< 8 * block + 8`).
  ///
  /// - Parameters:
  ///   - base: first value of the first field, as blocks of eight.
  ///   - blocks: number of blocks in a field.
  ///   - block: index of the block.
  @inline(__always)
  init(_ base: UnsafePointer<Lanes>, blocks: Int, block: Int) {
    @inline(__always) func load(_ field: TissueField) -> Lanes { base[field.rawValue &* blocks &+ block] }
    glutamate = load(.glutamate)
    oxidants = load(.oxidants)
    cytokine = load(.proInflammatoryCytokine)
    interleukin10 = load(.antiInflammatoryCytokine)
    vegf = load(.vegf)
    oedema = load(.oedema)
    chondroitinase = load(.chondroitinase)
    neurons = load(.neurons)
    oligodendrocytes = load(.oligodendrocytes)
    immatureOligodendrocytes = load(.immatureOligodendrocytes)
    progenitors = load(.progenitors)
    restingAstrocytes = load(.restingAstrocytes)
    reactiveAstrocytes = load(.reactiveAstrocytes)
    inflammatory = load(.inflammatoryMacrophages)
    repair = load(.repairMacrophages)
    neutrophils = load(.neutrophils)
    damageSignal = load(.damageSignal)
    monocyteSignal = load(.monocyteSignal)
    perfusion = load(.perfusion)
    sprouts = load(.vesselSprouts)
    matrix = load(.matrix)
    debris = load(.myelinDebris)
    cspg = load(.cspg)
    tissue = load(.tissue)
    necrosis = load(.necrosis)
    fibrosis = load(.fibrosis)
    cavity = load(.cavity)
    axons = load(.axons)
    myelin = load(.myelin)
    remyelination = load(.remyelination)
    degenerated = load(.degenerated)
    haemorrhage = load(.haemorrhage)
    connected = load(.connected)
    torn = load(.torn)
    patency = load(.patency)
    antiNogo = load(.antiNogo)
    protection = load(.protection)
    repairDrive = load(.repairDrive)
    scaffold = load(.scaffold)
    graft = load(.graft)
  }

  /// Stores what the reactions change.
  @inline(__always)
  func store(_ base: UnsafeMutablePointer<Lanes>, blocks: Int, block: Int) {
    @inline(__always) func put(_ value: Lanes, _ field: TissueField) {
      base[field.rawValue &* blocks &+ block] = value
    }
    put(glutamate, .glutamate)
    put(oxidants, .oxidants)
    put(cytokine, .proInflammatoryCytokine)
    put(interleukin10, .antiInflammatoryCytokine)
    put(vegf, .vegf)
    put(oedema, .oedema)
    put(neurons, .neurons)
    put(oligodendrocytes, .oligodendrocytes)
    put(immatureOligodendrocytes, .immatureOligodendrocytes)
    put(progenitors, .progenitors)
    put(restingAstrocytes, .restingAstrocytes)
    put(reactiveAstrocytes, .reactiveAstrocytes)
    put(inflammatory, .inflammatoryMacrophages)
    put(repair, .repairMacrophages)
    put(neutrophils, .neutrophils)
    put(damageSignal, .damageSignal)
    put(monocyteSignal, .monocyteSignal)
    put(perfusion, .perfusion)
    put(sprouts, .vesselSprouts)
    put(matrix, .matrix)
    put(debris, .myelinDebris)
    put(cspg, .cspg)
    put(tissue, .tissue)
    put(necrosis, .necrosis)
    put(fibrosis, .fibrosis)
    put(cavity, .cavity)
    put(axons, .axons)
    put(myelin, .myelin)
    put(remyelination, .remyelination)
    put(degenerated, .degenerated)
    put(haemorrhage, .haemorrhage)
  }
}
