using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Tool.Input;

/// <summary>How deep code can be nested: the compiler goes down one frame of its stack, or several, for each level.</summary>
internal static class Nesting
{
    private const int Deepest = 500;

    /// <exception cref="ToolException">A file is nested deeper than what is read.</exception>
    public static void Check(SourceText text, string path)
    {
        // Brackets in strings and comments count, too, until there are so many that it pays to look for the tokens.
        if (Depth(text) <= Deepest)
            return;
        int depth = 0;
        foreach (var token in SyntaxFactory.ParseTokens(text.ToString()))
        {
            int kind = token.RawKind;
            depth += kind is (int)SyntaxKind.OpenBraceToken or (int)SyntaxKind.OpenParenToken or (int)SyntaxKind.OpenBracketToken ? 1
                : kind is (int)SyntaxKind.CloseBraceToken or (int)SyntaxKind.CloseParenToken or (int)SyntaxKind.CloseBracketToken && depth > 0 ? -1 : 0;
            if (depth > Deepest)
            {
                int line = text.Lines.GetLinePosition(Math.Min(token.SpanStart, text.Length)).Line + 1;
                throw new ToolException(string.Create(CultureInfo.InvariantCulture,
                    $"'{path}' is nested more than {Deepest} deep at line {line}, the most that is read."));
            }
        }
    }

    private static int Depth(SourceText text)
    {
        int depth = 0, deepest = 0;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{' or '(' or '[':
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case '}' or ')' or ']':
                    depth = Math.Max(depth - 1, 0);
                    break;
            }
        }

        return deepest;
    }
}
