using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions;

/// <summary>An attribute that may stand for some stretches of a rate.</summary>
/// <param name="Spelling">The attribute.</param>
/// <param name="Stretches">For how many.</param>
internal sealed record PhaseCandidate(Spelling Spelling, int Stretches);

/// <summary>
/// Guesses which attribute the first stretches of a rate could be. A guess need not be right: whoever asks has to prove it.
/// </summary>
internal static class PhaseCandidates
{
    private const int MostHalvings = 10;

    /// <summary>0 for the one that the rate itself tells.</summary>
    private static readonly int[] s_modelSizes = [0, 512, 256, 768, 1024, 128, 64, 384, 2048, 4096];

    /// <summary>The guesses, the best first.</summary>
    /// <param name="rate">The rate, from the first step of the phase on.</param>
    public static IEnumerable<PhaseCandidate> Of(RateForm rate)
    {
        int levels = rate.Stretches.TakeWhile(s => s.Rate.Constant is not null).Count();
        var guesses = levels switch
        {
            0 => Decays(rate),
            1 => [(new SpellingBuilder("Constant").Number("rate", rate.Stretches[0].Rate.Constant).OptionalLength("Steps", Length(rate, 1)), 1)],
            _ => Levels(rate, levels),
        };
        foreach (var (builder, stretches) in guesses)
        {
            if (builder.Build() is { } spelling)
                yield return new PhaseCandidate(spelling, stretches);
        }
    }

    /// <summary>Guesses for a rate that comes again: what goes up and down.</summary>
    public static IEnumerable<Spelling> Rounds(RateForm rate, BigInteger period)
    {
        if (rate.Stretches is not [{ Rate.Line: { Slope.Sign: > 0 } up }, { Rate.Line.Slope.Sign: < 0, Start: var top }])
            yield break;
        var cyclic = new SpellingBuilder("Cyclic").Number("low", up.Offset).Number("high", up.Offset + up.Slope * top,
            Written.ByParameter).Length("stepsUp", (Rational)top);
        if (period != top * 2)
            cyclic.Length("StepsDown", (Rational)(period - top), Written.ByProperty);
        if (cyclic.Build() is { } spelling)
            yield return spelling;
    }

    /// <summary>A rise by a line and a fall by the square root, as of a model of some size.</summary>
    public static Spelling? Noam(RateForm rate)
    {
        if (rate.Stretches is not [{ Rate: var rise }, { Start: var top }] || rise.Terms.Count != 1)
            return null;
        // slope = factor ÷ √(size · top³)
        var perStep = rise / Expression.Step;
        if ((perStep * perStep * (Expression)(Rational)BigInteger.Pow(top, 3)).Constant is not { Sign: > 0 } known)
            return null;
        foreach (int size in s_modelSizes)
        {
            // Without a factor the size is what is left; with one it is one that models have.
            var modelSize = size == 0 ? Rational.One / known : size;
            var factor = ((Expression)(known * modelSize)).Raise(Rational.Half).Constant;
            if (factor is not null && modelSize.IsInteger)
            {
                return new SpellingBuilder("Noam").Root("modelSize", modelSize).Root("warmupSteps", (Rational)top, Written.ByParameter)
                    .Unless(Rational.One, "Factor", factor).Build();
            }
        }

        return null;
    }

    private static IEnumerable<(SpellingBuilder Builder, int Stretches)> Levels(RateForm rate, int count)
    {
        var levels = rate.Stretches.Take(count).Select(s => s.Rate.Constant!.Value).ToList();
        var boundaries = rate.Stretches.Take(count).Skip(1).Select(s => (Rational)s.Start).ToList();
        var steps = Length(rate, count);
        if (!levels[0].IsZero)
        {
            yield return (new SpellingBuilder("MilestoneDecay").Number("rate", levels[0]).Number("factor", levels[1] / levels[0], Written.ByParameter)
                .Lengths("milestones", boundaries, isParams: true).OptionalLength("Steps", steps), count);
        }

        yield return (new SpellingBuilder("PiecewiseConstant").Numbers("rates", levels).Lengths("boundaries", boundaries, isParams: false)
            .OptionalLength("Steps", steps), count);
    }

    private static IEnumerable<(SpellingBuilder Builder, int Stretches)> Decays(RateForm rate)
    {
        var formula = rate.Stretches[0].Rate;
        // What follows a decay for ever may be its end value.
        bool hasEnd = rate.Stretches is [_, { Rate.Constant: not null }];
        if (Length(rate, 1) is { } length)
        {
            foreach (var builder in ToFloor(formula, length, hasEnd ? rate.Stretches[1].Rate.Constant : null))
                yield return (builder, hasEnd ? 2 : 1);
            if (hasEnd)
            {
                // The end value is also reached where the stretch before it says nothing of it.
                foreach (var builder in ToFloor(formula, length, null))
                    yield return (builder, 1);
            }
        }

        // A half wave that nothing ends climbs again.
        if (rate.Stretches.Count == 1 && formula.Terms.SelectMany(t => t.Powers).Where(p => p.Factor.Kind == FactorKind.Cosine).Select(p =>
            HalfWave(p.Factor.Argument)).FirstOrDefault() is { } half)
        {
            yield return (WithFloor(new SpellingBuilder("CosineDecay").Number("rate", formula.At(Expression.Zero).Constant).Length("steps", half),
                formula, half)
                .Option(nameof(Generator.Curves.AfterEnd), (int)Generator.Curves.AfterEnd.Oscillate, "AfterEnd.Oscillate"), 1);
        }

        foreach (var builder in Endless(formula, Length(rate, 1)))
        {
            if (hasEnd)
                yield return (builder, 2);
            yield return (builder, 1);
        }
    }

    /// <summary>Decays with an end of their own.</summary>
    private static IEnumerable<SpellingBuilder> ToFloor(Expression formula, Rational length, Rational? end)
    {
        var first = formula.At(Expression.Zero).Constant;
        if (formula.Line is { } line)
        {
            var steps = end is { } reached ? (reached - line.Offset) / line.Slope : length;
            yield return new SpellingBuilder("LinearDecay").Number("from", line.Offset).Number("to", end ?? line.Offset + line.Slope * length,
                Written.ByParameter).Length("steps", steps);
            yield break;
        }

        foreach (var term in formula.Terms)
        {
            foreach (var power in term.Powers)
            {
                if (power.Factor.Kind == FactorKind.Cosine && HalfWave(power.Factor.Argument) is { } wave)
                    yield return WithFloor(new SpellingBuilder("CosineDecay").Number("rate", first).Length("steps", wave), formula, wave);
                Rational? exponent = power.Factor.Kind == FactorKind.Sum && power.Exponent.Sign > 0 || power.Factor.Kind == FactorKind.Step
                    ? power.Exponent : null;
                // A step before the stretch ends the value may be reached already, since it is the same for both.
                for (var steps = length; exponent is not null && steps >= length - 1 && steps.Sign > 0; steps -= 1)
                {
                    var builder = new SpellingBuilder("PolynomialDecay").Number("rate", first).Length("steps", steps).Unless(Rational.One, "power",
                        exponent, Written.ByParameter);
                    yield return WithFloor(builder, formula, steps);
                }
            }
        }
    }

    private static SpellingBuilder WithFloor(SpellingBuilder builder, Expression formula, Rational steps) =>
        builder.Unless(Rational.Zero, "Floor", formula.At(steps).Constant);

    /// <summary>The steps that an angle takes from 0 to π; null where it does not begin at 0.</summary>
    private static Rational? HalfWave(Expression angle) => (angle * Expression.Pi.Raise(-Rational.One)).Line is { Offset.IsZero: true,
        Slope: { Sign: > 0 } slope } ? Rational.One / slope : null;

    /// <summary>Decays that never end, or that are cut off.</summary>
    private static IEnumerable<SpellingBuilder> Endless(Expression formula, Rational? length)
    {
        Rational? floor = null;
        if (formula.Terms is [{ Powers: [{ Factor: { Kind: FactorKind.Max } bound }] } bounded])
        {
            var (first, second) = bound.Argument.Constant is null ? (bound.Argument, bound.Other) : (bound.Other, bound.Argument);
            floor = second.Constant * bounded.Coefficient;
            formula = first * (Expression)bounded.Coefficient;
        }

        if (formula.Terms is not [var term])
            yield break;
        var rate = formula.At(Expression.Zero).Constant;
        foreach (var power in term.Powers)
        {
            foreach (var builder in Endless(power, rate))
                yield return (floor is null ? builder : builder.Number("Floor", floor, Written.ByProperty)).OptionalLength("Steps", length);
        }
    }

    private static IEnumerable<SpellingBuilder> Endless(Power power, Rational? rate)
    {
        var argument = power.Factor.Argument;
        switch (power.Factor.Kind)
        {
            case FactorKind.Exponential when argument.Line is { Slope: { IsZero: false } slope }:
                if (power.Factor.Base.IsZero)
                {
                    var (decayRate, every) = Split(-slope);
                    yield return new SpellingBuilder("NaturalExponentialDecay").Number("rate", rate).Number("decayRate", decayRate, Written.ByParameter)
                        .Unless(Rational.One, "every", every, Written.ByParameter);
                }
                else
                {
                    var factor = slope.Sign > 0 ? power.Factor.Base : Rational.One / power.Factor.Base;
                    var every = Rational.One / Rational.Abs(slope);
                    var builder = new SpellingBuilder("ExponentialDecay").Number("rate", rate).Number("factor", factor, Written.ByParameter);
                    yield return every == Rational.One ? builder : builder.Length("every", every);
                }

                break;
            case FactorKind.Exponential when argument.Terms is [{ Coefficient: { IsInteger: true } count,
                Powers: [{ Factor: { Kind: FactorKind.Floor, Argument.Line: { Slope.Sign: > 0 } stairs } }] }]
                && Rational.Abs(count) <= 64 && !power.Factor.Base.IsZero:
                yield return new SpellingBuilder("StepDecay").Number("rate", rate).Length("every", Rational.One / stairs.Slope)
                    .Number("factor", Rational.Pow(power.Factor.Base, (int)count.Numerator), Written.ByParameter);
                break;
            case FactorKind.Sum when power.Exponent.Sign < 0 && argument.Line is { Offset.Sign: > 0 } line:
                foreach (var builder in Inverse(-power.Exponent, rate, line.Slope / line.Offset))
                    yield return builder;
                break;
            case FactorKind.Sum when power.Exponent == -Rational.One && StairsOf(argument) is var (slope, length) && argument.ConstantPart.Sign > 0:
                yield return new SpellingBuilder("InverseTimeDecay").Number("rate", rate).Number("decayRate", slope / argument.ConstantPart,
                    Written.ByParameter)
                    .Length("every", length).Flag("Staircase");
                break;
        }
    }

    private static IEnumerable<SpellingBuilder> Inverse(Rational power, Rational? rate, Rational slope)
    {
        if (power == Rational.One)
        {
            var (decayRate, every) = Split(slope);
            yield return new SpellingBuilder("InverseTimeDecay").Number("rate", rate).Number("decayRate", decayRate, Written.ByParameter)
                .Unless(Rational.One, "every", every, Written.ByParameter);
        }
        else if (power == Rational.Half)
        {
            yield return new SpellingBuilder("InverseSquareRoot").Number("rate", rate).Length("timescale", Rational.One / slope);
        }
        else
        {
            var builder = new SpellingBuilder("PowerDecay").Number("rate", rate).Number("power", power, Written.ByParameter);
            yield return slope == Rational.One ? builder : builder.Length("timescale", Rational.One / slope);
        }
    }

    /// <summary>The height of the steps of a staircase, and their length.</summary>
    private static (Rational Slope, Rational Length)? StairsOf(Expression expression) =>
        expression.Terms.Where(t =>
            t.Key.Length > 0).ToList() is [{ Powers: [{ Factor: { Kind: FactorKind.Floor,
            Argument.Line: { Offset.IsZero: true, Slope: { Sign: > 0 } slope } } }] } stairs]
            ? (stairs.Coefficient, Rational.One / slope)
            : null;

    /// <summary>A rate for each step as one for so many steps: the double with the shortest text.</summary>
    private static (Rational Number, Rational Every) Split(Rational perStep)
    {
        if (IsDouble(perStep))
            return (perStep, Rational.One);
        var odd = perStep.Denominator;
        while (odd.IsEven)
            odd >>= 1;
        return Enumerable.Range(0, MostHalvings).Select(i => (Number: perStep * (odd << i), Every: (Rational)(odd << i)))
            .Where(s => IsDouble(s.Number))
            .OrderBy(s => NumberText.Shortest(s.Number.ToDouble()).Length).ThenBy(s => s.Every)
            .DefaultIfEmpty((perStep, Rational.One)).First();
    }

    /// <summary>Whether a double is exactly this number; beyond the largest there is none.</summary>
    private static bool IsDouble(Rational number) => number.ToDouble() is var rounded && !double.IsInfinity(rounded)
        && Rational.FromDouble(rounded) == number;

    private static Rational? Length(RateForm rate, int stretches) => rate.EndOf(stretches - 1) is { } end ? (Rational)end : null;
}
