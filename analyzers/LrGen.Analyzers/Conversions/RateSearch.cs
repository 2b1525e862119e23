using System.Numerics;
using System.Threading;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// Looks for a declaration that is the same as code: first with all numbers known, then with numbers of run time, then one that is the same
/// until its end.
/// </summary>
internal sealed class RateSearch(RateCode code, IAssemblySymbol library, CancellationToken cancellation)
{
    /// <summary>Exact doubles, doubles as the compiler makes them of constants, and numbers as they are written.</summary>
    private static readonly (bool Folds, bool IsWritten)[] s_readings = [(false, false), (true, false), (false, true)];

    private readonly Conversion _conversion = new(library, cancellation);

    /// <summary>The declaration; null where none is proved.</summary>
    public RateOffer? Find()
    {
        var inputs = new Inputs();
        var cases = code.Cases(Late(inputs, 0), code.Last, Facts.None);
        if (inputs.All.Count > 0)
            return cases is null || inputs.AreTooMany ? null : FindLate(inputs);
        return FindKnown() ?? FindRepeating() ?? FindUntilEnd();
    }

    private Reading Late(Inputs inputs, int shift) => code.Read(shift) with { Input = inputs.Late, IsLate = true };

    private RateOffer? FindKnown()
    {
        foreach (int shift in code.Shifts)
        {
            foreach (var (folds, isWritten) in s_readings)
            {
                if (code.Form(code.Read(shift) with { Folds = folds, IsWritten = isWritten }) is { } rate && _conversion.Of(rate) is { } attributes)
                    return Offer(attributes, shift);
            }
        }

        return null;
    }

    private RateOffer? FindRepeating()
    {
        foreach (var period in code.Periods())
        {
            // step = period · (round − 1) + remainder, with the round as a number that nothing is known of but that it is above 0.
            var round = Expression.Symbol("round", isInteger: true);
            var reading = code.Read(0) with { StepValue = Expression.Step + (Expression)(Rational)period * (round - Expression.One), IsLate = true };
            var last = Expression.Step - (Expression)(Rational)(period - 1);
            if (code.Cases(reading, period - 1, Facts.None.With(-last)) is { } cases && cases.All(c => !c.Rate.HasSymbols)
                && _conversion.Repeating(RateForm.Of(cases.OrderBy(c => c.Region.Start).Select(c => new Stretch(c.Region.Start, c.Rate)), period - 1),
                    period) is { } attributes)
            {
                return Offer(attributes, 0);
            }
        }

        return null;
    }

    /// <summary>A decay that goes on below its end, where a declaration stays.</summary>
    private RateOffer? FindUntilEnd()
    {
        foreach (var (folds, isWritten) in s_readings)
        {
            if (code.Form(code.Read(0) with { Folds = folds, IsWritten = isWritten }) is { } rate && EndOf(rate) is { } end
                && rate.EndingAt(end) is { } ended
                && _conversion.Of(ended) is { } attributes)
            {
                return Offer(attributes, 0, " until step " + NumberText.Integer(end) + ", after which the code goes on and the declaration stays");
            }
        }

        return null;
    }

    private RateOffer? FindLate(Inputs inputs)
    {
        foreach (int shift in code.Shifts)
        {
            var late = Late(inputs, shift);
            if (code.Cases(late, code.Last, Facts.None) is not { } cases)
                continue;
            for (int instance = 0; instance < Inputs.Instances; instance++)
            {
                cancellation.ThrowIfCancellationRequested();
                var reading = code.Read(shift) with { Input = inputs.Instance(instance) };
                if (code.Form(reading) is not { } rate)
                    continue;
                var matches = inputs.Matches(instance);
                foreach (var guess in _conversion.Guesses(rate))
                {
                    var attributes = guess.Select(a => Late(a, matches)).ToList();
                    if (_conversion.IsProved(attributes, cases, null))
                        return Offer(attributes, shift);
                }

                if (shift == 0 && EndOf(rate) is { } end && rate.EndingAt(end) is { } ended && _conversion.Of(ended) is { } until
                    && matches.TryGetValue((Rational)end, out var lateEnd))
                {
                    var attributes = until.Select(a => Late(a, matches)).ToList();
                    var before = cases.Select(c =>
                        c with { Region = c.Region with { Facts = c.Region.Facts.With(lateEnd.Value - Expression.Step) } }).ToList();
                    if (_conversion.IsProved(attributes, before, null))
                        return Offer(attributes, shift, " until its end, after which the code goes on and the declaration stays");
                }
            }
        }

        return null;
    }

    /// <summary>An attribute with the numbers of run time in the place of their values.</summary>
    private static Spelling Late(Spelling attribute, Dictionary<Rational, LateValue> matches) => attribute with
    {
        Arguments = [.. attribute.Arguments.Select(a => a.Code.Length == 0 && a.Values is null
            && matches.TryGetValue(Rational.FromDouble(a.Value), out var late)
            ? a with { Late = late, Exact = null }
            : a)],
    };

    /// <summary>The step at which the last formula is 0.</summary>
    private static BigInteger? EndOf(RateForm rate)
    {
        var last = rate.Stretches[rate.Stretches.Count - 1];
        var line = last.Rate.Line ?? last.Rate.Factors.Where(f => f.Kind == FactorKind.Sum).Select(f => f.Argument.Line).FirstOrDefault();
        return line is { Slope.IsZero: false } known && -known.Offset / known.Slope is { IsInteger: true } zero && zero.Numerator > last.Start
            ? zero.Numerator : null;
    }

    private RateOffer Offer(IReadOnlyList<Spelling> attributes, int shift, string until = "")
    {
        string note = until;
        if (code.IsSingle)
            note += " up to the rounding of single precision";
        if (shift != 0)
            note += shift > 0 ? "; its steps count from 1" : "; it is one step ahead";
        if (attributes.Any(a => a.Arguments.Any(v => v.Code == "AfterEnd.Oscillate")))
            note += "; after its end it climbs again, which AfterEnd says";
        if (attributes.Any(a => a.Arguments.Any(v => v.Code.StartsWith("Join.Overlap", StringComparison.Ordinal))))
            note += "; it jumps where the warm-up ends, unless Join is left out";
        return new RateOffer(attributes, shift, note);
    }
}
