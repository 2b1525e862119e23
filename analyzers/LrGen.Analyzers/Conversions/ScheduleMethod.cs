using System.Numerics;
using LrGen.Analyzers.Conversions.Algebra;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LrGen.Analyzers.Conversions;

/// <summary>Reads a method that computes a rate from a step.</summary>
internal static class ScheduleMethod
{
    /// <summary>More stretches than this are no schedule that a person wrote.</summary>
    private const int MostStretches = 40;

    private const int MostRuns = 160;

    /// <summary>What a method computes; null where it is not known for some step from 0 on.</summary>
    /// <param name="method">The body.</param>
    /// <param name="step">Its step.</param>
    /// <param name="model">Of the file.</param>
    /// <param name="folds">Whether constants are taken as the compiler rounds them.</param>
    public static RateForm? Read(IMethodBodyOperation method, IParameterSymbol step, SemanticModel model, bool folds)
    {
        if (Numbers.Largest(step.Type) is not { } last)
            return null;
        var stretches = new List<Stretch>();
        var open = new Stack<(BigInteger Start, BigInteger Last)>();
        open.Push((0, last));
        for (int runs = 0; open.Count > 0; runs++)
        {
            var (start, end) = open.Pop();
            var run = new CodeRun(step, model, start, end, folds);
            var rate = run.Run(method);
            if (run.SplitAt is { } split)
            {
                open.Push((split, end));
                open.Push((start, split - 1));
            }
            else if (rate.IsUnknown)
            {
                return null;
            }
            else
            {
                stretches.Add(new Stretch(start, rate));
            }

            if (runs > MostRuns || stretches.Count > MostStretches)
                return null;
        }

        return RateForm.Of(stretches, last);
    }
}
