extension ScenarioTemplate {
  static let ratText = """
    # A scenario for Myelon: a weight-drop experiment in rats, two severities side by side.
    # Check it with `myelon check FILE`, run it with `myelon run FILE`.
    # Quantities carry their unit. A key that is not known, or a value out of range, is refused.

    myelon: 1                      # version of this file format
    name: my-rats                  # also the name of the output directory
    description: Two heights of a 10 g weight drop at T10.

    subject:
      species: rat                 # human or rat
      age: 10 weeks                # 0 to 4 years
      sex: female                  # male or female
      weight: 250 g                # optional

    injury:
      # What happened. Each mechanism has its own keys, and they must all be given:
      #   weight-drop:  height, mass
      #   force:        force (such as 200 kdyn)
      #   clip:         closing-force (such as 35 gf), duration (such as 1 min)
      #   contusion:    peak-compression
      #   compression:  peak-compression, residual-compression, decompression
      #   hemisection:  side (left or right), gap
      #   dorsal-section: cut-depth (share of the anteroposterior diameter, from the back), gap
      #   transection:  gap
      mechanism: weight-drop
      height: 12.5 mm
      mass: 10 g
      level: T10                   # spinal segment at the epicentre, C1 to S4 (13 thoracic, 6 lumbar)
      laterality: 0                # -1 right edge, 0 midline, +1 left edge
      depth: auto                  # auto, or -1 ventral edge to +1 dorsal edge
      length: auto                 # auto, or the struck length, such as 2.5 mm

    # Lives to compare in one report. An arm may change a part of the injury above.
    arms:
      - name: 12.5 mm
        therapies: []              # nothing is given; see `myelon new combination`
        # Published results stand beside the simulated ones in the report.
        published:
          - measure: BBB           # a score of locomotion, 0 to 21
            day: [49, 63]          # a day, or first and last day
            mean: 12.5
            spread: 2
            spread-is: uncertainty # standard-deviation, standard-error, uncertainty or unstated
            unit: points
            source: "Basso, Beattie & Bresnahan 1996 Exp Neurol 139:244, PMID 8654527"
            provenance: recalled   # retrieved (read in the source) or recalled (from memory)
            note: rough recollection
      - name: 25 mm
        injury:
          height: 25 mm
      # - name: trained
      #   therapies:
      #     - training: treadmill  # `myelon new combination` shows stimulation and other therapies
      #       day: 14
      #       minutes-a-day: 30
      #       days-a-week: 6
      #       weeks: 7

    run:
      days: 63                     # simulated time, 1 to 3650 days
      voxel: 0.2 mm                # edge of a voxel, 0.05 to 0.5 mm for a rat
      seed: 1                      # the same seed gives the same bits, with any number of threads
      visits: [1, 3, 7, 14, 28, 42, 63]   # days of the examinations
      examiner-noise: on           # the error with which examiners record a score
      individual-variation: off    # draw the animal's own susceptibility instead of the typical one
      window: auto                 # stretch of cord that is simulated, auto or such as 20 mm
      # threads: 2                 # as many as the machine has when not given
      # time-step-tolerance: 1 %   # relative error allowed in a time step

    outputs:
      fields: default              # default, all, none, or a list such as [axons, myelin, cavity]

    # Model parameters to replace, in their own unit; `myelon parameters` lists them with their sources.
    # parameters:
    #   NAME: 0.5

    anatomy: parametric            # the built-in rat cord

    """
}
