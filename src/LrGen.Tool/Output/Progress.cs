using System.Diagnostics;
using System.Globalization;

namespace LrGen.Tool.Output;

/// <summary>A line at the foot of the terminal that says what long work is at; nothing where the errors go to a file or a pipe.</summary>
internal sealed class Progress : IDisposable
{
    private const string ClearLine = "\r\e[K";

    /// <summary>Work that is done sooner says nothing.</summary>
    private static readonly TimeSpan s_silence = TimeSpan.FromMilliseconds(700), s_interval = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly TextWriter? _terminal;
    private readonly Timer? _timer;
    private readonly long _start = Stopwatch.GetTimestamp();
    private string _what;
    private int _done;
    private int _all;
    private bool _isShown;
    private bool _isOver;

    private Progress(TextWriter? terminal, string what)
    {
        _terminal = terminal;
        _what = what;
        if (terminal is not null)
            _timer = new Timer(static progress => ((Progress)progress!).Show(), this, s_silence, s_interval);
    }

    /// <summary>Begins work.</summary>
    /// <param name="error">Where errors go.</param>
    /// <param name="what">What is done: "Reading src".</param>
    public static Progress Begin(TextWriter error, string what)
    {
        var terminal = VisibleWriter.TerminalOf(error);
        return new Progress(ReferenceEquals(terminal, Console.Error) && !Console.IsErrorRedirected ? terminal : null, what);
    }

    /// <summary>Begins work whose steps are shown by a writer, whatever it leads to.</summary>
    internal static Progress To(TextWriter terminal, string what) => new(terminal, what);

    /// <summary>Says what is done now, and how much of how much of it.</summary>
    public void Report(string what, int done = 0, int all = 0)
    {
        lock (_lock)
            (_what, _done, _all) = (what, done, all);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _isOver = true;
            if (_isShown)
                _terminal!.Write(ClearLine);
        }
    }

    /// <summary>Writes the line.</summary>
    internal void Show()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            string count = _all > 0 ? string.Create(CultureInfo.InvariantCulture, $": {_done} of {_all}") : string.Empty;
            _terminal!.Write(ClearLine + Visible.Text(_what) + count
                + string.Create(CultureInfo.InvariantCulture, $" ({Stopwatch.GetElapsedTime(_start).TotalSeconds:0} s)"));
            _terminal.Flush();
            _isShown = true;
        }
    }
}
