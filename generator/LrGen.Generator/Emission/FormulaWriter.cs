using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;

namespace LrGen.Generator.Emission;

/// <summary>Writes the local variables of a formula.</summary>
internal static class FormulaWriter
{
    public static void WriteScalar(SourceWriter writer, Formula formula, ScalarPrinter printer)
    {
        foreach (var table in formula.Tables)
            StaircaseText.WriteTable(writer, printer.Framework, table.Name, table.Values);
        if (formula.Note is { } note)
            writer.Line("// " + note);
        foreach (var step in formula.Steps)
            writer.Line("double " + step.Name + " = " + printer.Print(step.Value) + ";" + Comment(step));
    }

    /// <summary>Writes a formula and returns its value.</summary>
    public static void WriteReturn(SourceWriter writer, Formula formula, ScalarPrinter printer, RateType type)
    {
        WriteScalar(writer, formula, printer);
        writer.Line(RateText.Return(type, printer.Print(formula.Result)));
    }

    public static void WriteVector(SourceWriter writer, Formula formula, VectorPrinter printer)
    {
        foreach (var step in formula.Steps)
            writer.Line(VectorPrinter.Vector + "<double> " + step.Name + " = " + printer.Print(step.Value) + ";" + Comment(step));
    }

    public static bool CanVectorise(Formula formula) =>
        formula.Steps.All(s => VectorPrinter.CanPrint(s.Value)) && VectorPrinter.CanPrint(formula.Result);

    private static string Comment(FormulaStep step) => step.Comment is null ? string.Empty : " // " + step.Comment;
}
