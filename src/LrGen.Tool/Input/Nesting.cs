using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LrGen.Tool.Input;

/// <summary>How deep code can be nested: the compiler goes down one frame of its stack, or several, for each level.</summary>
internal static class Nesting
{
    private const int Deepest = 500;
    private const int DeepestNode = 1_000;
    private const int MostTerms = 10_000;

    /// <summary>Looks at brackets, before the parser goes down into them.</summary>
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
                throw TooDeep(text, path, token.SpanStart, Deepest);
        }
    }

    /// <summary>Looks at what has no brackets: signs before signs, names behind names, types in types.</summary>
    /// <exception cref="ToolException">A file is nested deeper than what is read.</exception>
    public static void Check(SourceText text, SyntaxTree tree)
    {
        // That needs room between two statements.
        if (LongestStretch(text) < 2 * DeepestNode)
            return;
        var nodes = new Stack<(SyntaxNode Node, int Depth, int Terms)>([(tree.GetRoot(), 0, 0)]);
        while (nodes.TryPop(out var next))
        {
            if (next.Depth > DeepestNode)
                throw TooDeep(text, tree.FilePath, next.Node.SpanStart, DeepestNode);
            if (next.Terms > MostTerms)
                throw TooDeep(text, tree.FilePath, next.Node.SpanStart, MostTerms);
            // A long sum is a deep tree, too, but the compiler walks down its left sides in a loop.
            var loop = (next.Node as BinaryExpressionSyntax)?.Left;
            foreach (var child in next.Node.ChildNodes())
                nodes.Push(child == loop ? (child, next.Depth, next.Terms + 1) : (child, next.Depth + 1, 0));
        }
    }

    private static ToolException TooDeep(SourceText text, string path, int position, int bound) => new(string.Create(CultureInfo.InvariantCulture,
        $"'{path}' is nested more than {bound} deep at line {text.Lines.GetLinePosition(Math.Min(position, text.Length)).Line + 1}, the most that is read."));

    private static int LongestStretch(SourceText text)
    {
        int start = 0, longest = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is ';' or '{' or '}')
            {
                longest = Math.Max(longest, i - start);
                start = i + 1;
            }
        }

        return Math.Max(longest, text.Length - start);
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
