using LrGen.Generator.Curves;

namespace LrGen.Generator.UpdateRules;

/// <summary>One statement of an update.</summary>
/// <param name="Target">What gets the value.</param>
/// <param name="Operator">The operation of the target with the value; null where the value replaces it.</param>
/// <param name="Value">The value.</param>
/// <param name="Declares">Whether the target is a new local variable.</param>
internal sealed record Assignment(Named Target, char? Operator, Arithmetic Value, bool Declares = false)
{
    /// <summary>The names that it reads or writes.</summary>
    public IEnumerable<Named> Names => Value.Names.Concat([Target]);
}

/// <summary>Statements of an update in their order, as expressions: each place that runs them prints them in its own way.</summary>
internal sealed class UpdateSteps : List<Assignment>
{
    /// <summary>target ← value.</summary>
    public UpdateSteps Set(Named target, Arithmetic value) => With(new Assignment(target, null, value));

    /// <summary>target ← target + value.</summary>
    public UpdateSteps Add(Named target, Arithmetic value) => With(new Assignment(target, '+', value));

    /// <summary>target ← target − value.</summary>
    public UpdateSteps Subtract(Named target, Arithmetic value) => With(new Assignment(target, '-', value));

    /// <summary>target ← target · value.</summary>
    public UpdateSteps Multiply(Named target, Arithmetic value) => With(new Assignment(target, '*', value));

    /// <summary>target ← target ÷ value.</summary>
    public UpdateSteps Divide(Named target, Arithmetic value) => With(new Assignment(target, '/', value));

    /// <summary>A new local variable.</summary>
    public Named Let(string name, Arithmetic value)
    {
        var local = new Named(name, IsInvariant: false);
        Add(new Assignment(local, null, value, Declares: true));
        return local;
    }

    /// <summary>Whether a statement reads or writes the name.</summary>
    public bool Mentions(Named name) => this.Any(s => s.Names.Any(n => n.Code == name.Code));

    /// <summary>Whether a statement changes what already has the name.</summary>
    public bool Changes(Named name) => this.Any(s => !s.Declares && s.Target.Code == name.Code);

    private UpdateSteps With(Assignment step)
    {
        Add(step);
        return this;
    }
}

/// <summary>The functions of an update.</summary>
internal static class UpdateFunctions
{
    public static Arithmetic Sqrt(Arithmetic x) => new Call(MathFunction.Sqrt, x);

    public static Arithmetic Abs(Arithmetic x) => new Call(MathFunction.Abs, x);

    public static Arithmetic Sign(Arithmetic x) => new Call(MathFunction.Sign, x);

    public static Arithmetic Min(Arithmetic x, Arithmetic y) => new Call(MathFunction.Min, x, y);

    public static Arithmetic Max(Arithmetic x, Arithmetic y) => new Call(MathFunction.Max, x, y);

    public static Arithmetic Pow(Arithmetic x, Arithmetic power) => new Call(MathFunction.Pow, x, power);

    /// <summary>x, but at most <paramref name="limit"/> and at least −<paramref name="limit"/>.</summary>
    public static Arithmetic Clip(Arithmetic x, Arithmetic limit) => new Call(MathFunction.Clip, x, limit);

    /// <summary>left &gt; right ? then : otherwise; only for what holds for all parameters of a tensor.</summary>
    public static Arithmetic Choose(Arithmetic left, Arithmetic right, Arithmetic then, Arithmetic otherwise) => new Choice(left, right, then, otherwise);
}
