using LrGen.Generator.Numerics;

namespace LrGen.Generator.Curves.Shapes;

/// <summary>A formula of the user's own, called at run time: rate · method(u).</summary>
/// <param name="Rate">What its value is multiplied by.</param>
/// <param name="Method">The method, qualified.</param>
/// <param name="StepKeyword">The type that its argument is cast to; empty for double.</param>
internal sealed record FunctionShape(Scalar Rate, string Method, string StepKeyword) : Shape
{
    public override Scalar Start => new ValueScalar(this, Scalar.Zero);

    public override bool IsMonotone => false;

    // Nobody knows its values before run time, whatever the rate is.
    public override IEnumerable<Scalar> Scalars => [Rate, new ArgumentScalar(Method, string.Empty, IsInteger: false)];

    public override Rational Evaluate(Rational u, int bits) => throw new InvalidOperationException("The value of '" + Method + "' is known at run time only.");

    public override Shape Scale(Scalar factor) => this with { Rate = Rate * factor };

    public override Arithmetic Fold(FormulaBuilder formula, IntegerTime time) => Write(formula, time.K + time.Offset.ToDouble());

    public override Arithmetic Write(FormulaBuilder formula, Arithmetic u) =>
        formula.Let("value", new MethodCall(Method, StepKeyword, u)) * formula.Scalar(Rate);

    public override string Describe(string u)
    {
        string name = Method.Substring(Method.LastIndexOf('.') + 1) + "(" + u.TrimStart('(').TrimEnd(')') + ")";
        return Rate.Constant == Rational.One ? name : Text.Of(Rate) + " · " + name;
    }
}
