import MyelonQuantities

/// The sizes that a section needs, read once.
struct SpineSizes: Sendable {
  let epiduralDorsal: Double
  let epiduralRostral: Double
  let epiduralInterlaminar: Double
  let epiduralLateral: Double
  let epiduralVentral: Double
  let lamina: Double
  let pedicle: Double
  let spinousLength: Double
  let spinousThickness: Double
  let muscleHalfWidth: Double
  let skinDepth: Double
  let trunkWidth: Double
  let trunkDepth: Double
  let fat: Double
  let skin: Double

  init(_ table: ParameterTable) {
    epiduralDorsal = table["epidural_dorsal"]
    epiduralRostral = table["epidural_dorsal_rostral"]
    epiduralInterlaminar = table["epidural_interlaminar"]
    epiduralLateral = table["epidural_lateral"]
    epiduralVentral = table["epidural_ventral"]
    lamina = table["lamina_thickness"]
    pedicle = table["pedicle_thickness"]
    spinousLength = table["spinous_length"]
    spinousThickness = table["spinous_thickness"]
    muscleHalfWidth = table["muscle_half_width"]
    skinDepth = table["skin_depth"]
    trunkWidth = table["trunk_width"]
    trunkDepth = table["trunk_depth"]
    fat = table["fat_thickness"]
    skin = table["skin_thickness"]
  }
}
