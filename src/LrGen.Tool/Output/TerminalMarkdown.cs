using System.Text.RegularExpressions;

namespace LrGen.Tool.Output;

/// <summary>The Markdown of the rules' pages for a terminal: headings, tables, code and emphasis without their marks. Nothing else is in them.</summary>
internal static partial class TerminalMarkdown
{
    private const string Fence = "```";
    private const string Margin = "    ";

    public static void Write(string page, TextWriter output)
    {
        bool isCode = false;
        string[] lines = page.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (isCode)
            {
                Ink.Cyan.Write(output, Margin + line);
                output.WriteLine();
            }
            else if (line.StartsWith('#'))
            {
                Ink.Bold.Write(output, line.TrimStart('#').Trim());
                output.WriteLine();
            }
            else if (line.StartsWith('|'))
            {
                int end = Array.FindIndex(lines, i, l => !l.StartsWith('|'));
                WriteTable(lines[i..(end < 0 ? lines.Length : end)], output);
                i = (end < 0 ? lines.Length : end) - 1;
            }
            else if (i + 1 < lines.Length || line.Length > 0)
            {
                WriteText(line, output);
                output.WriteLine();
            }
        }
    }

    /// <summary>Columns as wide as their widest cell; the line of dashes falls away.</summary>
    private static void WriteTable(IEnumerable<string> lines, TextWriter output)
    {
        var rows = lines.Select(l => l.Trim().Trim('|').Split('|').Select(c => c.Trim()).ToArray())
            .Where(r => !r.All(c => c.Trim('-', ':').Length == 0)).ToList();
        int[] widths = [.. Enumerable.Range(0, rows.Max(r => r.Length)).Select(c => rows.Max(r => c < r.Length ? Plain(r[c]).Length : 0))];
        foreach (var row in rows)
        {
            for (int c = 0; c < row.Length; c++)
            {
                WriteText(row[c], output);
                if (c + 1 < row.Length)
                    output.Write(new string(' ', widths[c] - Plain(row[c]).Length + 2));
            }

            output.WriteLine();
        }
    }

    private static void WriteText(string line, TextWriter output)
    {
        int position = 0;
        foreach (Match mark in Marks().Matches(line))
        {
            output.Write(line[position..mark.Index]);
            if (mark.Groups["code"] is { Success: true } code)
                Ink.Cyan.Write(output, code.Value);
            else if (mark.Groups["bold"] is { Success: true } bold)
                Ink.Bold.Write(output, bold.Value);
            else
                output.Write(mark.Groups["text"].Value
                    + (mark.Groups["link"].Value is { } link && link.StartsWith("http", StringComparison.Ordinal) ? " (" + link + ")" : string.Empty));
            position = mark.Index + mark.Length;
        }

        output.Write(line[position..]);
    }

    private static string Plain(string text)
    {
        var plain = new StringWriter();
        WriteText(text, plain);
        return plain.ToString();
    }

    [GeneratedRegex(@"`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|\[(?<text>[^\]]+)\]\((?<link>[^)]+)\)")]
    private static partial Regex Marks();
}
