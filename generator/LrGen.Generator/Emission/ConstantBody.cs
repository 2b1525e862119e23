using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>Writes the body of a schedule whose numbers are all known: pieces of whole steps, coefficients folded.</summary>
internal sealed class ConstantBody(SourceWriter writer, Curve curve, TargetFramework framework)
{
    /// <summary>Tables up to this length hold all levels of a staircase; longer staircases get a table of their beginning.</summary>
    private const int LongestFullTable = 64;

    private const int TableOfBeginning = 32;

    private const int MostInRow = 16;

    private readonly ScalarPrinter _printer = new(framework);

    public void Write(string parameter, StepType stepType, RateType rateType, IEnumerable<string> takenNames)
    {
        var names = new NameScope(takenNames.Concat([parameter.TrimStart('@')]));
        var largest = curve.Pieces.Max(p => BigInteger.Max(p.End ?? 0, p.WholeOrigin));
        bool folds = curve.AfterEnd is { Kind: AfterEnd.Repeat or AfterEnd.Oscillate };
        if (curve.AfterEnd is { } rule)
            largest = BigInteger.Max(largest, ((rule.Start + rule.EndTime).Constant!.Value + rule.Period.Constant!.Value).Ceiling());
        var step = StepVariable.For(parameter, stepType, largest, folds, names);
        if (step.Declaration is { } declaration)
            writer.Line(declaration);
        WriteThrow(parameter, step);
        var reachable = curve.Pieces.Where(p => p.Start <= step.Largest).ToList();
        WriteStart(reachable[0], step, rateType);
        int opening = reachable.TakeWhile(p => p.IsOpening).Count();
        if (opening > 0)
            WritePieces(reachable.Take(opening).ToList(), isLast: opening == reachable.Count, step, rateType, names);
        if (opening == reachable.Count)
            return;
        WriteWayBack(step, names);
        WritePieces(reachable.Skip(opening).ToList(), isLast: true, step, rateType, names);
    }

    /// <summary>Few pieces one after the other, many in halves: the step is on its piece after a handful of comparisons.</summary>
    private void WritePieces(IReadOnlyList<Piece> pieces, bool isLast, StepVariable step, RateType rateType, NameScope names)
    {
        if (pieces.Count > MostInRow)
        {
            int half = pieces.Count / 2;
            using (writer.Braces("if (" + step.Name + " < " + NumberText.Integer(pieces[half].Start) + ")"))
                WritePieces(pieces.Take(half).ToList(), isLast: true, step, rateType, names.Inside());
            writer.Line();
            WritePieces(pieces.Skip(half).ToList(), isLast, step, rateType, names);
            return;
        }

        for (int i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            bool isUnconditional = isLast && i == pieces.Count - 1;
            string condition = isUnconditional ? string.Empty : "if (" + step.Name + " < " + NumberText.Integer(piece.End!.Value) + ")";
            if (piece.Constant is { } value)
            {
                string statement = RateText.Return(rateType, NumberText.Literal(value));
                writer.Line(isUnconditional ? statement : condition + " " + statement);
            }
            else if (isUnconditional)
            {
                WritePiece(piece, step, rateType, names);
            }
            else
            {
                using (writer.Braces(condition))
                    WritePiece(piece, step, rateType, names.Inside());
                writer.Line();
            }
        }
    }

    private void WriteThrow(string parameter, StepVariable step)
    {
        if (curve.AfterEnd is not { Kind: AfterEnd.Throw })
            return;
        if (curve.Length!.Constant!.Value > step.Largest)
            return;
        string last = NumberText.Integer(curve.Length.Constant.Value.Floor());
        using (writer.Braces("if (" + step.Name + " > " + last + ")"))
        {
            writer.Line("throw new global::System.ArgumentOutOfRangeException(" + GeneratedCode.NameOf(parameter) + ", " + parameter
                + ", \"The schedule ends at step " + last + ".\");");
        }

        writer.Line();
    }

    private void WriteWayBack(StepVariable step, NameScope names)
    {
        if (curve.AfterEnd is not { Kind: not AfterEnd.Throw } rule)
            return;
        BigInteger start = rule.Start.Constant!.Value.Ceiling();
        if (start + rule.Period.Constant!.Value > step.Largest)
            return;
        Rational end = rule.EndTime.Constant!.Value, last = rule.Start.Constant!.Value + end;
        switch (rule.Kind)
        {
            case AfterEnd.Repeat:
                string period = NumberText.Integer(rule.Period.Constant!.Value.Floor());
                writer.Line("if (" + step.Name + " >= " + NumberText.Integer(start + rule.Period.Constant!.Value.Floor()) + ") "
                    + step.Name + " = " + Plus(start, Wrap(step.Minus(start)) + " % " + period) + ";");
                break;
            case AfterEnd.Oscillate:
                string wave = NumberText.Integer((end * 2).Floor()), half = NumberText.Integer(end.Floor());
                using (writer.Braces("if (" + step.Name + " > " + NumberText.Integer(last.Floor()) + ")"))
                {
                    string back = names.Inside().Unique("back");
                    string folded = back + " > " + half + " ? " + wave + " - " + back + " : " + back;
                    writer.Line(step.Type + " " + back + " = "
                        + Wrap(step.Minus(start)) + " % " + wave + ";");
                    writer.Line(step.Name + " = " + (start.IsZero ? folded : Plus(start, "(" + folded + ")")) + ";");
                }

                break;
        }

        writer.Line();

        static string Plus(BigInteger start, string text) => start.IsZero ? text : NumberText.Integer(start) + " + " + text;
    }

    /// <summary>Steps below 0 have the value at 0; with unsigned steps the same line keeps the first value the same for all step types.</summary>
    private void WriteStart(Piece first, StepVariable step, RateType rateType)
    {
        if (first.Constant is not null)
            return;
        string value = RateText.Return(rateType, NumberText.Literal(curve.At(0)!.Value));
        writer.Line("if (" + step.Name + (step.IsSigned ? " <= 0) " : " == 0) ") + value);
    }

    private void WritePiece(Piece piece, StepVariable step, RateType rateType, NameScope names)
    {
        if (piece.Shape is StaircaseShape staircase)
        {
            WriteStaircase(piece, staircase, step, rateType, names);
            return;
        }

        if (piece.Shape is TableShape table)
        {
            WriteLookup(new StaircaseText.Table(table.Rounded, IsComplete: true), WriteLevel(piece, step, names), rateType, names);
            return;
        }

        string k = names.Unique("k");
        writer.Line("double " + k + " = " + step.Minus(piece.WholeOrigin) + ";");
        var formula = new FormulaBuilder(names);
        var result = formula.Build(piece.Shape.Fold(formula, piece.Time(new Named(k, IsInvariant: false))));
        FormulaWriter.WriteReturn(writer, result, _printer, rateType);
    }

    private void WriteStaircase(Piece piece, StaircaseShape staircase, StepVariable step, RateType rateType, NameScope names)
    {
        string level = WriteLevel(piece, step, names);
        if (StaircaseText.ByExponent(staircase, level) is { } shifted)
        {
            writer.Line("// Each level takes as much off the exponent as the one before.");
            writer.Line(RateText.Return(rateType, shifted));
            return;
        }

        var table = StaircaseText.TableOf(piece, staircase, LongestFullTable, TableOfBeginning);
        WriteLookup(table, level, rateType, names);
        if (!table.IsComplete)
            WriteFarLevels(piece, staircase, level, rateType, names);
    }

    /// <summary>Writes which level the step is on, and returns the variable's name.</summary>
    private string WriteLevel(Piece piece, StepVariable step, NameScope names)
    {
        string level = names.Unique("level");
        string type = StaircaseText.NeedsLong(piece) ? "ulong" : "uint";
        writer.Line(type + " " + level + " = " + StaircaseText.Level(piece, "(" + type + ")" + Wrap(step.Minus(piece.WholeOrigin))) + ";");
        return level;
    }

    private void WriteLookup(StaircaseText.Table table, string level, RateType rateType, NameScope names)
    {
        if (framework.HasConstantSpans)
        {
            string levels = names.Unique("levels");
            StaircaseText.WriteTable(writer, framework, levels, table.Values);
            string lookup = RateText.Return(rateType, StaircaseText.LookUp(framework, levels, level));
            writer.Line(table.IsComplete ? lookup : "if (" + level + " < " + NumberText.Integer(table.Values.Count) + ") " + lookup);
        }
        else
        {
            StaircaseText.WriteSwitch(writer, level, table.Values, table.IsComplete, value => RateText.Return(rateType, value));
        }
    }

    /// <summary>
    /// No call of Math.Pow: the loop around would then keep its sums in memory, even though far levels are never asked for.
    /// </summary>
    private void WriteFarLevels(Piece piece, StaircaseShape staircase, string level, RateType rateType, NameScope names)
    {
        string k = names.Unique("k");
        writer.Line("double " + k + " = " + level + ";");
        var formula = new FormulaBuilder(names);
        var result = formula.Build(staircase.OverLevels().Fold(
            formula, new IntegerTime(new Named(k, IsInvariant: false), Rational.Zero, StaircaseText.LevelCount(piece, staircase))));
        FormulaWriter.WriteReturn(writer, result, _printer, rateType);
    }

    private static string Wrap(string text) => text.IndexOf(' ') < 0 ? text : "(" + text + ")";
}
