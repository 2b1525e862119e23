using System.CommandLine;
using LrGen.Tool.Drawing;
using LrGen.Tool.Output;
using LrGen.Tool.Schedules;

namespace LrGen.Tool.Commands;

/// <summary>Draws schedules into PNG and SVG files, or in the terminal.</summary>
internal sealed class PlotCommand : ToolCommand
{
    private const int HeightOfRate = 500, HeightOfOther = 150;

    private readonly Selection _selection;
    private readonly Option<string[]> _output;
    private readonly Option<long?> _steps;
    private readonly Option<bool> _log;
    private readonly Option<bool> _linear;
    private readonly Option<bool> _terminal;
    private readonly Option<int?> _width;
    private readonly Option<int?> _height;

    public PlotCommand()
        : base("plot", "Draws schedules in one picture: a PNG or SVG file, or text in the terminal.")
    {
        _selection = new Selection(this);
        _output = With(new Option<string[]>("--output", "-o")
        {
            Description = "The file to write, .png or .svg; may be given for each. Default: schedules.png.",
            DefaultValueFactory = static _ => ["schedules.png"],
        });
        _steps = With(new Option<long?>("--steps") { Description = "The last step to draw. Default: the end, or as far as there is something to see." });
        _log = With(new Option<bool>("--log") { Description = "A logarithmic axis for the rate." });
        _linear = With(new Option<bool>("--linear") { Description = "A linear axis for the rate, the default." });
        _terminal = With(new Option<bool>("--terminal", "-t") { Description = "Draw in the terminal instead of a file." });
        _width = With(new Option<int?>("--width") { Description = "Pixels, or characters in the terminal. Default: 900, or the terminal's width." });
        _height = With(new Option<int?>("--height")
        {
            Description = "Pixels, or lines of each part in the terminal. Default: 500 and 150 for each other quantity, or 16.",
        });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        if (result.GetValue(_log) && result.GetValue(_linear))
            throw new ToolException("--log and --linear exclude each other; give one.");
        if (result.GetValue(_steps) is < 1)
            throw new ToolException("--steps has to be 1 or above.");
        bool inTerminal = result.GetValue(_terminal);
        var options = new PlotOptions(
            result.GetValue(_steps), result.GetValue(_log),
            InRange("--width", result.GetValue(_width) ?? (inTerminal ? TerminalWidth.Less(0) : 900), inTerminal ? 24 : 200),
            InRange("--height", result.GetValue(_height) ?? (inTerminal ? 16 : HeightOfRate), inTerminal ? 4 : 150));
        var files = result.GetValue(_output)!;
        foreach (string file in inTerminal ? [] : files)
            PictureFile.CheckName(file);

        var schedules = _selection.Read(result, error);
        var drawn = schedules.Where(s => s.IsDrawable).ToList();
        foreach (var schedule in schedules.Where(s => !s.IsDrawable))
            error.WriteLine("Not drawn: " + ListCommand.Place(schedule) + ": " + schedule.Name + ": " + schedule.Hindrance);
        foreach (var schedule in drawn.Where(s => s.Curves.Any(c => c.Curve.HasFactors)))
            error.WriteLine(schedule.Name + " is drawn without what multiplies it at run time: the scale of a group or of metrics, or noise.");
        int quantities = drawn.SelectMany(s => s.Curves).Select(c => c.Quantity).Distinct().Count();
        if (result.GetValue(_height) is null && !inTerminal)
            options = options with { Height = HeightOfRate + Math.Max(quantities - 1, 0) * HeightOfOther };
        if (drawn.Count > 0 && inTerminal)
            new TerminalPicture(drawn, options).Write(output);
        else if (drawn.Count > 0)
            Save(new Picture(drawn, options), files, drawn, output);
        else
            error.WriteLine("There is nothing to draw.");
        return drawn.Count > 0 ? ExitCode.Of(schedules) : Math.Max(ExitCode.Of(schedules), ExitCode.Findings);
    }

    private static void Save(Picture picture, IEnumerable<string> files, List<Schedule> drawn, TextWriter output)
    {
        foreach (string file in files)
        {
            picture.Save(file);
            output.WriteLine(Visible.Text(file) + ": " + (drawn.Count == 1 ? drawn[0].Name : RateText.Step(drawn.Count) + " schedules"));
        }
    }

    private static int InRange(string option, int value, int least) => value >= least && value <= 16_384
        ? value
        : throw new ToolException(option + " has to be from " + least + " to 16384.");
}
