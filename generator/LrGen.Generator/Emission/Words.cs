namespace LrGen.Generator.Emission;

/// <summary>Looks for names in code.</summary>
internal static class Words
{
    /// <summary>Whether a name stands in the code as a whole word, and not as a member of something.</summary>
    public static bool Mentions(string code, string name)
    {
        for (int i = code.IndexOf(name, StringComparison.Ordinal); i >= 0; i = code.IndexOf(name, i + 1, StringComparison.Ordinal))
        {
            if (!IsPart(code, i - 1) && code.ElementAtOrDefault(i - 1) != '.' && !IsPart(code, i + name.Length))
                return true;
        }

        return false;
    }

    private static bool IsPart(string code, int index) => index >= 0 && index < code.Length && (char.IsLetterOrDigit(code[index]) || code[index] == '_');
}
