using LrGen.Generator.Declarations;

namespace LrGen.Generator.Emission;

/// <summary>
/// Marks generated members. The mark stands on members, not on the partial type, which is the user's.
/// </summary>
internal static class GeneratedCode
{
    private static readonly string s_attribute = "[global::System.CodeDom.Compiler.GeneratedCode(\"LrGen\", \""
        + typeof(GeneratedCode).Assembly.GetName().Version.ToString(3) + "\")]";

    public static void Mark(SourceWriter writer) => writer.Line(s_attribute);

    /// <summary>The name of a parameter or member as a literal: a user's own <c>nameof</c> would hide the operator.</summary>
    public static string NameOf(string code) => "\"" + code.Substring(code.LastIndexOf('.') + 1).TrimStart('@') + "\"";

    /// <summary>
    /// A schedule is asked once per update, in one loop: there the arithmetic belongs, however long the just-in-time compiler finds it.
    /// </summary>
    public static void MarkForInlining(SourceWriter writer) => writer.Line(
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]");

    /// <summary>What is worked out from the state is no part of it, and may be infinite, which JSON has no number for.</summary>
    public static void MarkNotSaved(SourceWriter writer, TargetFramework framework)
    {
        if (framework.HasJsonIgnore)
            writer.Line("[global::System.Text.Json.Serialization.JsonIgnore]");
    }

    /// <summary>Marks a member that implements one of <c>ISchedule</c>.</summary>
    public static void Mark(SourceWriter writer, string member)
    {
        string parameters = member == "At" ? "(long)" : member == "Fill" ? "(global::System.Span{double}, long)" : string.Empty;
        writer.Line("/// <inheritdoc cref=\"global::LrGen.ISchedule." + member + parameters + "\"/>");
        Mark(writer);
    }

    /// <summary>Marks a member that implements one of <c>IHyperparameterSchedule</c>.</summary>
    public static void MarkQuantity(SourceWriter writer, string member)
    {
        writer.Line("/// <inheritdoc cref=\"global::LrGen.IHyperparameterSchedule." + member + "\"/>");
        Mark(writer);
    }
}
