/// A field that the interactive viewer can show, with how it is shown.
struct ViewerField {
  /// Name of the field's volume.
  let name: String
  /// Name in the selector.
  let title: String
  /// NiiVue's colour map.
  let colormap: String
  /// Largest value that is told apart; nil takes the largest that occurs.
  var limit: Float?
  /// Whether what was lost is shown (one minus the value), so that an intact cord is clear.
  var showsLoss = false

  /// All, the most telling first: when the page would grow too large, the last are left out.
  static let all: [ViewerField] = [
    ViewerField(
      name: "tissue", title: "Lesion (tissue not living)", colormap: "hot", limit: 1, showsLoss: true),
    ViewerField(name: "cavity", title: "Cavity", colormap: "blue", limit: 1),
    ViewerField(name: "axons", title: "Axons lost", colormap: "warm", limit: 1, showsLoss: true),
    ViewerField(name: "graft", title: "Living graft (share of volume)", colormap: "green"),
    ViewerField(name: "scaffold", title: "Scaffold (share of volume)", colormap: "copper2", limit: 1),
    ViewerField(name: "bdnf", title: "BDNF (ng/mL)", colormap: "violet"),
    ViewerField(name: "nt3", title: "NT-3 (ng/mL)", colormap: "plasma"),
    ViewerField(name: "gdnf", title: "GDNF (ng/mL)", colormap: "magma"),
    ViewerField(name: "chondroitinase", title: "Chondroitinase (U/mL)", colormap: "electric_blue"),
    ViewerField(name: "antiNogo", title: "Anti-Nogo-A antibody (ng/mL)", colormap: "cool"),
    ViewerField(name: "exosomes", title: "Vesicles taken up", colormap: "gold"),
    ViewerField(name: "protection", title: "Secondary death prevented", colormap: "winter", limit: 1),
    ViewerField(name: "repairDrive", title: "Drive of macrophages to repair", colormap: "viridis"),
    ViewerField(name: "fibrosis", title: "Fibrosis", colormap: "copper2", limit: 1),
    ViewerField(name: "cspg", title: "Proteoglycan (CSPG)", colormap: "green"),
    ViewerField(name: "perfusion", title: "Perfusion lost", colormap: "cool", limit: 1, showsLoss: true),
    ViewerField(name: "haemorrhage", title: "Blood outside vessels", colormap: "red", limit: 1),
    ViewerField(name: "inflammatoryMacrophages", title: "Pro-inflammatory macrophages", colormap: "plasma"),
    ViewerField(name: "reactiveAstrocytes", title: "Reactive astrocytes", colormap: "viridis"),
    ViewerField(name: "myelin", title: "Myelin lost", colormap: "winter", limit: 1, showsLoss: true),
    ViewerField(name: "remyelination", title: "New myelin", colormap: "electric_blue", limit: 1),
    ViewerField(name: "neurons", title: "Neurons lost", colormap: "violet", limit: 1, showsLoss: true),
    ViewerField(name: "myelinDebris", title: "Myelin debris", colormap: "gold"),
    ViewerField(name: "necrosis", title: "Dead tissue", colormap: "bone", limit: 1),
    ViewerField(name: "oedema", title: "Oedema", colormap: "cool"),
    ViewerField(name: "neutrophils", title: "Neutrophils", colormap: "inferno"),
    ViewerField(name: "repairMacrophages", title: "Pro-repair macrophages", colormap: "magma"),
  ]
}
