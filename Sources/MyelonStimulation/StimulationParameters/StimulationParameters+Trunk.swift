import MyelonAnatomy
import MyelonQuantities

extension StimulationParameters {
  /// Vertebral arch and processes.
  static func bone(_ species: Species) -> [Parameter] {
    let isRat = species == .rat
    let textbook = Evidence.assumed(
      because: isRat ? "proportions of published sections (recalled)" : "usual adult sizes (textbook)")
    return [
      Parameter(
        "lamina_thickness", "l_a", isRat ? 0.7 : 6, "mm", isRat ? 0.4...1.2 : 4...8, "thickness of a lamina",
        textbook),
      Parameter(
        "pedicle_thickness", "l_p", isRat ? 1 : 9, "mm", isRat ? 0.6...1.5 : 5...14,
        "lateral thickness of a pedicle",
        textbook),
      Parameter(
        "spinous_length", "l_s", isRat ? 3 : 28, "mm", isRat ? 2...5 : 15...40,
        "length of a spinous process behind its lamina", textbook),
      Parameter(
        "spinous_thickness", "w_s", isRat ? 0.6 : 6, "mm", isRat ? 0.4...1 : 4...9,
        "thickness of a spinous process",
        textbook),
      Parameter(
        "muscle_half_width", "w_m", isRat ? 11 : 60, "mm", isRat ? 8...15 : 40...80,
        "half-width of the paraspinal muscles", textbook),
    ]
  }

  /// The body round the spine.
  static func trunk(_ species: Species) -> [Parameter] {
    let isRat = species == .rat
    return [
      Parameter(
        "skin_depth", "h_s", isRat ? 9 : 50, "mm", isRat ? 6...13 : 40...60,
        "distance from the dorsal dura to the skin of the back beside T12",
        isRat
          ? .assumed(because: "laminectomies of adult rats are done about 8-10 mm below the skin (recalled)")
          : .measured(source: "literature on spinal cord stimulation", note: "40-60 mm at T11-L1, recalled")),
      Parameter(
        "trunk_width", "W_t", isRat ? 50 : 300, "mm", isRat ? 40...65 : 240...400,
        "width of the trunk beside T12",
        .assumed(because: isRat ? "an adult rat of 250-300 g" : "an adult of usual build")),
      Parameter(
        "trunk_depth", "D_t", isRat ? 45 : 220, "mm", isRat ? 35...60 : 170...320,
        "dorsoventral depth of the trunk beside T12",
        .assumed(because: isRat ? "an adult rat of 250-300 g" : "an adult of usual build")),
      Parameter(
        "fat_thickness", "h_f", isRat ? 1 : 10, "mm", isRat ? 0.5...3 : 3...30,
        "thickness of subcutaneous fat",
        .assumed(because: "usual build; varies more between people than any other layer")),
      Parameter(
        "skin_thickness", "h_k", isRat ? 1 : 2, "mm", isRat ? 0.5...2 : 1...4, "thickness of skin",
        .assumed(
          because: isRat ? "about 1 mm on the back (recalled)" : "1-4 mm on the back and abdomen (textbook)")),
    ]
  }
}
