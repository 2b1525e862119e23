using System.CommandLine;
using System.Globalization;
using LrGen.Generator.Numerics;
using LrGen.Tool.Input;
using LrGen.Tool.Output;
using LrGen.Tool.Schedules;

namespace LrGen.Tool.Commands;

/// <summary>Compares two declarations, two inputs, or the declarations of two commits.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private const string Removed = "  − ", Added = "  + ";

    private readonly Argument<string> _one;
    private readonly Argument<string> _other;
    private readonly Argument<string[]> _paths;
    private readonly Option<string[]> _names;
    private readonly Option<string[]> _values;
    private readonly Option<long?> _steps;
    private readonly Option<double> _tolerance;
    private readonly Option<bool> _exitCode;

    public DiffCommand()
        : base("diff", "Says where, and by how much, rates differ: of two declarations (lrgen diff Rates.Old Rates.New src), "
            + "of two commits (lrgen diff HEAD~1 HEAD -- src), or of two projects, folders, files or DLLs.")
    {
        _one = With(new Argument<string>("A") { Description = "A declaration, a commit, or a path." });
        _other = With(new Argument<string>("B") { Description = "What it is compared with." });
        _paths = With(new Argument<string[]>("path")
        {
            Description = "Where the declarations are. Default: the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = static _ => ["."],
        });
        _names = With(new Option<string[]>("--schedule", "-s") { Description = "With commits and paths: names of schedules, with * and ?." });
        _values = With(new Option<string[]>("--set") { Description = "A value for what only run time knows: --set steps=1000." });
        _steps = With(new Option<long?>("--steps") { Description = "The last step to compare. Default: the later of the two ends." });
        _tolerance = With(new Option<double>("--tolerance") { Description = "The relative difference that counts as none. Default: 0." });
        _exitCode = With(new Option<bool>("--exit-code") { Description = "Make the exit code 1 where something differs." });
    }

    protected override int Run(ParseResult result, TextWriter output, TextWriter error)
    {
        string one = result.GetValue(_one)!, other = result.GetValue(_other)!;
        string[] paths = result.GetValue(_paths) is { Length: > 0 } given ? given : ["."];
        if (Path.Exists(one) && Path.Exists(other))
            return Compare(Read([one], result), Read([other], result), one, other, result, output);
        bool isRepository = Commits.IsRepository(paths[0]);
        if (!isRepository && new[] { one, other }.FirstOrDefault(Commits.IsCommitOnly) is { } commit)
            throw NoRepository(commit, paths[0]);
        if (isRepository && Commits.Knows(paths[0], one, other))
        {
            using var commits = new Commits(Path.GetFullPath(paths[0]));
            var left = Read(paths.Select(p => commits.Checkout(one, p)), result);
            var right = Read(paths.Select(p => commits.Checkout(other, p)), result);
            return Compare(left, right, one, other, result, output);
        }

        var all = Selection.Read(paths, Values(result));
        if (!isRepository && new[] { one, other }.FirstOrDefault(n => !all.Any(s => Selection.Matches(s.Name, n))) is { } unknown
            && Nearest.To(unknown, all.Select(s => s.Name)) is null)
        {
            throw NoRepository(unknown, paths[0]);
        }

        var (first, second) = (Single(all, one), Single(all, other));
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        bool differs = Compare(first, second, first.Name + " → " + second.Name, result, text);
        WriteColoured(text.ToString(), output);
        return differs && result.GetValue(_exitCode) || first.Errors.Count + second.Errors.Count > 0 ? ExitCode.Findings : ExitCode.Success;
    }

    private static ToolException NoRepository(string name, string path) => new(
        "'" + name + "' is no schedule and no path, and no commit either: '" + path + "' lies in no git repository.");

    private RuntimeValues Values(ParseResult result) => new(result.GetValue(_values) ?? []);

    private IReadOnlyList<Schedule> Read(IEnumerable<string> paths, ParseResult result)
    {
        var all = Selection.Read(paths, Values(result));
        string[] patterns = result.GetValue(_names) ?? [];
        return patterns.Length == 0 ? all : [.. all.Where(s => patterns.Any(p => Selection.Matches(s.Name, p)))];
    }

    private static Schedule Single(IReadOnlyList<Schedule> all, string name)
    {
        var found = Selection.Choose(all, [name]);
        return found.FirstOrDefault(s => s.Name == name) ?? (found.Count == 1 ? found[0]
            : throw new ToolException("'" + name + "' could be " + string.Join(" or ", found.Select(s => s.Name)) + "; write more of the name."));
    }

    /// <summary>Compares what has the same name on both sides; overloads are told apart by their order.</summary>
    private int Compare(
        IReadOnlyList<Schedule> left, IReadOnlyList<Schedule> right, string one, string other, ParseResult result, TextWriter output)
    {
        if (left.Count + right.Count == 0)
            throw new ToolException("There is no such schedule on either side.");
        bool differs = false, isWrong = false;
        int same = 0;
        var rest = right.ToList();
        foreach (var schedule in left)
        {
            if (rest.FirstOrDefault(s => s.Name == schedule.Name) is not { } counterpart)
            {
                output.WriteLine(schedule.Name + ": only in " + one);
                differs = true;
                continue;
            }

            rest.Remove(counterpart);
            isWrong |= schedule.Errors.Count + counterpart.Errors.Count > 0;
            var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            bool isOther = Compare(schedule, counterpart, schedule.Name, result, text);
            differs |= isOther;
            if (isOther)
                WriteColoured(text.ToString(), output);
            else
                same++;
        }

        foreach (var schedule in rest)
            output.WriteLine(schedule.Name + ": only in " + other);
        differs |= rest.Count > 0;
        output.WriteLine(same == 1 ? "1 schedule is the same." : same + " schedules are the same.");
        return differs && result.GetValue(_exitCode) || isWrong ? ExitCode.Findings : ExitCode.Success;
    }

    /// <summary>The title and the two declarations stand out.</summary>
    private static void WriteColoured(string text, TextWriter output)
    {
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var ink = line.StartsWith(Removed, StringComparison.Ordinal) ? Ink.Red : line.StartsWith(Added, StringComparison.Ordinal) ? Ink.Green : null;
            if (!line.StartsWith(' '))
                ink = Ink.Bold;
            if (ink is null)
                output.Write(line);
            else
                ink.Write(output, line);
            output.Write("\n");
        }
    }

    private bool Compare(Schedule one, Schedule other, string title, ParseResult result, TextWriter output)
    {
        // What run time decides is the same where the arguments are.
        if (!one.IsDrawable && !other.IsDrawable && one.Errors.Count + other.Errors.Count == 0 && Says(one).Equals(Says(other)))
            return false;
        output.WriteLine(title);
        foreach (var schedule in new[] { one, other }.Where(s => !s.IsDrawable))
            output.WriteLine("  cannot be compared: " + schedule.Name + ": " + schedule.Hindrance);
        if (!one.IsDrawable || !other.IsDrawable)
            return true;
        if (one.Words != other.Words)
        {
            output.WriteLine(Removed + one.Words);
            output.WriteLine(Added + other.Words);
        }

        bool differs = false;
        foreach (var quantity in one.Curves.Concat(other.Curves).Select(c => c.Quantity).Distinct())
        {
            var (a, b) = (one.Curves.FirstOrDefault(c => c.Quantity == quantity), other.Curves.FirstOrDefault(c => c.Quantity == quantity));
            string name = one.Curves.Count + other.Curves.Count > 2 ? Drawing.Picture.Words(quantity.ToString()) + ": " : string.Empty;
            if (a is null || b is null)
            {
                output.WriteLine("  " + name + "on one side only");
                differs = true;
                continue;
            }

            differs |= Write(a, b, name, Difference.Of(a, b, result.GetValue(_steps), result.GetValue(_tolerance)), output);
        }

        return differs;
    }

    private static (object?, object?) Says(Schedule schedule) => (schedule.Declaration?.Attributes, schedule.Declaration?.Training);

    private static bool Write(QuantityCurve one, QuantityCurve other, string name, Difference found, TextWriter output)
    {
        string looked = found.IsComplete ? "steps 0 to " + RateText.Step(found.LastStep)
            : RateText.Step(found.Looked) + " steps from 0 to " + RateText.Step(found.LastStep);
        if (found.IsNone)
        {
            output.WriteLine("  " + name + "the same at " + (found.IsComplete ? looked : "all of " + looked));
            return false;
        }

        output.WriteLine("  " + name + "differs at " + RateText.Step(found.Differing) + " of " + RateText.Step(found.Looked) + " steps"
            + (found.IsComplete ? string.Empty : " looked at, up to " + RateText.Step(found.LastStep)) + ", first at " + RateText.Step(found.FirstStep)
            + Change(one.At(found.FirstStep), other.At(found.FirstStep)));
        output.WriteLine("  " + name + "most at " + RateText.Step(found.LargestStep) + Change(found.One, found.Other));
        WriteFact("peak", one.At(one.PeakStep), other.At(other.PeakStep));
        WriteFact("length", one.Curve.Length?.Constant?.ToDouble(), other.Curve.Length?.Constant?.ToDouble());
        if (Math.Abs(found.ShareOfSum - 1) > 5e-4)
            output.WriteLine("  " + name + "in all " + Percent(found.ShareOfSum));
        return true;

        void WriteFact(string fact, double? a, double? b)
        {
            if (!Nullable.Equals(a, b))
                output.WriteLine("  " + name + fact + ": " + Text(a) + " → " + Text(b));
        }

        static string Text(double? value) => value is { } number ? NumberText.Friendly(number) : "none";
    }

    private static string Change(double one, double other) => ": " + Text(one) + " → " + Text(other)
        + (one > 0 && double.IsFinite(other) ? " (" + Percent(other / one) + ")" : string.Empty);

    private static string Text(double value) => double.IsNaN(value) ? "an exception" : NumberText.Friendly(value);

    private static string Percent(double ratio) => ((ratio - 1) * 100).ToString("+0.##;−0.##;±0", CultureInfo.InvariantCulture) + " %";
}
