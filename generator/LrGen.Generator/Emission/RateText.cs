using LrGen.Generator.Declarations;

namespace LrGen.Generator.Emission;

/// <summary>Return statements: everything is computed in double and converted once, at the end.</summary>
internal static class RateText
{
    public static string Return(RateType type, string expression) => "return " + Convert(type, expression) + ";";

    private static string Convert(RateType type, string expression) => type switch
    {
        RateType.Single => "(float)" + Wrap(expression),
        RateType.Half => "(global::System.Half)" + Wrap(expression),
        _ => expression.Length > 0 && expression[0] == '(' && ClosesAtEnd(expression) ? expression.Substring(1, expression.Length - 2) : expression,
    };

    private static string Wrap(string expression) =>
        expression.IndexOf(' ') < 0 || (expression[0] == '(' && ClosesAtEnd(expression)) ? expression : "(" + expression + ")";

    /// <summary>Whether the first parenthesis is closed by the last character.</summary>
    private static bool ClosesAtEnd(string expression)
    {
        int depth = 0;
        for (int i = 0; i < expression.Length; i++)
        {
            depth += expression[i] == '(' ? 1 : expression[i] == ')' ? -1 : 0;
            if (depth == 0)
                return i == expression.Length - 1;
        }

        return false;
    }
}
