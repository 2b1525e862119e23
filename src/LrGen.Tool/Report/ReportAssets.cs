using System.Globalization;
using System.Text;

namespace LrGen.Tool.Report;

/// <summary>The style and the script of the page.</summary>
internal static class ReportAssets
{
    /// <summary>More are a search, and no page to look at.</summary>
    public const int MostRuns = 1_000;

    /// <summary>So many lines differ; then they begin again.</summary>
    private const int Looks = 32;

    // Contrast of 4.5 : 1 or more with the page, so that they do for letters, too.
    private static readonly string[] s_light = ["#0b62c4", "#b8400a", "#15753a", "#7e22ce", "#b4235a", "#0b6e68", "#7d5800", "#4d4d4d"];
    private static readonly string[] s_dark = ["#6cb0ff", "#ff9b57", "#5ed18a", "#c89bff", "#ff8fb8", "#4fd5c7", "#e6bf4d", "#c4c4c4"];

    // After the colours are used up, lines differ in their dashes.
    private static readonly string[] s_dashes = ["none", "7 3", "2 3", "9 3 2 3"];

    public static string Style { get; } = Base + Colors();

    public const string Script = """

        (() => {
          const data = JSON.parse(document.getElementById('data').textContent);
          const charts = document.querySelector('.charts'), tip = charts.querySelector('.tip'), most = 12, looks = 32;
          const plots = [...charts.querySelectorAll('.plot')], hidden = new Set();
          const toggles = [...document.querySelectorAll('[data-toggle]')], onlys = [...document.querySelectorAll('[data-only]')];
          const lines = new Map();
          for (const line of charts.querySelectorAll('[data-run]')) lines.set(line.dataset.run, [...lines.get(line.dataset.run) ?? [], line]);
          const show = (run, isShown) => {
            isShown ? hidden.delete(run) : hidden.add(run);
            for (const line of lines.get(run) ?? []) line.style.display = isShown ? '' : 'none';
          };
          const say = () => {
            for (const button of toggles) button.setAttribute('aria-pressed', !hidden.has(button.dataset.toggle));
            const rest = toggles.length - hidden.size;
            for (const button of onlys) button.setAttribute('aria-pressed', rest === 1 && toggles.length > 1 && !hidden.has(button.dataset.only));
          };
          const only = run => {
            const isAlone = hidden.size === toggles.length - 1 && !hidden.has(run);
            for (const button of toggles) show(button.dataset.toggle, isAlone || button.dataset.toggle === run);
            say();
          };
          for (const button of toggles) {
            button.addEventListener('click', () => { show(button.dataset.toggle, hidden.has(button.dataset.toggle)); say(); });
            button.addEventListener('dblclick', () => only(button.dataset.toggle));
          }
          for (const button of onlys) button.addEventListener('click', () => only(button.dataset.only));
          for (const button of document.querySelectorAll('.unfold')) {
            button.addEventListener('click', () => {
              const more = button.closest('tbody').querySelector('.more');
              more.hidden = !more.hidden;
              button.setAttribute('aria-expanded', !more.hidden);
            });
          }
          const table = document.querySelector('table');
          for (const button of document.querySelectorAll('[data-sort]')) {
            button.addEventListener('click', () => {
              const head = button.parentElement, isDown = head.getAttribute('aria-sort') === 'ascending', column = Number(button.dataset.sort);
              for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
              head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
              const isNumber = head.classList.contains('number'), value = body => body.rows[0].cells[column].dataset.value;
              const compare = (a, b) => {
                if (!isNumber) return a.localeCompare(b, 'en', { numeric: true });
                // What has no number stands at the end, whichever way.
                if (a === '' || b === '') return (a === '') - (b === '') ? ((a === '') - (b === '')) * (isDown ? -1 : 1) : 0;
                return Number(a) - Number(b) || 0;
              };
              const bodies = [...table.tBodies].sort((a, b) => compare(value(a), value(b)) * (isDown ? -1 : 1));
              for (const body of bodies) table.append(body);
            });
          }
          const hide = () => { tip.hidden = true; for (const c of charts.querySelectorAll('.cursor')) c.hidden = true; };
          const nearest = (count, at, step) => {
            let low = 0, high = count - 1;
            while (low < high) { const middle = (low + high) >> 1; at(middle) < step ? low = middle + 1 : high = middle; }
            return low > 0 && step - at(low - 1) < at(low) - step ? low - 1 : low;
          };
          const point = (plot, share, top) => {
            const step = share * data.last, found = [];
            data.runs.forEach((run, i) => {
              if (hidden.has(String(i)) || !run.steps.length || step > run.steps[run.steps.length - 1] + data.last / 50) return;
              const at = nearest(run.steps.length, j => run.steps[j], step);
              const metrics = run.metrics.map(m => `, ${m.name} ${m.points[nearest(m.points.length, j => m.points[j][0], step)][1]}`);
              found.push({ i, loss: Number(run.loss[at]), text: `${run.name}: loss ${run.loss[at]}, rate ${run.rate[at]}${metrics.join('')}` });
            });
            found.sort((a, b) => a.loss - b.loss);
            tip.replaceChildren();
            tip.appendChild(document.createElement('b')).textContent = 'step ' + Math.round(step).toLocaleString('en');
            for (const { i, text } of found.slice(0, most)) {
              const row = tip.appendChild(document.createElement('div'));
              row.className = 'run' + i % looks;
              row.textContent = text;
            }
            if (found.length > most) tip.appendChild(document.createElement('div')).textContent = `and ${found.length - most} more`;
            for (const c of charts.querySelectorAll('.cursor')) { c.hidden = false; c.style.left = share * 100 + '%'; }
            tip.hidden = false;
            const outer = charts.getBoundingClientRect(), box = plot.getBoundingClientRect(), x = box.left + share * box.width - outer.left;
            tip.style.left = Math.max(0, Math.min(outer.width - tip.offsetWidth, x + (x > outer.width / 2 ? -tip.offsetWidth - 14 : 14))) + 'px';
            tip.style.top = top - outer.top + 14 + 'px';
          };
          for (const plot of plots) {
            let share = 0;
            plot.tabIndex = 0;
            plot.addEventListener('pointerleave', hide);
            plot.addEventListener('blur', hide);
            plot.addEventListener('pointermove', event => {
              const box = plot.getBoundingClientRect();
              share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
              point(plot, share, event.clientY);
            });
            plot.addEventListener('keydown', event => {
              const moves = { ArrowLeft: share - .01, ArrowRight: share + .01, PageDown: share + .1, PageUp: share - .1, Home: 0, End: 1 };
              if (event.key === 'Escape') hide();
              if (!(event.key in moves)) return;
              event.preventDefault();
              share = Math.min(1, Math.max(0, moves[event.key]));
              point(plot, share, plot.getBoundingClientRect().top + 20);
            });
          }
        })();

        """;

    /// <summary>What only the page of a search has.</summary>
    public const string SearchStyle = """

        .parameters { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr)); gap: 8px 24px; }
        .axis { min-height: 1em; }
        .dot { fill: none; stroke: currentColor; stroke-width: 7; stroke-linecap: round; vector-effect: non-scaling-stroke; }
        .dot.pruned { stroke-width: 4; opacity: .5; }
        .trial { stroke-width: 1; }
        .trial.pruned { stroke-dasharray: 3 3; }
        .rank0 { color: #0b62c4; } .rank1 { color: #4a86cf; } .rank2 { color: #7da6d6; } .rank3 { color: #a9bfd8; } .rank4 { color: #c9ced6; }
        .trial.rank0 { stroke-width: 1.5; }
        .trial.rank3, .trial.rank4 { opacity: .5; }
        @media (prefers-color-scheme: dark) {
          .rank0 { color: #6cb0ff; } .rank1 { color: #5589c4; } .rank2 { color: #446891; } .rank3 { color: #374d66; } .rank4 { color: #2f3a48; }
        }

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
        .legend { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; max-height: 200px; overflow: auto; padding: 3px; }
        .legend button { font: inherit; font-size: .9rem; color: inherit; background: var(--card); border: 1px solid var(--edge);
          border-radius: 6px; padding: 4px 10px; min-height: 32px; cursor: pointer; text-align: left; }
        .legend button[aria-pressed=false] { text-decoration: line-through; color: var(--soft); background: none; }
        button:focus-visible, .plot:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
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
        .number { text-align: right; }
        thead button, .unfold, [data-only] { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
        thead [aria-sort=ascending] button::after { content: ' ↑'; }
        thead [aria-sort=descending] button::after { content: ' ↓'; }
        .unfold::before { content: '▸ '; color: var(--soft); }
        .unfold[aria-expanded=true]::before { content: '▾ '; }
        .more td { border: 0; padding: 0; }
        .more:not([hidden]) td { display: table-cell; }
        [data-only] { text-decoration: underline; font-size: .85rem; }
        [data-only][aria-pressed=true] { font-weight: 700; }
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
          table, tbody, tr:not([hidden]), th, td { display: block; }
          thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
          caption { display: block; }
          tbody tr { border-bottom: 1px solid var(--edge); padding: 8px 0; }
          tbody th, td { border: 0; padding: 2px 0; }
          td { display: flex; justify-content: space-between; gap: 16px; }
          .more:not([hidden]) td { display: block; }
          td[data-label]::before { content: attr(data-label); color: var(--soft); }
          td > span { text-align: right; }
        }
        @media print { .legend button { border: 0; } }

        """;

    /// <summary>The class of a run's lines.</summary>
    public static string ClassOf(int run) => string.Create(CultureInfo.InvariantCulture, $"run{run % Looks}");

    private static string Colors()
    {
        var style = new StringBuilder();
        for (int i = 0; i < Looks; i++)
        {
            string dashes = s_dashes[i / s_light.Length];
            style.Append(CultureInfo.InvariantCulture, $".run{i} {{ color: {s_light[i % s_light.Length]}; stroke-dasharray: {dashes}; }}\n");
        }

        style.Append("@media (prefers-color-scheme: dark) {\n");
        for (int i = 0; i < Looks; i++)
            style.Append(CultureInfo.InvariantCulture, $".run{i} {{ color: {s_dark[i % s_dark.Length]}; }}\n");
        return style.Append("}\n").ToString();
    }
}
