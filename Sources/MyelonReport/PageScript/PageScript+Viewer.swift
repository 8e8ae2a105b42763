extension PageScript {
  /// The interactive viewer, started when the reader opens it.
  static let viewer = """
    const viewerIndex = read("viewer-index");
    if (viewerIndex && byId("library-niivue") && byId("viewer")) {
      const say = text => { byId("viewer-status").textContent = text; };
      const arm = byId("viewer-arm"), field = byId("viewer-field"), visit = byId("viewer-visit");
      viewerIndex.arms.forEach((name, i) => arm.add(new Option(name, i)));
      if (viewerIndex.arms.length < 2) arm.parentElement.hidden = true;

      function listFields() {
        const chosen = field.value;
        field.replaceChildren();
        for (const f of viewerIndex.fields) if (f.maximum[+arm.value] != null) field.add(new Option(f.title, f.name));
        if ([...field.options].some(o => o.value === chosen)) field.value = chosen;
      }

      async function start() {
        const { Niivue, NVImage, SLICE_TYPE } = await library("library-niivue");
        const viewer = new Niivue({ isColorbar: true, backColor: [.05, .06, .07, 1], textHeight: .035,
          crosshairColor: [.9, .75, .2, .8], crosshairWidth: 1, isRadiologicalConvention: true, sagittalNoseLeft: true,
          show3Dcrosshair: true, multiplanarEqualSize: true, multiplanarShowRender: 1, dragAndDropEnabled: false });
        await viewer.attachToCanvas(byId("viewer-canvas"));
        const load = (id, options) => NVImage.loadFromBase64({ base64: byId(id).textContent.trim(),
          name: id + ".nii.gz", ...options });
        viewer.addVolume(await load("volume-cord", { colormap: "gray", cal_min: 0, cal_max: 1, colorbarVisible: false }));
        viewer.setSliceType(SLICE_TYPE.MULTIPLANAR);
        let queue = Promise.resolve();

        function frame() {
          const days = viewerIndex.days[+arm.value];
          visit.max = days.length - 1;
          if (viewer.volumes[1]) viewer.setFrame4D(viewer.volumes[1].id, +visit.value);
          byId("viewer-day").value = dayName(days[+visit.value]);
        }
        async function show() {
          listFields();
          const chosen = viewerIndex.fields.find(f => f.name === field.value);
          if (!chosen) return say("No field was embedded for this arm.");
          say("Unpacking…");
          const top = chosen.maximum[+arm.value];
          const image = await load(`volume-${arm.value}-${chosen.name}`, { colormap: chosen.colormap,
            opacity: .85, cal_min: top * .04, cal_max: top });
          if (viewer.volumes[1]) viewer.removeVolume(viewer.volumes[1]);
          viewer.addVolume(image);
          frame();
          say("");
        }
        const update = () => { queue = queue.then(show).catch(error => say("This field could not be shown: " + error)); };
        arm.addEventListener("change", update);
        field.addEventListener("change", update);
        visit.addEventListener("input", frame);
        byId("viewer-view").addEventListener("change", e => viewer.setSliceType(+e.target.value));
        visit.max = viewerIndex.days[0].length - 1;
        visit.value = Math.max(0, viewerIndex.days[0].findIndex(d => d >= 28));
        await show();
        viewer.scene.crosshairPos = viewer.mm2frac([0, viewer.frac2mm([.5, .5, .5])[1], -viewerIndex.epicentres[0]]);
        viewer.drawScene();
      }

      listFields();
      byId("viewer").addEventListener("toggle", () => start().catch(error => {
        say("The viewer could not start in this browser (" + error + "). The volumes beside this page open in any "
          + "medical viewer.");
      }), { once: true });
    }
    """
}
