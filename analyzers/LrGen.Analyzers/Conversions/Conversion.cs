using System.Numerics;
using System.Threading;
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

    /// <summary>The attributes; null where none are found.</summary>
    public IReadOnlyList<Spelling>? Of(RateForm rate)
    {
        foreach (var found in Warmups(rate))
            return found;
        return Phases(rate, MostPhases) is { } phases && IsProved(phases, rate) ? phases : null;
    }

    private IEnumerable<IReadOnlyList<Spelling>> Warmups(RateForm rate)
    {
        if (rate.Stretches[0].Rate.Line is not { Slope.Sign: > 0 } line || rate.EndOf(0) is not { } end || Phases(rate.From(1), MostPhases - 1) is not { } phases)
            yield break;
        foreach (var (option, code, shift) in s_firstSteps)
        {
            var from = line.Offset - line.Slope * shift;
            if (new SpellingBuilder("Warmup").Length("steps", (Rational)end, Written.ByPosition).Unless(Rational.Zero, "From", from)
                .Option("FirstStep", option, code).Build() is { } warmup && IsProved([warmup, .. phases], rate))
            {
                yield return [warmup, .. phases];
            }
        }
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
        CurveOf(spellings) is { } curve && CurveForm.Of(curve, rate.Last) is { } form && rate.IsSameAs(form);

    /// <summary>The curve of attributes; null where the generator has anything to say against them, were it a warning.</summary>
    public Curve? CurveOf(IReadOnlyList<Spelling> spellings)
    {
        var models = new List<AttributeModel>();
        foreach (var spelling in spellings)
        {
            if (spelling.ToModel(models.Count, library) is not { } model)
                return null;
            models.Add(model);
        }

        var checks = new List<RuntimeCheck>();
        var training = new TrainingContext(new AttributeModel("Training", -1, EquatableArray<ArgumentModel>.Empty), checks);
        var scope = new LoweringScope(training, [], checks);
        return ScheduleLowering.Lower(models.ToEquatableArray(), scope) is { } timeline && scope.Errors.Count == 0 && !scope.IsBroken
            ? timeline.ToCurve()
            : null;
    }
}
