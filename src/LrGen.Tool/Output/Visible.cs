using System.Globalization;
using System.Net;
using System.Text;

namespace LrGen.Tool.Output;

/// <summary>
/// Text of others, such as names in a log, so that a terminal and a browser show what is in it and do nothing that it says: what controls a terminal,
/// turns the direction of writing or breaks a line is written as its code, <c>\u001b</c>.
/// </summary>
internal static class Visible
{
    /// <summary>A text in one line.</summary>
    public static string Text(string text) => Escape(text, keepsLines: false);

    /// <summary>Lines, whose breaks and tabs stay.</summary>
    public static string Lines(string text) => Escape(text, keepsLines: true);

    /// <summary>A text in HTML, as content or in an attribute.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(Text(text));

    private static string Escape(string text, bool keepsLines)
    {
        int first = 0;
        while (first < text.Length && !IsHidden(text, first, keepsLines))
            first++;
        if (first == text.Length)
            return text;
        var visible = new StringBuilder(text, 0, first, text.Length + 16);
        for (int i = first; i < text.Length; i++)
        {
            if (IsHidden(text, i, keepsLines))
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            else
                visible.Append(text[i]);
        }

        return visible.ToString();
    }

    private static bool IsHidden(string text, int index, bool keepsLines)
    {
        char c = text[index];
        return c switch
        {
            '\n' or '\t' => !keepsLines,
            '\r' => !keepsLines || index + 1 == text.Length || text[index + 1] != '\n',
            // Separators of lines and paragraphs; marks, embeddings and isolates of bidirectional text (Unicode, annex 9).
            '\u2028' or '\u2029' or '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff' => true,
            _ when char.IsHighSurrogate(c) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
            _ when char.IsLowSurrogate(c) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
            _ => char.IsControl(c),
        };
    }
}
