using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LrGen.Tool.Tests;

/// <summary>The page of a report in a real browser, without a window.</summary>
public sealed partial class BrowserTests : IDisposable
{
    private const string Skipped = "No Chromium or Chrome is installed; LRGEN_BROWSER names one elsewhere.";

    // Before the page's own script: collects what goes wrong, uses what can be used, and leaves its findings in the document.
    private const string Probe =
        """
        <script>
        const problems = [];
        addEventListener('error', e => problems.push(e.message));
        addEventListener('securitypolicyviolation', e => problems.push(e.violatedDirective + ' ' + e.blockedURI));
        const number = text => (text.match(/[\d.]+/g) || []).map(Number);
        const linear = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
        const light = ([r, g, b]) => .2126 * linear(r) + .7152 * linear(g) + .0722 * linear(b);
        const ground = e => {
          const c = number(getComputedStyle(e).backgroundColor);
          return c.length < 4 || c[3] > 0 ? c : ground(e.parentElement);
        };
        addEventListener('load', () => {
          const plot = document.querySelector('.plot'), box = plot.getBoundingClientRect();
          plot.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + box.width * .9, clientY: box.top + 20, bubbles: true }));
          const tip = document.querySelector('.tip').textContent;
          let contrast = 21, worst = '';
          for (const e of document.querySelectorAll('h1, h2, h3, p, button, figcaption, small, .y, .x, caption, th, td, .badge, code, .tip div')) {
            if (!e.getClientRects().length) continue;
            const a = light(number(getComputedStyle(e).color)), b = light(ground(e));
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            if (ratio < contrast) [contrast, worst] = [ratio, e.className || e.tagName];
          }
          const beyond = [...document.querySelectorAll('main *')].filter(e => !e.closest('svg, thead') && e.getBoundingClientRect().right > innerWidth + .5);
          const button = document.querySelector('[data-toggle="0"]'), line = document.querySelector('.plot [data-run="0"]');
          button.click(); const hidden = line.style.display === 'none' && button.getAttribute('aria-pressed') === 'false';
          button.click(); const shown = line.style.display === '' && button.getAttribute('aria-pressed') === 'true';
          const names = () => [...document.querySelectorAll('tbody .unfold')].map(b => b.textContent);
          const numbers = () => [...document.querySelectorAll('td[data-label="Steps"]')].map(c => Number(c.dataset.value));
          const sort = [...document.querySelectorAll('[data-sort]')].find(b => b.textContent === 'Steps');
          sort.click(); const up = numbers(); sort.click(); const down = numbers();
          const sorts = up.every((n, i) => i === 0 || up[i - 1] <= n) && down.every((n, i) => i === 0 || down[i - 1] >= n) && up.length === names().length;
          const unfold = document.querySelector('.unfold'), more = unfold.closest('tbody').querySelector('.more'), before = more.hidden;
          unfold.click(); const unfolds = more.hidden !== before; unfold.click();
          const only = document.querySelector('[data-only="0"]');
          const visible = () => document.querySelectorAll('[data-toggle][aria-pressed=true]').length;
          const alone = !only || (only.click(), visible() === 1 && only.getAttribute('aria-pressed') === 'true' && (only.click(), visible() === names().length));
          plot.focus();
          plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
          const first = document.querySelector('.tip b').textContent;
          plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
          const second = document.querySelector('.tip b').textContent;
          const losses = [...document.querySelectorAll('.tip div')].map(d => Number((d.textContent.match(/: loss ([^,]+),/) || [])[1])).filter(n => !isNaN(n));
          const keys = first === 'step 0' && second !== first && losses.every((n, i) => i === 0 || losses[i - 1] <= n);
          const lines = [...document.querySelectorAll('.plot .line')].every(l => l.getBoundingClientRect().width > 0);
          const labels = [...document.querySelectorAll('.plot > svg')].every(s => s.getAttribute('aria-label'));
          parent.postMessage(JSON.stringify({ problems, width: innerWidth, scroll: document.documentElement.scrollWidth,
            beyond: beyond.map(e => e.className || e.tagName), tip, contrast, worst, toggles: hidden && shown, lines, sorts, unfolds, alone, keys,
            ground: number(getComputedStyle(document.body).backgroundColor)[0], labels }), '*');
        });
        </script>
        """;

    // Windows are no narrower than 500 pixels, frames are.
    private const string Frame =
        """
        <!DOCTYPE html><meta name="color-scheme" content="light dark">
        <script>addEventListener('message', e => document.documentElement.dataset.findings = e.data);</script>
        <iframe src="page.html" style="border: 0; height: 900px; width: WIDTHpx"></iframe>
        """;

    private readonly Logs _logs = new();

    public void Dispose() => _logs.Dispose();

    [Theory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1400, false)]
    [InlineData(1400, true)]
    public void The_page_fits_and_works(int width, bool isDark)
    {
        string? browser = Find();
        Assert.SkipWhen(browser is null, Skipped);
        _logs.Write("a.jsonl", Logs.Healthy);
        _logs.Write("b.jsonl", x => x < 0.5 ? 2 : double.NaN, run: "a run with a long name, and-" + new string('x', 100));
        _logs.Write("c.jsonl", x => 2.3 - (0.5 * x), schedule: "[" + string.Join(", ", Enumerable.Repeat("CosineDecay(0.1, steps: 1_000)", 10)) + "]");
        for (int i = 0; i < 6; i++)
            _logs.Write($"d{i}.jsonl", Logs.Healthy, steps: 25 + i);
        string page = _logs.PathTo("page.html");
        Assert.Equal(0, TestProject.Run("report", _logs.Folder, "-o", page).Code);
        var findings = Findings(browser, page, "", width, isDark);
        Assert.Equal("[]", findings.GetProperty("problems").GetRawText());
        Assert.Equal(width, findings.GetProperty("width").GetInt32());
        Assert.Equal(width, findings.GetProperty("scroll").GetInt32());
        Assert.Equal("[]", findings.GetProperty("beyond").GetRawText());
        Assert.Contains("step 1,", findings.GetProperty("tip").GetString(), StringComparison.Ordinal);
        Assert.Contains("a: loss ", findings.GetProperty("tip").GetString(), StringComparison.Ordinal);
        Assert.True(findings.GetProperty("toggles").GetBoolean());
        Assert.True(findings.GetProperty("lines").GetBoolean());
        foreach (string use in new[] { "sorts", "unfolds", "alone", "keys" })
            Assert.True(findings.GetProperty(use).GetBoolean(), use);
        Assert.Contains("accuracy ", findings.GetProperty("tip").GetString(), StringComparison.Ordinal);
        Assert.True(findings.GetProperty("labels").GetBoolean());
        // What the Web Content Accessibility Guidelines ask of text (2.2, 1.4.3).
        Assert.True(findings.GetProperty("contrast").GetDouble() >= 4.5, findings.GetRawText());
        Assert.InRange(findings.GetProperty("ground").GetInt32(), isDark ? 0 : 200, isDark ? 60 : 255);
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1400, false)]
    public void The_page_of_a_search_fits(int width, bool isDark)
    {
        string? browser = Find();
        Assert.SkipWhen(browser is null, Skipped);
        string journal = _logs.PathTo("search.jsonl"), page = _logs.PathTo("page.html");
        Search.Run<Trial>(new SearchOptions { Trials = 30, Journal = journal }, (trial, context) => context.Index == 3 ? throw new IOException(new string('x', 200)) : trial.Rate);
        Assert.Equal(0, TestProject.Run("report", journal, "-o", page).Code);
        string html = File.ReadAllText(page), frame = _logs.PathTo("frame.html");
        // The page forbids scripts; the measurement is one.
        File.WriteAllText(page, html.Replace("style-src 'unsafe-inline'", "style-src 'unsafe-inline'; script-src 'unsafe-inline'", StringComparison.Ordinal)
            .Replace("<body>", "<body>" + SearchProbe, StringComparison.Ordinal));
        File.WriteAllText(frame, Frame.Replace("WIDTH", width.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var findings = Load(browser, frame, isDark);
        Assert.Equal("[]", findings.GetProperty("problems").GetRawText());
        Assert.Equal(width, findings.GetProperty("scroll").GetInt32());
        Assert.Equal("[]", findings.GetProperty("beyond").GetRawText());
        Assert.True(findings.GetProperty("dots").GetInt32() > 80);
    }

    private const string SearchProbe =
        """
        <script>
        const problems = [];
        addEventListener('error', e => problems.push(e.message));
        addEventListener('securitypolicyviolation', e => problems.push(e.violatedDirective + ' ' + e.blockedURI));
        addEventListener('load', () => {
          const beyond = [...document.querySelectorAll('main *')].filter(e => !e.closest('svg, thead') && e.getBoundingClientRect().right > innerWidth + .5);
          parent.postMessage(JSON.stringify({ problems, scroll: document.documentElement.scrollWidth, beyond: beyond.map(e => e.className || e.tagName),
            dots: document.querySelectorAll('.dot').length }), '*');
        });
        </script>
        """;

    [SearchSpace]
    private readonly partial record struct Trial([LogUniform(1e-5, 1e-1)] double Rate, [Choice("a", "b")] string AParameterWithALongName, [Uniform(0, 1)] double Other);

    [Fact]
    public void The_measurement_sees_what_is_wrong()
    {
        string? browser = Find();
        Assert.SkipWhen(browser is null, Skipped);
        _logs.Write("a.jsonl", Logs.Healthy);
        string page = _logs.PathTo("page.html");
        Assert.Equal(0, TestProject.Run("report", _logs.Folder, "-o", page).Code);
        const string wrong =
            """
            <main><p style="width: 600px; color: #999">wide and faint</p></main><img src="https://example.org/a.png"><script>missing();</script>
            """;
        var findings = Findings(browser, page, wrong, 390, isDark: false);
        Assert.Contains("missing is not defined", findings.GetProperty("problems").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("img-src", findings.GetProperty("problems").GetRawText(), StringComparison.Ordinal);
        Assert.True(findings.GetProperty("scroll").GetInt32() > 600);
        Assert.Equal("P", findings.GetProperty("beyond")[0].GetString());
        Assert.InRange(findings.GetProperty("contrast").GetDouble(), 2.8, 2.9);
    }

    private JsonElement Findings(string browser, string page, string more, int width, bool isDark)
    {
        File.WriteAllText(page, File.ReadAllText(page).Replace("<body>", "<body>" + Probe + more, StringComparison.Ordinal));
        string frame = _logs.PathTo("frame.html");
        File.WriteAllText(frame, Frame.Replace("WIDTH", width.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        return Load(browser, frame, isDark);
    }

    private JsonElement Load(string browser, string page, bool isDark)
    {
        var start = new ProcessStartInfo(browser)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // In containers a sandbox cannot be set up; the page is our own.
        foreach (string argument in (string[])[
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--user-data-dir=" + _logs.PathTo("profile"), "--window-size=1500,1000", "--hide-scrollbars",
            "--blink-settings=preferredColorScheme=" + (isDark ? "0" : "1"), "--virtual-time-budget=5000", "--dump-dom", "file://" + page])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string dom = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var found = Regex.Match(dom, "data-findings=\"([^\"]*)\"");
        Assert.True(found.Success, dom.Length > 0 ? dom[..Math.Min(dom.Length, 2_000)] : error.Result);
        return JsonDocument.Parse(WebUtility.HtmlDecode(found.Groups[1].Value)).RootElement;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("LRGEN_BROWSER") is { Length: > 0 } named)
            return named;
        string[] names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
