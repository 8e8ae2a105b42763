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
        const viewer = new Niivue({ isColorbar: true, backColor: [.05, .06, .07, 1], fontMinPx: 13, fontSizeScaling: .3, fontColor: [.9, .92, .95, 1],
          crosshairColor: [.9, .75, .2, .8], crosshairWidth: 1, crosshairWidthUnit: "percent", isRadiologicalConvention: true, isOrientationTextVisible: false, sagittalNoseLeft: true,
          show3Dcrosshair: true, dragAndDropEnabled: false });
        await viewer.attachToCanvas(byId("viewer-canvas"));
        const load = (id, options) => NVImage.loadFromBase64({ base64: byId(id).textContent.trim(),
          name: id + ".nii.gz", ...options });
        viewer.addVolume(await load("volume-cord", { colormap: "gray", cal_min: 0, cal_max: 1, colorbarVisible: false }));
        let queue = Promise.resolve();
        // Orientation marks of our own: those of the library lie outside narrow pictures. Each is a text and its
        // place in per cent of the stage, per view.
        const axial = (l, w) => [["R", l + 2, 50], ["L", l + w - 2, 50], ["V", l + w / 2, 5], ["D", l + w / 2, 86]];
        const upright = (l, w, first, second) => [[first, l + 4, 45], [second, l + w - 4, 45],
          ["rostral", l + w / 2 - 9, 5], ["caudal", l + w / 2 - 9, 86]];
        const marks = { 0: axial(0, 100), 1: upright(0, 100, "R", "L"), 2: upright(0, 100, "V", "D"), 4: [],
          3: [...axial(0, 40), ...upright(40, 30, "V", "D"), ...upright(70, 30, "R", "L")] };
        function mark(view) {
          document.querySelectorAll(".viewer-mark").forEach(m => m.remove());
          for (const [text, x, y] of marks[view]) {
            const m = document.createElement("span");
            m.className = "viewer-mark"; m.textContent = text; m.style.left = x + "%"; m.style.top = y + "%";
            byId("viewer-canvas").after(m);
          }
        }
        function planes() {
          mark(3);
          // Side by side, each as large as it goes: a cord is long and thin.
          viewer.setCustomLayout([{ sliceType: SLICE_TYPE.AXIAL, position: [0, 0, .4, 1] },
            { sliceType: SLICE_TYPE.SAGITTAL, position: [.4, 0, .3, 1] },
            { sliceType: SLICE_TYPE.CORONAL, position: [.7, 0, .3, 1] }]);
        }

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
        planes();
        const update = () => { queue = queue.then(show).catch(error => say("This field could not be shown: " + error)); };
        arm.addEventListener("change", update);
        field.addEventListener("change", update);
        visit.addEventListener("input", frame);
        byId("viewer-view").addEventListener("change", e => {
          if (e.target.value === "3") return planes();
          viewer.clearCustomLayout();
          mark(+e.target.value);
          viewer.setSliceType(+e.target.value);
        });
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
