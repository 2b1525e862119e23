using System.CommandLine;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Emission;
using LrGen.Generator.Numerics;
using LrGen.Tool.Schedules;

namespace LrGen.Tool.Commands;

using ParseResult = System.CommandLine.ParseResult;

/// <summary>Lists the schedules of a project with what each comes to.</summary>
internal sealed class ListCommand : ToolCommand
{
    private readonly Selection _selection;
    private readonly Option<bool> _long;

    public ListCommand()
        : base("list", "Lists the schedules of a project, with what each comes to.")
    {
        _selection = new Selection(this);
        _long = With(new Option<bool>("--long", "-l") { Description = "With formula, facts and curve." });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        bool isLong = result.GetValue(_long);
        var schedules = _selection.Read(result, error);
        int width = schedules.Max(s => s.Name.Length);
        int code = ExitCode.Of(schedules);
        foreach (var schedule in schedules)
        {
            InternalFailure.Contain(
                () => output.Write(isLong ? Describe(schedule) : schedule.Name.PadRight(width) + "  " + Glance(schedule) + output.NewLine),
                what =>
                {
                    output.WriteLine(schedule.Name.PadRight(width) + "  error: " + ScheduleReader.Failure(what).Text);
                    code = ExitCode.Failure;
                });
        }

        return code;
    }

    /// <summary>A schedule in one line.</summary>
    private static string Glance(Schedule schedule)
    {
        if (schedule.Hindrance is { } hindrance)
            return (schedule.Errors.Count > 0 ? "error: " : string.Empty) + hindrance;
        var curve = schedule.Curves[0].Curve;
        return Sparkline.Of(curve, curve.Evaluate(schedule.Curves[0].PeakStep, Real.Quick) ?? Rational.Zero).Line + "  " + schedule.Words;
    }

    private static string Describe(Schedule schedule)
    {
        var output = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        output.WriteLine(schedule.Name + " (" + schedule.Kind + ", " + Place(schedule) + ")");
        output.WriteLine("  " + schedule.Words);
        if (schedule.Hindrance is { } hindrance)
            output.WriteLine("  " + hindrance);
        foreach (var drawn in schedule.Curves)
        {
            if (schedule.Curves.Count > 1)
                output.WriteLine("  " + drawn.Quantity + ":");
            foreach (string line in DocumentationWriter.Lines(drawn.Curve, schedule.StepName))
                output.WriteLine("  " + line);
        }

        output.WriteLine();
        return output.ToString();
    }

    internal static string Place(Schedule schedule) => Output.Place.Short(schedule.File)
        + (schedule.Line > 0 ? ":" + schedule.Line.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty);
}
