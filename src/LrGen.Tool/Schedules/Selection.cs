using System.CommandLine;
using System.Text.RegularExpressions;
using LrGen.Tool.Commands;
using LrGen.Tool.Input;

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
        var all = Read(paths, values);
        if (all.Count == 0)
            throw new ToolException("There is no schedule in " + string.Join(", ", paths.Select(p => "'" + p + "'")) + ".");
        var chosen = Choose(all, result.GetValue(_names) ?? []);
        foreach (string unused in values.Unused)
            error.WriteLine("--set " + unused + ": no schedule takes a value of that name.");
        return chosen;
    }

    public static IReadOnlyList<Schedule> Read(IEnumerable<string> paths, RuntimeValues values)
    {
        var reader = new ScheduleReader(values);
        return [.. paths.SelectMany(InputLoader.Load).SelectMany(reader.Read).DistinctBy(s => (s.Name, s.File, s.Line, s.Words))];
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
                throw new ToolException("No schedule is called '" + pattern + "'. There are: "
                    + string.Join(", ", all.Take(20).Select(s => s.Name)) + (all.Count > 20 ? ", …" : string.Empty));
            }

            chosen.AddRange(matching.Where(s => !chosen.Contains(s)));
        }

        return chosen;
    }

    public static bool Matches(string name, string pattern)
    {
        string expression = Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".");
        return Regex.IsMatch(name, @"^(.*\.)?" + expression + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
    }
}
