using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>
/// Writes <c>Fill</c>: piece by piece, levels as runs, formulas over vectors with the operations of <c>At</c> in the same order.
/// </summary>
internal sealed class FillBody(SourceWriter writer, Curve curve, TargetFramework framework)
{
    private const string Vector = VectorPrinter.Vector;

    /// <summary>Of more stretches each is short, and the loop over them longer than those inside.</summary>
    private const int MostPieces = 128;

    private static readonly string[] s_taken = ["rates", "start", "i", "piece", "j", "k", "lanes", "n", "width", "indices"];

    private readonly IReadOnlyList<Piece> _pieces = curve.Pieces;
    private readonly ScalarPrinter _scalars = new(framework);
    private readonly VectorPrinter _vectors = new(framework);

    /// <summary>Below it the steps of a piece are exact as doubles.</summary>
    private static readonly BigInteger s_exactSteps = BigInteger.One << 53;

    public void Write()
    {
        if (_pieces.Count == 1 && _pieces[0].Constant is { } only)
        {
            WriteRangeCheck(writer);
            writer.Line("rates.Fill(" + NumberText.Literal(only) + ");");
            return;
        }

        WriteStart(writer);
        // The end rule folds steps back; what is left is no run of consecutive steps, and At does it step by step.
        bool hasParts = curve.AfterEnd is null && _pieces.Count <= MostPieces;
        if (hasParts)
        {
            WriteBeforeStart();
            foreach (var piece in _pieces)
            {
                if (piece.End is null ? piece.Constant is not null : piece.End <= s_exactSteps)
                {
                    WritePiece(piece, piece.End);
                    continue;
                }

                // The formula is that of the endless piece, of which every bit may depend on its end.
                if (CanVectorise(piece))
                    WritePiece(piece, s_exactSteps);
                break;
            }
        }

        if (!hasParts || _pieces[_pieces.Count - 1].Constant is null || _pieces.Any(p => p.End > s_exactSteps))
            WriteStepByStep(writer);
    }

    /// <summary>The check, and the index of the rate to be written next.</summary>
    public static void WriteStart(SourceWriter writer)
    {
        WriteRangeCheck(writer);
        writer.Line("int i = 0;");
    }

    private static void WriteRangeCheck(SourceWriter writer)
    {
        writer.Line("if (start > long.MaxValue - rates.Length)");
        using (writer.Indented())
            writer.Line("throw new global::System.ArgumentOutOfRangeException(\"start\", start, \"The last step would be above long.MaxValue.\");");
    }

    public static void WriteStepByStep(SourceWriter writer)
    {
        writer.Line("for (; i < rates.Length; i++)");
        using (writer.Indented())
            writer.Line("rates[i] = At(start + i);");
    }

    /// <summary>Steps below 0 have the value at 0, and so has step 0 itself where a formula might round it otherwise.</summary>
    private void WriteBeforeStart()
    {
        using (writer.Braces("if (start <= 0)"))
        {
            writer.Line("i = start <= -rates.Length ? rates.Length : (int)global::System.Math.Min(rates.Length, 1 - start);");
            writer.Line("rates.Slice(0, i).Fill(" + NumberText.Literal(curve.At(0)!.Value) + ");");
        }

        writer.Line();
    }

    private void WritePiece(Piece piece, BigInteger? until)
    {
        if (until is not { } end)
        {
            if (piece.Constant is { } last)
                writer.Line("rates.Slice(i).Fill(" + NumberText.Literal(last) + ");");
            return;
        }

        string endText = NumberText.Integer(end);
        using (writer.Braces("if (i < rates.Length && start + i < " + endText + ")"))
        {
            writer.Line("global::System.Span<double> piece = rates.Slice(i, (int)global::System.Math.Min(rates.Length - i, " + endText + " - (start + i)));");
            if (piece.Constant is { } value)
            {
                writer.Line("piece.Fill(" + NumberText.Literal(value) + ");");
                writer.Line("i += piece.Length;");
            }
            else if (piece.Shape is TableShape table && framework.HasConstantSpans && StaircaseText.IsRegular(piece) && StaircaseText.StepsOfLevel(piece).IsOne)
            {
                WriteCopy(piece, table);
            }
            else if (piece.Shape is StaircaseShape or TableShape)
            {
                WriteLevels(piece);
            }
            else
            {
                WriteFormula(piece);
            }
        }

        writer.Line();
    }

    /// <summary>A value for each step is there already.</summary>
    private void WriteCopy(Piece piece, TableShape table)
    {
        StaircaseText.WriteTable(writer, framework, "levels", table.Rounded);
        string origin = piece.WholeOrigin.IsZero ? string.Empty : " - " + NumberText.Integer(piece.WholeOrigin);
        writer.Line("levels.Slice((int)(start + i" + origin + "), piece.Length).CopyTo(piece);");
        writer.Line("i += piece.Length;");
    }

    /// <summary>Each level is one run.</summary>
    private void WriteLevels(Piece piece)
    {
        if (!StaircaseText.IsRegular(piece))
        {
            using (writer.Braces("for (int j = 0; j < piece.Length; j++, i++)"))
                writer.Line("piece[j] = At(start + i);");
            return;
        }

        string every = NumberText.Integer(StaircaseText.StepsOfLevel(piece));
        using (writer.Braces("while (piece.Length > 0)"))
        {
            string u = piece.WholeOrigin.IsZero ? "start + i" : "start + i - " + NumberText.Integer(piece.WholeOrigin);
            writer.Line("int run = (int)global::System.Math.Min(piece.Length, " + every + " - (" + u + ") % " + every + ");");
            writer.Line("piece.Slice(0, run).Fill(At(start + i));");
            writer.Line("piece = piece.Slice(run);");
            writer.Line("i += run;");
        }
    }

    /// <summary>Whether it pays to write the steps of an endless piece that are exact as doubles.</summary>
    private bool CanVectorise(Piece piece)
    {
        if (!framework.HasVectors || piece.Constant is not null || piece.Shape is StaircaseShape or TableShape || piece.WholeOrigin >= s_exactSteps)
            return false;
        var vector = new FormulaBuilder(new NameScope(s_taken));
        return FormulaWriter.CanVectorise(vector.Build(piece.Shape.Fold(vector, piece.Time(new Named("lanes", IsInvariant: false)))));
    }

    private void WriteFormula(Piece piece)
    {
        string origin = piece.WholeOrigin.IsZero ? string.Empty : " - " + NumberText.Integer(piece.WholeOrigin);
        writer.Line("double k = start + i" + origin + ";");
        writer.Line("int j = 0;");

        var vector = new FormulaBuilder(new NameScope(s_taken));
        var vectorFormula = vector.Build(piece.Shape.Fold(vector, piece.Time(new Named("lanes", IsInvariant: false))));
        if (framework.HasVectors && FormulaWriter.CanVectorise(vectorFormula))
        {
            writer.Line("int width = " + Vector + "<double>.Count;");
            using (writer.Braces("if (" + Vector + ".IsHardwareAccelerated && piece.Length >= width)"))
            {
                writer.Line("global::System.Span<double> indices = stackalloc double[width];");
                writer.Line("for (int n = 0; n < width; n++)");
                using (writer.Indented())
                    writer.Line("indices[n] = k + n;");
                writer.Line(Vector + "<double> lanes = new " + Vector + "<double>(indices);");
                using (writer.Braces("for (; j <= piece.Length - width; j += width)"))
                {
                    FormulaWriter.WriteVector(writer, vectorFormula, _vectors);
                    writer.Line("(" + _vectors.Print(vectorFormula.Result) + ").CopyTo(piece.Slice(j));");
                    writer.Line("lanes += new " + Vector + "<double>(width);");
                }

                writer.Line();
                writer.Line("k += j;");
            }

            writer.Line();
        }

        var scalar = new FormulaBuilder(new NameScope(s_taken));
        var scalarFormula = scalar.Build(piece.Shape.Fold(scalar, piece.Time(new Named("k", IsInvariant: false))));
        using (writer.Braces("for (; j < piece.Length; j++, k += 1.0)"))
        {
            FormulaWriter.WriteScalar(writer, scalarFormula, _scalars);
            writer.Line("piece[j] = " + _scalars.Print(scalarFormula.Result) + ";");
        }

        writer.Line();
        writer.Line("i += piece.Length;");
    }
}
