extension ScenarioTemplate {
  static let combinationText = """
    # A scenario for Myelon: one injured person, cells in a scaffold with a factor, an enzyme, a drug and training.
    # Check it with `myelon check FILE`, run it with `myelon run FILE`; `Docs/Scenarios.md` explains every key.
    # Quantities carry their unit. A key that is not known, or a value out of range, is refused.

    myelon: 1                      # version of this file format
    name: my-combination           # also the name of the output directory
    description: A combination of therapies after a cervical compression injury.

    subject:
      species: human               # human or rat
      age: 38 years                # 0 to 120 years
      sex: male                    # male or female
      # weight: 80 kg              # optional; needed where a drug's dose is given in mg and held in mg/kg

    injury:
      mechanism: compression
      peak-compression: 60 %
      residual-compression: 30 %
      decompression: 12 h
      level: C5

    arms:
      - name: untreated
        therapies: []
      - name: combination
        leave-one-out: yes         # run it also without each of its components in turn
        therapies:
          - scaffold: channels     # gel, sponge, nanofibre, channels or printed
            name: aligned scaffold # unique in the arm; the form when not given
            day: 21                # days after injury
            fills: lesion          # or block: {length: 4 mm, axial: 0 mm}, of the whole cord
            volume: 100 uL         # at most
            porosity: 60 %
            channel-diameter: 200 um
            wall: 50 um
            adhesion: 0.8          # 0 inert to 1 laminin
            stiffness: 2 kPa
            half-life: 180 days    # or none
            erosion: bulk          # bulk or surface
          - cells: ipsc-npc        # `myelon products` lists the products; exosomes: for vesicles
            name: iPSC-NPC
            day: 21
            dose: 2e6              # cells; vesicles: doses, or protein such as 100 ug
            in: aligned scaffold   # a scaffold of this arm, not put in later
            tissue-match: haplo    # 0 to 1, autologous, haplo or none
            lot:                   # release tests; a lot that fails one is refused
              id: example
              viability: 92 %
              purity: 95 %
              residual-pluripotent: 0.001 %
              sterility: sterile
              mycoplasma: not-found
            engineering:
              - safety-switch: 95 %
            labels: [iron]
          - release: NT-3          # BDNF, NT-3, GDNF, VEGF, IL-10, anti-Nogo-A or chondroitinase
            day: 21
            amount: 10 ug
            kinetics: {burst: 20 %, rate: 0.05/d}   # or bolus, higuchi, power, pump, capsule
            from: aligned scaffold # or site (with sites), or intrathecal
          - release: chondroitinase
            day: 21
            amount: 1 U
            kinetics: bolus
            depot-half-life: 1.5 days
          - drug: tacrolimus
            route: oral
            day: 20
            dose: 0.1 mg/kg
            every: 24 h            # or continuous
            for: 120 days
          # - safety-switch: iPSC-NPC
          #   day: 90
          - training: reaching     # treadmill, automated-treadmill, overground, reaching, general, forelimb
            name: hand training    # the kind and "training" when not given
            day: 28                # in the first days training makes the lesion worse
            minutes-a-day: 60
            days-a-week: 5
            weeks: 24
            # intensity: 80 %      # effort over the usual one of studies
          - stimulation: transcutaneous   # or epidural; a simple gain, no fibre is computed
            name: neck stimulation
            day: 56
            site: cervical         # or lumbosacral, or a segment of the cord (not a vertebra)
            frequency: 30 Hz       # of the bursts, not of their carrier
            amplitude: 100 mA
            pulse-width: 1 ms
            minutes-a-day: 60      # or continuous
            days-a-week: 5         # every day when not given
            weeks: 8
            on-during-examination: no

    run:
      days: 365                    # simulated time, 1 to 3650 days
      voxel: 0.5 mm                # edge of a voxel
      seed: 1                      # the same seed gives the same bits, with any number of threads
      agents: 100000               # most agents that stand for grafted cells, 1 to 1000000
      growth-cones: 20000          # most growth cones of host axons, 0 (no regrowth) to 1000000
      visits: [1, 3, 7, 14, 28, 84, 168, 365]   # days of the examinations
      # threads: 2                 # as many as the machine has when not given
      # time-step-tolerance: 1 %   # relative error allowed in a time step

    # Products to add, or to change from a shipped one: a file, a definition, or a list of them.
    # products:
    #   - product: my-msc
    #     from: msc-bone-marrow
    #     terms:
    #       secretion_BDNF: {value: 1.2, unit: ng/1e6 cells/d, basis: assumed, because: own ELISA, confidence: low}

    """
}
