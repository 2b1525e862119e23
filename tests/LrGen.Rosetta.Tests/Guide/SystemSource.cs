using System.Text.RegularExpressions;

namespace LrGen.Rosetta.Tests.Guide;

/// <summary>A scheduler as the sample's source spells it: its name, its schedule attributes as written and its doc comment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">Its lists of attributes; of a formula, its text.</param>
/// <param name="Summary">Its doc comment.</param>
/// <param name="IsPublic">Whether it is a scheduler of the system; the others are parts of one.</param>
internal sealed record Spelling(string Name, IReadOnlyList<string> Attributes, string Summary, bool IsPublic)
{
    public IReadOnlyList<Spelling> Parts { get; init; } = [];

    /// <summary>The attributes as code, and those of the parts.</summary>
    public string Code =>
        $"`{string.Join("` `", Attributes)}`" + string.Concat(Parts.Select(part => $", where `{part.Name}` is {part.Code}"));
}

/// <summary>One file of the sample: what it says about the system, its constants, and its schedulers.</summary>
internal sealed partial record SystemSource(string Name, string Summary, string? Constants, IReadOnlyList<Spelling> Schedulers)
{
    /// <summary>
    /// Reads a file whose members are doc comments, attributes and partial methods or structs, each on lines of its own: the style of the sample,
    /// which <see cref="GuideTests"/> compares with what is compiled.
    /// </summary>
    public static SystemSource Read(string path)
    {
        string? summary = null, constants = null, name = null;
        List<Spelling> all = [];
        List<string> comment = [], attributes = [];
        foreach (string line in File.ReadAllLines(path).Select(line => line.Trim()))
        {
            if (line.StartsWith("///", StringComparison.Ordinal))
            {
                comment.Add(line[3..].Trim());
            }
            else if (Class().Match(line) is { Success: true } type)
            {
                (name, summary, comment) = (type.Groups[1].Value, Markdown(comment), []);
            }
            else if (Constant().Match(line) is { Success: true } constant)
            {
                constants = constant.Groups[1].Value;
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                all.Add(new Spelling(method.Groups[2].Value, Whole(attributes), Markdown(comment), method.Groups[1].Success));
                (comment, attributes) = ([], []);
            }
            else if (Struct().Match(line) is { Success: true } driven)
            {
                all.Add(new Spelling(driven.Groups[1].Value, Whole(attributes), Markdown(comment), IsPublic: true));
                (comment, attributes) = ([], []);
            }
            else if (Formula().Match(line) is { Success: true } formula)
            {
                all.Add(new Spelling(formula.Groups[2].Value, [formula.Groups[1].Value], "", IsPublic: false));
            }
            else if (line.StartsWith('[') || attributes.Count > 0)
            {
                attributes.Add(line);
            }
        }

        return new SystemSource(name!, summary!, constants, [.. all.Where(s => s.IsPublic).Select(s => WithParts(s, all))]);
    }

    /// <summary>A scheduler whose parts are spelled out behind it: they have no line of their own.</summary>
    private static Spelling WithParts(Spelling scheduler, List<Spelling> all) => scheduler with
    {
        Parts =
        [
            .. all.Where(s => !s.IsPublic && scheduler.Attributes.Any(list => list.Contains("nameof(" + s.Name + ")")))
                .Select(s => WithParts(s, all)),
        ],
    };

    /// <summary>The attribute lists, each from its bracket to its bracket, without those that say what it is checked against.</summary>
    private static List<string> Whole(List<string> lines)
    {
        List<string> lists = [];
        foreach (string line in lines)
        {
            if (lists.Count > 0 && !lists[^1].EndsWith(']'))
                lists[^1] += (lists[^1].EndsWith('(') ? "" : " ") + line;
            else
                lists.Add(line);
        }

        return [.. lists.Where(list => !list.StartsWith("[Golden(", StringComparison.Ordinal))];
    }

    /// <summary>A doc comment as text: code in backticks, and a name for a reference.</summary>
    private static string Markdown(List<string> comment)
    {
        string text = string.Join(' ', comment).Replace("<summary>", "").Replace("</summary>", "").Trim();
        text = See().Replace(Code().Replace(text, "`$1`"), "`$1`");
        return text.Replace("&gt;", ">").Replace("&lt;", "<").Replace("|", "\\|");
    }

    [GeneratedRegex(@"^public static partial class (\w+)$")]
    private static partial Regex Class();

    [GeneratedRegex(@"^const (?:int|double) (.+);$")]
    private static partial Regex Constant();

    [GeneratedRegex(@"^(public )?(?:private )?static partial double (\w+)\(long \w+(?:, int \w+)?\);$")]
    private static partial Regex Method();

    [GeneratedRegex(@"^public partial struct (\w+);$")]
    private static partial Regex Struct();

    [GeneratedRegex(@"^(?:private )?static (double (\w+)\(\w+ \w+\) => .+);$")]
    private static partial Regex Formula();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex("<see cref=\"(.*?)\"/>")]
    private static partial Regex See();
}
