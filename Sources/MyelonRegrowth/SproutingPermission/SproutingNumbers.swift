import MyelonQuantities

/// The parameters that decide how far spared fibres may sprout, read once.
struct SproutingNumbers: Sendable, Hashable {
  /// Half length of the zone about the lesion, mm.
  var zone: Double
  /// Sprouts a mm where all is permitted.
  var density: Double
  /// Weight of that zone against a task's own circuits.
  var zoneShare: Double
  /// Chondroitinase that opens half of the net, U/mL.
  var enzymeHalf: Double
  /// Largest share of inhibition that an antibody against Nogo-A masks, and its half level, ng/mL.
  var nogoShare: Double
  var antibodyHalf: Double
  /// Half levels of factors, ng/mL.
  var neurotrophinHalf: Double
  var gdnfHalf: Double
  /// Readiness to sprout long after an injury over that just after it, and the time over which it falls, d.
  var windowFloor: Double
  var windowTime: Double

  init(_ table: ParameterTable) {
    zone = table["sprouting_zone"]
    density = table["sprouting_density"]
    zoneShare = table["sprouting_zone_share"]
    enzymeHalf = table["plasticity_half"]
    nogoShare = table["nogo_share"]
    antibodyHalf = table["nogo_antibody_half"]
    neurotrophinHalf = table["neurotrophin_half"]
    gdnfHalf = table["GDNF_half"]
    windowFloor = table["sprouting_window_floor"]
    windowTime = table["sprouting_window"]
  }
}
