using System.CommandLine;
using System.Globalization;
using LrGen.Tool.Drawing;
using LrGen.Tool.Output;

namespace LrGen.Tool.Commands;

/// <summary>Draws a range test.</summary>
internal sealed class RangeCommand : ToolCommand
{
    private readonly Argument<string> _curve;
    private readonly Option<string> _output;
    private readonly Option<int> _width;
    private readonly Option<int> _height;

    public RangeCommand()
        : base("range", "Draws a range test, loss over rate with the rates that are read off it (lrgen range test.json -o test.png).")
    {
        _curve = With(new Argument<string>("test") { Description = "What RangeTestResult.WriteJson wrote." });
        _output = With(new Option<string>("--output", "-o") { Description = "The file to write, .png or .svg. Default: range.png.", DefaultValueFactory = static _ => "range.png" });
        _width = With(new Option<int>("--width") { Description = "Pixels. Default: 900.", DefaultValueFactory = static _ => 900 });
        _height = With(new Option<int>("--height") { Description = "Pixels. Default: 500.", DefaultValueFactory = static _ => 500 });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string path = result.GetValue(_output)!;
        PictureFile.CheckName(path);
        int width = result.GetValue(_width), height = result.GetValue(_height);
        if (width < 200 || height < 150)
            throw new ToolException("--width has to be 200 or above, --height 150 or above.");
        var curve = RangeTestCurve.Read(result.GetValue(_curve)!);
        new RangeTestPicture(curve, width, height).Save(path);
        foreach (var (name, rate) in curve.Suggestions)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10}{rate:G4}"));
        output.WriteLine(Visible.Text(path));
        return ExitCode.Success;
    }
}
