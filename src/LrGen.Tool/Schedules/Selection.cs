using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using LrGen.Tool.Commands;
using LrGen.Tool.Input;
using LrGen.Tool.Output;

namespace LrGen.Tool.Schedules;

/// <summary>The schedules that a command is for: its input, which of them, and values for what only run time knows.</summary>
internal sealed class Selection
{
    private readonly Argument<string[]> _paths = new("path")
    {
        Description = "A project, a folder, a .cs file or a built DLL. Default: the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = static _ => ["."],
    };

    private readonly Option<string[]> _names = new("--schedule", "-s")
    {
        Description = "Names of schedules, with * and ?, from any dot on: 'Rates.*'; may be given several times. Default: all.",
    };

    private readonly Option<string[]> _values = new("--set")
    {
        Description = "A value for what only run time knows: --set steps=1000, or for one schedule --set Rates.Cnn.steps=1000.",
    };

    public Selection(ToolCommand command)
    {
        command.Add(_paths);
        command.Add(_names);
        command.Add(_values);
    }

    public string[] Paths(ParseResult result) => result.GetValue(_paths) is { Length: > 0 } paths ? paths : ["."];

    /// <summary>The schedules; wrong use where there is none.</summary>
    public IReadOnlyList<Schedule> Read(ParseResult result, TextWriter error)
    {
        string[] paths = Paths(result);
        var values = new RuntimeValues(result.GetValue(_values) ?? []);
        IReadOnlyList<Schedule> all;
        using (var progress = Progress.Begin(error, "Reading " + string.Join(", ", paths)))
            all = Read(paths, values, progress);
        if (all.Count == 0)
            throw new ToolException("There is no schedule in " + string.Join(", ", paths.Select(p => "'" + p + "'")) + ".");
        var chosen = Choose(all, result.GetValue(_names) ?? []);
        foreach (string unused in values.Unused)
            error.WriteLine("--set " + unused + ": no schedule takes a value of that name.");
        return chosen;
    }

    public static IReadOnlyList<Schedule> Read(IEnumerable<string> paths, RuntimeValues values, Progress? progress = null)
    {
        var reader = new ScheduleReader(values);
        var schedules = new List<Schedule>();
        foreach (var project in paths.SelectMany(InputLoader.Load))
        {
            foreach (var schedule in reader.Read(project))
            {
                schedules.Add(schedule);
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Reading {project.Name}: {schedules.Count} schedules"));
            }
        }

        return [.. schedules.DistinctBy(s => (s.Name, s.File, s.Line, s.Words))];
    }

    /// <summary>Those whose name one of the patterns describes; each has to describe one.</summary>
    public static IReadOnlyList<Schedule> Choose(IReadOnlyList<Schedule> all, IReadOnlyList<string> patterns)
    {
        if (patterns.Count == 0)
            return all;
        var chosen = new List<Schedule>();
        foreach (string pattern in patterns)
        {
            var matching = all.Where(s => Matches(s.Name, pattern)).ToList();
            if (matching.Count == 0)
            {
                throw new ToolException("No schedule is called '" + pattern + "'."
                    + Nearest.Question(pattern, all.SelectMany(s => Endings(s.Name)).Distinct()) + " There are: "
                    + string.Join(", ", all.Take(20).Select(s => s.Name)) + (all.Count > 20 ? ", …" : string.Empty));
            }

            chosen.AddRange(matching.Where(s => !chosen.Contains(s)));
        }

        return chosen;
    }

    /// <summary>A name from each of its dots on, which all stand for it.</summary>
    private static IEnumerable<string> Endings(string name)
    {
        for (int dot = -1; ; )
        {
            yield return name[(dot + 1)..];
            dot = name.IndexOf('.', dot + 1);
            if (dot < 0)
                yield break;
        }
    }

    public static bool Matches(string name, string pattern)
    {
        string expression = Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".");
        return Regex.IsMatch(name, @"^(.*\.)?" + expression + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
    }
}
