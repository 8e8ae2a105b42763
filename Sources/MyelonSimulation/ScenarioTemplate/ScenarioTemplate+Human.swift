extension ScenarioTemplate {
  static let humanText = """
    # A scenario for Myelon: one injured person, simulated from the injury to the last visit.
    # Check it with `myelon check FILE`, run it with `myelon run FILE`.
    # Quantities carry their unit. A key that is not known, or a value out of range, is refused.

    myelon: 1                      # version of this file format
    name: my-patient               # also the name of the output directory
    description: A person with a cervical compression injury.

    subject:
      species: human               # human or rat
      age: 38 years                # 0 to 120 years
      sex: male                    # male or female
      # weight: 80 kg              # optional

    injury:
      # What happened. Each mechanism has its own keys, and they must all be given:
      #   compression:  peak-compression, residual-compression, decompression
      #   contusion:    peak-compression
      #   hemisection:  side (left or right), gap
      #   dorsal-section: cut-depth (share of the anteroposterior diameter, from the back), gap
      #   transection:  gap
      # For rats also weight-drop (height, mass), force (force) and clip (closing-force, duration).
      mechanism: compression
      peak-compression: 60 %       # of the anteroposterior diameter, at the moment of injury
      residual-compression: 30 %   # what bone or disc keeps pressing until decompression
      decompression: 12 h          # time from injury to surgery
      level: C5                    # spinal segment (not vertebra) at the epicentre, C1 to S5
      # Where in the cross-section and over which length; the mechanism knows usual values.
      laterality: 0                # -1 right edge, 0 midline, +1 left edge
      depth: auto                  # auto, or -1 ventral edge to +1 dorsal edge
      length: auto                 # auto, or the struck length, such as 8 mm

    # Lives to compare in one report. Without this key there is one arm called untreated.
    arms:
      - name: untreated
        description: No treatment beyond the decompression above.
        therapies: []              # nothing is given
      # - name: cells
      #   therapies:
      #     - cells: ipsc-npc        # `myelon products` lists them; `myelon new combination` shows more
      #       day: 21
      #       dose: 2e6
      # An arm may change a part of the injury; what it does not name is taken from above.
      # - name: early decompression
      #   injury:
      #     decompression: 4 h

    run:
      days: 365                    # simulated time, 1 to 3650 days
      voxel: 0.5 mm                # edge of a voxel, 0.05 to 2 mm; half as large means eight times as many
      seed: 1                      # the same seed gives the same bits, with any number of threads
      visits: [1, 3, 7, 14, 28, 84, 168, 365]   # days of the examinations
      examiner-noise: on           # the error with which examiners record a score
      individual-variation: off    # draw the person's own susceptibility instead of the typical one
      agents: 100000               # most agents that stand for grafted cells, 1 to 1000000
      growth-cones: 20000          # most growth cones of host axons, 0 (no regrowth) to 1000000
      window: auto                 # stretch of cord that is simulated, auto or such as 80 mm
      # threads: 2                 # as many as the machine has when not given
      # time-step-tolerance: 1 %   # relative error allowed in a time step

    outputs:
      fields: default              # default, all, none, or a list such as [axons, myelin, cavity]

    # Model parameters to replace, in their own unit; `myelon parameters` lists them with their sources.
    # parameters:
    #   NAME: 0.5

    anatomy: parametric            # the built-in cord, or the PAM50 template:
    # anatomy:
    #   pam50: DIRECTORY           # with its NIfTI files

    """
}
