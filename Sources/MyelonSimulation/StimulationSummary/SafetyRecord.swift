/// One contact of `safety.json`.
struct SafetyRecord: Encodable {
  let montage: String
  let contact: String
  let share: Double
  let areaSquareCentimetres: Double?
  let amplitudeMilliamperes: Double
  let chargeMicrocoulombs: Double
  let densityMicrocoulombsPerSquareCentimetre: Double?
  let shannonK: Double?
  let rootMeanSquareMilliamperesPerSquareCentimetre: Double?
  let largestMilliamperes: Double?
  let note: String?
}
