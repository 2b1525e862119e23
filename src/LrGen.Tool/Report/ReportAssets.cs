using System.Globalization;
using System.Text;

namespace LrGen.Tool.Report;

/// <summary>The style and the script of the page.</summary>
internal static class ReportAssets
{
    public const int MostRuns = 32;

    // Contrast of 4.5 : 1 or more with the page, so that they do for letters, too.
    private static readonly string[] s_light = ["#0b62c4", "#b8400a", "#15753a", "#7e22ce", "#b4235a", "#0b6e68", "#7d5800", "#4d4d4d"];
    private static readonly string[] s_dark = ["#6cb0ff", "#ff9b57", "#5ed18a", "#c89bff", "#ff8fb8", "#4fd5c7", "#e6bf4d", "#c4c4c4"];

    // After the colours are used up, lines differ in their dashes.
    private static readonly string[] s_dashes = ["none", "7 3", "2 3", "9 3 2 3"];

    public static string Style { get; } = Base + Colors();

    public const string Script = """

        (() => {
          const data = JSON.parse(document.getElementById('data').textContent);
          const charts = document.querySelector('.charts'), tip = charts.querySelector('.tip');
          const plots = [...charts.querySelectorAll('.plot')], hidden = new Set();
          for (const button of document.querySelectorAll('[data-toggle]')) {
            button.addEventListener('click', () => {
              const run = button.dataset.toggle, isShown = button.getAttribute('aria-pressed') !== 'true';
              button.setAttribute('aria-pressed', isShown);
              isShown ? hidden.delete(run) : hidden.add(run);
              for (const line of charts.querySelectorAll(`[data-run="${run}"]`)) line.style.display = isShown ? '' : 'none';
            });
          }
          const hide = () => { tip.hidden = true; for (const c of charts.querySelectorAll('.cursor')) c.hidden = true; };
          const nearest = (steps, step) => {
            let low = 0, high = steps.length - 1;
            while (low < high) { const middle = (low + high) >> 1; steps[middle] < step ? low = middle + 1 : high = middle; }
            return low > 0 && step - steps[low - 1] < steps[low] - step ? low - 1 : low;
          };
          for (const plot of plots) {
            plot.addEventListener('pointerleave', hide);
            plot.addEventListener('pointermove', event => {
              const box = plot.getBoundingClientRect(), share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
              const step = share * data.last;
              tip.replaceChildren();
              const head = tip.appendChild(document.createElement('b'));
              head.textContent = 'step ' + Math.round(step).toLocaleString('en');
              data.runs.forEach((run, i) => {
                if (hidden.has(String(i)) || !run.steps.length || step > run.steps[run.steps.length - 1] + data.last / 50) return;
                const at = nearest(run.steps, step), row = tip.appendChild(document.createElement('div'));
                row.className = 'run' + i;
                row.textContent = `${run.name}: loss ${run.loss[at]}, rate ${run.rate[at]}`;
              });
              for (const c of charts.querySelectorAll('.cursor')) { c.hidden = false; c.style.left = share * 100 + '%'; }
              tip.hidden = false;
              const outer = charts.getBoundingClientRect(), x = event.clientX - outer.left;
              tip.style.left = Math.max(0, Math.min(outer.width - tip.offsetWidth, x + (x > outer.width / 2 ? -tip.offsetWidth - 14 : 14))) + 'px';
              tip.style.top = event.clientY - outer.top + 14 + 'px';
            });
          }
        })();

        """;

    private const string Base = """

        :root { --page: #fff; --text: #1b1f24; --soft: #57606a; --edge: #d0d7de; --grid: #e6e9ed; --card: #f6f8fa; }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
        main { max-width: 1200px; margin: 0 auto; padding: 16px; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 8px 0 16px; }
        h2 { font-size: 1.2rem; margin: 32px 0 8px; }
        h3 { font-size: 1rem; margin: 0 0 4px; }
        small, .facts, caption, .axis { color: var(--soft); }
        .legend { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; }
        .legend button { font: inherit; font-size: .9rem; color: inherit; background: var(--card); border: 1px solid var(--edge);
          border-radius: 6px; padding: 4px 10px; min-height: 32px; cursor: pointer; text-align: left; }
        .legend button[aria-pressed=false] { text-decoration: line-through; color: var(--soft); background: none; }
        button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
        .sample { width: 24px; height: 8px; margin-right: 8px; vertical-align: middle; overflow: visible; }
        .charts { position: relative; }
        .panel { margin: 0 0 14px; }
        figcaption { font-weight: 600; margin-bottom: 4px; }
        figcaption small { font-weight: 400; }
        .plot { position: relative; height: var(--height); margin: 0 4px 0 56px; border: solid var(--edge); border-width: 0 0 1px 1px; }
        .plot > svg { display: block; width: 100%; height: 100%; overflow: hidden; touch-action: pan-y; }
        .line { fill: none; stroke: currentColor; stroke-width: 2; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
        .raw { stroke-width: 1; opacity: .17; }
        .grid { stroke: var(--grid); vector-effect: non-scaling-stroke; }
        .y, .x, .mark { position: absolute; font-size: .8rem; line-height: 1; color: var(--soft); white-space: nowrap; }
        .y { right: 100%; margin-right: 6px; transform: translateY(-50%); }
        .x { top: 100%; margin-top: 6px; transform: translateX(-50%); }
        .mark { font-size: 1.6rem; font-weight: 700; transform: translate(-50%, -50%); }
        .axis { margin: 26px 4px 0 56px; text-align: center; font-size: .8rem; }
        .cursor { position: absolute; top: 0; bottom: 0; border-left: 1px dashed var(--soft); pointer-events: none; }
        .tip { position: absolute; z-index: 1; max-width: min(420px, 100%); padding: 6px 10px; font-size: .85rem; pointer-events: none;
          background: var(--page); border: 1px solid var(--edge); border-radius: 6px; box-shadow: 0 2px 8px #0003; }
        [hidden] { display: none; }
        table { width: 100%; border-collapse: collapse; margin-top: 24px; font-variant-numeric: tabular-nums; }
        caption { text-align: left; caption-side: bottom; font-size: .85rem; padding-top: 6px; }
        th, td { text-align: left; padding: 8px 12px 8px 0; border-bottom: 1px solid var(--edge); font-weight: 400; vertical-align: baseline; }
        thead th { color: var(--soft); font-size: .85rem; }
        tbody th { font-weight: 600; }
        .badge { display: inline-block; border: 1px solid currentColor; border-radius: 999px; padding: 0 10px; font-size: .85rem; font-weight: 600;
          white-space: nowrap; color: var(--soft); }
        .healthy { color: var(--good); }
        .diverged, .oscillating { color: var(--bad); }
        .barelyfalling, .plateau { color: var(--slow); }
        article { background: var(--card); border: 1px solid var(--edge); border-radius: 8px; padding: 12px 16px; margin: 12px 0; }
        article p { margin: 4px 0; max-width: 80ch; }
        article .facts { font-size: .85rem; max-width: none; }
        code { font: .9em ui-monospace, monospace; }
        :root { --good: #15753a; --bad: #b3261e; --slow: #7d5800; }
        @media (prefers-color-scheme: dark) {
          :root { --page: #14171c; --text: #e6e9ed; --soft: #a3adb8; --edge: #3a424c; --grid: #262c34; --card: #1b2027;
            --good: #5ed18a; --bad: #ff8f86; --slow: #e6bf4d; }
          .raw { opacity: .22; }
        }
        @media (max-width: 700px) {
          .odd { display: none; }
          .raw { opacity: .12; }
          .legend { gap: 6px; }
          .legend button { font-size: .8rem; padding: 4px 8px; }
          .legend .sample { width: 16px; margin-right: 5px; }
          .tip { font-size: .75rem; line-height: 1.35; }
          table, tbody, tr, th, td { display: block; }
          thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
          caption { display: block; }
          tbody tr { border-bottom: 1px solid var(--edge); padding: 8px 0; }
          tbody th, td { border: 0; padding: 2px 0; }
          td { display: flex; justify-content: space-between; gap: 16px; }
          td::before { content: attr(data-label); color: var(--soft); }
          td > span { text-align: right; }
        }
        @media print { .legend button { border: 0; } }

        """;

    private static string Colors()
    {
        var style = new StringBuilder();
        for (int i = 0; i < MostRuns; i++)
        {
            string dashes = s_dashes[i / s_light.Length];
            style.Append(CultureInfo.InvariantCulture, $".run{i} {{ color: {s_light[i % s_light.Length]}; stroke-dasharray: {dashes}; }}\n");
        }

        style.Append("@media (prefers-color-scheme: dark) {\n");
        for (int i = 0; i < MostRuns; i++)
            style.Append(CultureInfo.InvariantCulture, $".run{i} {{ color: {s_dark[i % s_dark.Length]}; }}\n");
        return style.Append("}\n").ToString();
    }
}
