using System.Runtime.CompilerServices;
using Xunit.Sdk;

namespace LrGen.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with those that were accepted. Names and first line are those of Verify.SourceGenerators
/// (<c>Class.Method#hint.verified.cs</c>, <c>//HintName: …</c>), so that a move to it would rename nothing.
/// </summary>
/// <remarks>Set the environment variable LRGEN_UPDATE_SNAPSHOTS=1 to accept what is generated now.</remarks>
internal static class Snapshot
{
    private const string UpdateVariable = "LRGEN_UPDATE_SNAPSHOTS";

    public static void Verify(Generated generated, string test, [CallerFilePath] string file = "")
    {
        string folder = References.Metadata("SnapshotFolder");
        string prefix = Path.GetFileNameWithoutExtension(file) + "." + test;
        var expected = Directory.Exists(folder)
            ? Directory.GetFiles(folder, prefix + "#*.verified.cs").Select(p => Path.GetFileName(p)!).ToHashSet()
            : [];
        var problems = new List<string>();
        foreach (var source in generated.Sources.OrderBy(s => s.HintName, StringComparer.Ordinal))
        {
            string name = $"{prefix}#{Path.GetFileNameWithoutExtension(source.HintName)}.verified.cs";
            string text = $"//HintName: {source.HintName}\n{source.SourceText}";
            expected.Remove(name);
            Compare(Path.Combine(folder, name), text, problems);
        }

        foreach (string left in expected)
        {
            if (IsUpdate)
                File.Delete(Path.Combine(folder, left));
            else
                problems.Add($"{left} is no longer generated.");
        }

        if (problems.Count > 0)
            throw new XunitException(string.Join("\n\n", problems) + $"\n\nSet {UpdateVariable}=1 to accept.");
    }

    private static bool IsUpdate => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    private static void Compare(string path, string text, List<string> problems)
    {
        string received = path.Replace(".verified.", ".received.");
        string? accepted = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
        if (accepted == text)
        {
            File.Delete(received);
            return;
        }

        if (IsUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        File.WriteAllText(received, text);
        problems.Add($"{Path.GetFileName(path)} differs{FirstDifference(accepted, text)}");
    }

    private static string FirstDifference(string? accepted, string text)
    {
        if (accepted is null)
            return ": it does not exist.";
        string[] before = accepted.Split('\n'), now = text.Split('\n');
        int line = Enumerable.Range(0, Math.Min(before.Length, now.Length)).FirstOrDefault(i => before[i] != now[i], Math.Min(before.Length, now.Length));
        return $" at line {line + 1}:\n- {before.ElementAtOrDefault(line)}\n+ {now.ElementAtOrDefault(line)}";
    }
}
