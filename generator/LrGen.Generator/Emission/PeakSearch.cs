using System.Numerics;
using LrGen.Generator.Curves;
using LrGen.Generator.Curves.Shapes;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>
/// Writes the search for the highest rate of a schedule with values that are known at run time. It asks for rates of whole steps alone, so
/// that it finds one that an update can have: where a stretch begins and ends, around the tops of waves, and, where nothing is known of a
/// shape, at each step.
/// </summary>
/// <param name="curve">The schedule.</param>
/// <param name="names">The names that are taken.</param>
/// <param name="code">A number as code.</param>
internal sealed class PeakSearch(Curve curve, NameScope names, Func<Scalar, string> code)
{
    /// <summary>A walk is as long as a training is likely to be.</summary>
    private const string LongestWalk = "1000000";

    /// <summary>With fractional lengths the step that is nearest to a top may lie in a later cycle.</summary>
    private const string Tops = "64";

    private const int WalkedCycles = 4;
    private const string Math = "global::System.Math.";

    private readonly List<string> _lines = [];
    private readonly string _peak = names.Unique("peak"), _step = names.Unique("step"), _last = names.Unique("last");
    private readonly string _top = names.Unique("top"), _cycle = names.Unique("cycle");

    public IReadOnlyList<string> Write()
    {
        Add("double " + _peak + " = At(0);");
        Scalar start = Scalar.Zero;
        foreach (var segment in curve.Segments)
        {
            if (!segment.Shape.IsMonotone)
                Search(segment, start);
            if (segment.End is not null)
                OfferAround(segment.End);
            else if (segment.Shape is { IsMonotone: true } and not HoldShape)
                Offer("At(long.MaxValue)");
            start = segment.End ?? start;
        }

        if (curve.AfterEnd is { Kind: AfterEnd.Repeat or AfterEnd.Oscillate } rule)
            SearchAfterEnd(rule);
        return [.. _lines, "return " + _peak + ";"];
    }

    private void Search(Segment segment, Scalar start)
    {
        var shape = segment.Shape;
        if (shape.FirstTop is { } top && shape.CycleLength is { } length)
        {
            Add("for (int " + _cycle + " = 0; " + _cycle + " < " + Tops + "; " + _cycle + "++)");
            Add("{");
            Add("    long " + _top + " = (long)" + Math + "Floor(" + code(segment.Origin + top) + " + " + _cycle + " * " + Primary(length) + ");");
            Offer(Math + "Max(At(" + _top + "), At(" + _top + " + 1))", "    ");
            Add("}");
            // Waves that fall with every step are highest somewhere before their tops.
            if (shape is not TriangleWaveShape { IsPerStep: true })
                return;
        }

        var end = shape.CycleLength is { } cycle ? segment.Origin + cycle * (Scalar)(Rational)WalkedCycles : segment.End;
        Walk(start, segment.End is { } known && end is not null && end != known ? Scalar.Min(end, known) : end);
    }

    /// <summary>What an end rule brings back is known already, but for what a warm-up hides at first, and what falls between other steps then.</summary>
    private void SearchAfterEnd(EndRule rule)
    {
        var length = rule.Kind == AfterEnd.Repeat ? rule.Period : rule.EndTime * (Scalar)(Rational)2;
        if (!IsWhole(rule.Start) || !IsWhole(rule.Period))
        {
            Walk(rule.Start, rule.Start + length * (Scalar)(Rational)WalkedCycles);
            return;
        }

        if (curve.Opening == 0)
            return;
        OfferAround(rule.Start + length);
        foreach (var segment in curve.Segments.Skip(curve.Opening).Where(s => s.End is not null))
            OfferAround(rule.Kind == AfterEnd.Repeat ? segment.End! + length : (rule.Start + rule.EndTime) * (Scalar)(Rational)2 - segment.End!);
    }

    /// <summary>Asks for the last step before a time, and for the first one after.</summary>
    private void OfferAround(Scalar time)
    {
        bool throws = curve.AfterEnd is { Kind: AfterEnd.Throw };
        if (!throws && time.Constant is { } known)
        {
            var step = BigInteger.Min(known.Ceiling(), long.MaxValue);
            Offer(Math + "Max(At(" + NumberText.Integer(step - 1) + "), At(" + NumberText.Integer(step) + "))");
            return;
        }

        string at = Math + "Ceiling(" + code(time) + ")";
        if (throws)
            at = Math + "Min(" + at + ", " + Math + "Floor(" + code(curve.Length!) + "))";
        Offer(Math + "Max(At((long)" + at + " - 1), At((long)" + at + "))");
    }

    private void Walk(Scalar start, Scalar? end)
    {
        string from = "(long)" + Math + "Ceiling(" + code(start) + ")", most = from + " + " + LongestWalk;
        string until = end is null ? most : Math + "Min(" + most + ", (long)" + Math + "Ceiling(" + code(end) + "))";
        Add("for (long " + _step + " = " + from + ", " + _last + " = " + until + "; " + _step + " < " + _last + "; " + _step + "++)");
        Offer("At(" + _step + ")", "    ");
    }

    private void Offer(string rate, string indent = "")
    {
        string line = indent + _peak + " = " + Math + "Max(" + _peak + ", " + rate + ");";
        if (indent.Length > 0 || !_lines.Contains(line))
            Add(line);
    }

    private void Add(string line) => _lines.Add(line);

    private string Primary(Scalar scalar) => scalar is BinaryScalar ? "(" + code(scalar) + ")" : code(scalar);

    private static bool IsWhole(Scalar scalar) => scalar switch
    {
        ConstantScalar constant => constant.Value.IsInteger,
        ArgumentScalar argument => argument.IsInteger,
        BinaryScalar { Operation: not '/' } binary => IsWhole(binary.Left) && IsWhole(binary.Right),
        FloorScalar => true,
        _ => false,
    };
}
