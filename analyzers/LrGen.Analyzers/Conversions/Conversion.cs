using System.Numerics;
using System.Threading;
using LrGen.Analyzers.Conversions.Algebra;
using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;
using LrGen.Generator.Schedules;
using Microsoft.CodeAnalysis;

namespace LrGen.Analyzers.Conversions;

/// <summary>
/// Finds attributes that say what a rate is. Each guess is lowered by the generator itself, and the curve that comes of it is proved to be
/// the rate, at every step.
/// </summary>
internal sealed class Conversion(IAssemblySymbol library, CancellationToken cancellation)
{
    /// <summary>With more attributes than this a declaration is harder to read than the code.</summary>
    private const int MostPhases = 4;

    private static readonly (int Option, string Code, int Shift)[] s_firstSteps =
        [(0, "", 0), (1, "FirstStep.OneStepIn", 1), (2, "FirstStep.BetweenEnds", 1)];

    private static readonly (int Option, string Code)[] s_joins = [(0, ""), (2, "Join.OverlapToFirst"), (1, "Join.Overlap")];

    /// <summary>After so many steps a curve that begins again is asked for no more.</summary>
    private Rational? Period { get; init; }

    /// <summary>The attributes; null where none are found.</summary>
    public IReadOnlyList<Spelling>? Of(RateForm rate) => Guesses(rate).FirstOrDefault();

    /// <summary>The attributes for a rate that comes again after so many steps; null where none are found.</summary>
    /// <param name="rate">The rate of the first round.</param>
    /// <param name="period">Its steps.</param>
    public IReadOnlyList<Spelling>? Repeating(RateForm rate, BigInteger period)
    {
        var round = new Conversion(library, cancellation) { Period = (Rational)period };
        foreach (var candidate in PhaseCandidates.Rounds(rate, period))
        {
            if (round.IsProved([candidate], rate))
                return [candidate];
        }

        if (rate.EndingAt(period) is not { } ended || Of(ended) is not [var only])
            return null;
        var repeated = only with { Arguments = [.. only.Arguments, new SpelledArgument(nameof(AfterEnd), Written.ByProperty, (int)AfterEnd.Repeat,
            "AfterEnd.Repeat")] };
        return round.IsProved([repeated], rate) ? [repeated] : null;
    }

    /// <summary>Attributes that say the same, the best first.</summary>
    public IEnumerable<IReadOnlyList<Spelling>> Guesses(RateForm rate)
    {
        foreach (var found in Warmups(rate))
            yield return found;
        if (Delayed(rate) is { } delayed)
            yield return delayed;
        if (Phases(rate, MostPhases) is { } phases && IsProved(phases, rate))
            yield return phases;
    }

    private IEnumerable<IReadOnlyList<Spelling>> Warmups(RateForm rate)
    {
        if (rate.Stretches[0].Rate.Line is { Slope.Sign: > 0 } && PhaseCandidates.Noam(rate) is { } noam && IsProved([noam], rate))
            yield return [noam];
        if (rate.Stretches[0].Rate.Line is not { Slope.Sign: > 0 } line || rate.EndOf(0) is not { } end)
            yield break;
        foreach (var (join, joinCode) in s_joins)
        {
            if (Phases(join == 0 ? rate.From(1) : rate.Uncovered(1), MostPhases - 1) is not { } phases)
                continue;
            foreach (var (option, code, shift) in s_firstSteps)
            {
                var from = line.Offset - line.Slope * shift;
                if (new SpellingBuilder("Warmup").Length("steps", (Rational)end, Written.ByPosition).Unless(Rational.Zero, "From", from)
                    .Option("FirstStep", option, code).Option("Join", join, joinCode).Build() is { } warmup && IsProved([warmup, .. phases], rate))
                {
                    yield return [warmup, .. phases];
                }
            }
        }
    }

    /// <summary>A schedule that begins at step 1.</summary>
    private IReadOnlyList<Spelling>? Delayed(RateForm rate)
    {
        if (rate.Stretches.Count < 2 || !rate.EndOf(0)!.Value.IsOne || Phases(rate.From(1), MostPhases - 1) is not { } phases)
            return null;
        var delay = new SpellingBuilder("Delay").Length("steps", Rational.One, Written.ByPosition).Build()!;
        return IsProved([delay, .. phases], rate) ? [delay, .. phases] : null;
    }

    /// <summary>One attribute after the other, each proved on its own stretches.</summary>
    private IReadOnlyList<Spelling>? Phases(RateForm rate, int most)
    {
        if (most == 0)
            return null;
        foreach (var candidate in PhaseCandidates.Of(rate))
        {
            cancellation.ThrowIfCancellationRequested();
            bool isLast = candidate.Stretches >= rate.Stretches.Count;
            var part = isLast ? rate : rate.From(0, rate.EndOf(candidate.Stretches - 1));
            if (!IsProved([candidate.Spelling], part))
                continue;
            if (isLast)
                return [candidate.Spelling];
            if (Phases(rate.From(candidate.Stretches), most - 1) is { } rest)
                return [candidate.Spelling, .. rest];
        }

        return null;
    }

    private bool IsProved(IReadOnlyList<Spelling> spellings, RateForm rate) =>
        (!spellings.Any(s => s.Arguments.Any(a => a.Exact is not null)) || CurveOf(Plain(spellings)) is not null) && CurveOf(spellings) is { } curve
            && FormOf(spellings).Of(curve, rate.Last, Period) is { } form && rate.IsSameAs(form);

    /// <summary>Whether attributes, some of whose values are given at run time, are proved to be what code computes, for all those values.</summary>
    public bool IsProved(IReadOnlyList<Spelling> spellings, IReadOnlyList<RateCase> cases, Expression? period)
    {
        var checks = new List<RuntimeCheck>();
        if (CurveOf(spellings, checks) is not { } curve || FormOf(spellings) is var form && form.StretchesOf(curve, period) is not { } stretches)
            return false;
        var known = checks.Aggregate(Facts.None, (facts, check) => With(facts, check, form));
        return cases.All(c => IsProved(c, stretches, known));
    }

    /// <summary>Whether the rate of one case is that of the curve, in every stretch of it that has steps in common with the case.</summary>
    private static bool IsProved(RateCase given, IReadOnlyList<CurveStretch> stretches, Facts known)
    {
        var facts = given.Region.Facts.With(known);
        foreach (var stretch in stretches)
        {
            var here = stretch.End is null ? facts : facts.WithPositive(stretch.End - Expression.Step);
            if (here.MayHold() && !given.Rate.Equals(stretch.Rate) && !IsAlikeAtOnePoint(given.Rate, stretch.Rate, here, stretches))
                return false;
            if (stretch.End is not null)
                facts = facts.With(Expression.Step - stretch.End);
        }

        return true;
    }

    /// <summary>Whether all steps in common are one, at an end or at the start, and the two are the same there.</summary>
    private static bool IsAlikeAtOnePoint(Expression a, Expression b, Facts facts, IReadOnlyList<CurveStretch> stretches) =>
        stretches.Select(s => s.End).OfType<Expression>()
        .SelectMany(e => new[] { e, e - Expression.One }).Append(Expression.Zero)
        .Any(point => facts.Imply(Expression.Step - point) && facts.Imply(point - Expression.Step) && a.At(point).Equals(b.At(point)));

    /// <summary>What a check makes sure of.</summary>
    private static Facts With(Facts facts, RuntimeCheck check, CurveForm form) => check.Kind switch
    {
        CheckKind.Positive => facts.WithPositive(form.Known(check.Value)),
        CheckKind.NotNegative => facts.With(form.Known(check.Value)),
        CheckKind.AboveOne => facts.WithPositive(form.Known(check.Value) - Expression.One),
        CheckKind.AtMost when check.Bound is { } bound => facts.With(form.Known(bound) - form.Known(check.Value)),
        CheckKind.AtLeast when check.Bound is { } bound => facts.With(form.Known(check.Value) - form.Known(bound)),
        _ => facts,
    };

    /// <summary>The attributes as the generator reads them.</summary>
    private static List<Spelling> Plain(IReadOnlyList<Spelling> spellings) =>
        [.. spellings.Select(s => s with { Arguments = [.. s.Arguments.Select(a => a with { Exact = null })] })];

    /// <summary>The form of curves of attributes.</summary>
    private static CurveForm FormOf(IReadOnlyList<Spelling> spellings)
    {
        var values = new Dictionary<string, Expression>(StringComparer.Ordinal);
        for (int i = 0; i < spellings.Count; i++)
        {
            foreach (var argument in spellings[i].Arguments)
            {
                if ((argument.Late?.Value ?? argument.Exact) is { } value)
                    values.Add(Spelling.LateName(i, argument.Name), value);
            }
        }

        return new CurveForm(name => values.TryGetValue(name, out var value) ? value : Expression.Unknown);
    }

    /// <summary>The curve of attributes; null where the generator has anything to say against them, were it a warning.</summary>
    public Curve? CurveOf(IReadOnlyList<Spelling> spellings) => CurveOf(spellings, []);

    private Curve? CurveOf(IReadOnlyList<Spelling> spellings, List<RuntimeCheck> checks)
    {
        var models = new List<AttributeModel>();
        foreach (var spelling in spellings)
        {
            if (spelling.ToModel(models.Count, library) is not { } model)
                return null;
            models.Add(model);
        }

        var training = new TrainingContext(new AttributeModel("Training", -1, EquatableArray<ArgumentModel>.Empty), checks);
        var scope = new LoweringScope(training, [], checks);
        return ScheduleLowering.Lower(models.ToEquatableArray(), scope) is { } timeline && scope.Errors.Count == 0 && !scope.IsBroken
            ? timeline.ToCurve()
            : null;
    }
}
