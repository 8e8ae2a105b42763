extension PageScript {
  /// Interactive charts in place of the static ones, from the moment that the reader comes near them.
  static let charts = """
    const chartData = read("chart-data");
    if (chartData && byId("library-echarts")) {
      const firstHour = 1 / 24, last = Math.max(chartData.lastDay, 1);
      const logTicks = [[1/24, "≤1 h"], [.25, "6 h"], [1, "1 d"], [3, "3 d"], [7, "7 d"], [28, "28 d"], [84, "12 w"],
        [365, "1 y"], [1826, "5 y"]].filter(t => t[0] <= last * 1.001);
      const isLog = () => byId("axis-log") ? byId("axis-log").checked : true;
      const place = day => isLog() ? Math.log10(Math.max(day, firstHour)) : day;
      const back = x => isLog() ? 10 ** x : x;
      const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
      const escaped = text => { const e = document.createElement("span"); e.textContent = text; return e.innerHTML; };
      const shown = [];

      function option(panel) {
        const soft = css("--soft"), rule = css("--rule"), ink = css("--ink");
        const ticks = isLog() ? logTicks.map(t => place(t[0])) : undefined;
        const series = panel.lines.map(line => ({
          type: "line", name: line.name, data: line.points.map(p => [place(p[0]), p[1]]),
          symbol: "circle", symbolSize: 5.5, showSymbol: line.dots, animation: false,
          itemStyle: { color: css("--a" + line.arm % 8) },
          lineStyle: { color: css("--a" + line.arm % 8), width: 2, type: line.dash.length ? line.dash : "solid" }
        }));
        const areas = panel.windows.filter(w => w.from <= last).map((w, i) => [
          { xAxis: place(w.from), yAxis: w.low ?? panel.low, name: w.letter },
          { xAxis: place(Math.min(w.to, last)), yAxis: w.high ?? panel.high }]);
        series.push({ type: "line", name: "\\u0000published", data: [], silent: true, markArea: { silent: true, data: areas,
          itemStyle: { color: css("--band"), opacity: .24 },
          label: { show: true, position: "top", distance: 2, color: soft, fontSize: 10.5, fontStyle: "italic" } } });
        for (const mark of panel.marks) {
          const color = css("--a" + mark.arm % 8), x = place(mark.day);
          if (mark.spread != null) series.push({ type: "line", name: "\\u0000spread", silent: true, symbol: "none",
            data: [[x, mark.mean - mark.spread], [x, mark.mean + mark.spread]], lineStyle: { color, width: 1.2 } });
          series.push({ type: "scatter", name: "\\u0000mean", silent: true, symbol: "diamond", symbolSize: 11,
            data: [[x, mark.mean]], itemStyle: { color: css("--ground"), borderColor: color, borderWidth: 1.5 } });
        }
        return {
          animation: false, aria: { enabled: false }, textStyle: { fontFamily: css("--sans") },
          grid: { left: 46, right: 12, top: 16, bottom: 28 },
          xAxis: { type: "value", min: isLog() ? place(firstHour) : 0, max: place(last),
            axisLine: { show: false }, splitLine: { show: false },
            axisTick: { show: true, customValues: ticks, lineStyle: { color: soft } },
            axisLabel: { color: soft, fontSize: 10.5, customValues: ticks, hideOverlap: true,
              formatter: x => isLog() ? (logTicks.find(t => Math.abs(place(t[0]) - x) < 1e-6) || ["", ""])[1] : x + " d" },
            axisPointer: { snap: false } },
          yAxis: { type: "value", axisLine: { show: false }, axisTick: { show: false }, min: panel.low, max: panel.high, interval: panel.step,
            axisLabel: { color: soft, fontSize: 10.5, formatter: v => Math.abs(v) >= 1e6 ? v / 1e6 + "M"
              : Math.abs(v) >= 1e5 ? v / 1e3 + "k" : v.toLocaleString("en") }, splitLine: { lineStyle: { color: rule, width: .8 } } },
          tooltip: { trigger: "axis", confine: true, backgroundColor: css("--card"), borderColor: rule,
            textStyle: { color: ink, fontSize: 12 },
            formatter: items => {
              const own = items.filter(i => !i.seriesName.startsWith("\\u0000"));
              if (!own.length) return "";
              const rows = own.map(i => i.marker + escaped(i.seriesName) + " <b>"
                + (i.value[1] == null ? "–" : +i.value[1].toPrecision(3)) + "</b>");
              return dayName(back(own[0].value[0])) + " · " + panel.unit + "<br>" + rows.join("<br>");
            } },
          series
        };
      }

      async function enhance() {
        await library("library-echarts");
        const panels = new Map(chartData.panels.map(p => [p.id, p]));
        for (const figure of document.querySelectorAll("figure.panel")) {
          const panel = panels.get(figure.dataset.panel);
          if (!panel) continue;
          const live = figure.querySelector(".live"), stage = document.createElement("div");
          live.hidden = false;
          live.setAttribute("role", "img");
          live.setAttribute("aria-label", figure.querySelector("svg").getAttribute("aria-label"));
          live.append(stage);
          figure.classList.add("enhanced");
          const chart = globalThis.echarts.init(stage, null, { renderer: "svg" });
          chart.setOption(option(panel));
          new ResizeObserver(() => chart.resize()).observe(stage);
          shown.push([chart, panel]);
        }
        globalThis.echarts.connect(shown.filter(s => !s[1].id.startsWith("exam-")).map(s => s[0]));
        const redraw = () => shown.forEach(([chart, panel]) => chart.setOption(option(panel), true));
        document.querySelectorAll("input[name=time-axis]").forEach(i => i.addEventListener("change", redraw));
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
      }

      const near = new IntersectionObserver(entries => {
        if (!entries.some(e => e.isIntersecting)) return;
        near.disconnect();
        enhance().catch(error => console.warn("Static charts stay:", error));
      }, { rootMargin: "600px" });
      document.querySelectorAll(".panels").forEach(p => near.observe(p));
    }
    """
}
