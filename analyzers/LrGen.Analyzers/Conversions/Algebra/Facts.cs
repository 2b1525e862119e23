using LrGen.Generator.Numerics;

namespace LrGen.Analyzers.Conversions.Algebra;

/// <summary>
/// Inequalities that hold: sums of products above 0, or not below it. What follows from them is decided by eliminating one product after the
/// other (Fourier and Motzkin), each product a variable of its own; what is decided so is true, and some that is true is not decided.
/// </summary>
internal sealed class Facts
{
    /// <summary>With more rows than this nothing is decided.</summary>
    private const int MostRows = 300;

    private readonly IReadOnlyList<Row> _rows;

    private Facts(IReadOnlyList<Row> rows) => _rows = rows;

    public static Facts None { get; } = new([]);

    /// <summary>These facts and one more: an expression that is not below 0.</summary>
    public Facts With(Expression notNegative) => Add(notNegative, isStrict: false);

    /// <summary>These facts and one more: an expression that is above 0.</summary>
    public Facts WithPositive(Expression positive) => positive.IsWhole ? With(positive - Expression.One) : Add(positive, isStrict: true);

    /// <summary>These facts and those of others.</summary>
    public Facts With(Facts others) => new([.. _rows, .. others._rows]);

    /// <summary>Whether an expression is not below 0 wherever the facts hold.</summary>
    public bool Imply(Expression notNegative) => !notNegative.IsUnknown && !WithPositive(-notNegative).MayHold();

    /// <summary>Whether an expression is above 0 wherever the facts hold.</summary>
    public bool ImplyPositive(Expression positive) => !positive.IsUnknown && !With(-positive).MayHold();

    /// <summary>Whether nothing shows that the facts contradict each other.</summary>
    public bool MayHold()
    {
        var rows = _rows.ToList();
        // Products of numbers that are not below 0 are not, either.
        foreach (var term in rows.SelectMany(r => r.Terms.Values).GroupBy(t => t.Key).Select(g => g.First()).ToList())
        {
            bool isPositive = term.Powers.All(p => p.Factor.IsPositive);
            if (term.Powers.All(p => p.Factor.IsNotNegative))
            {
                var least = isPositive && term.IsWhole ? -Rational.One : Rational.Zero;
                rows.Add(new Row(new Dictionary<string, Term> { [term.Key] = new Term(Rational.One, term.Powers) }, least, isPositive
                    && !term.IsWhole));
            }
        }

        while (rows.Count <= MostRows)
        {
            if (rows.Exists(r => r.IsFalse))
                return false;
            rows.RemoveAll(r => r.Terms.Count == 0);
            if (rows.Count == 0)
                return true;
            string variable = rows.SelectMany(r => r.Terms.Keys).GroupBy(k => k)
                .OrderBy(g => rows.Count(r => r.SignOf(g.Key) > 0) * rows.Count(r => r.SignOf(g.Key) < 0)).First().Key;
            var above = rows.Where(r => r.SignOf(variable) > 0).ToList();
            var below = rows.Where(r => r.SignOf(variable) < 0).ToList();
            rows.RemoveAll(r => r.SignOf(variable) != 0);
            rows.AddRange(above.SelectMany(_ => below, (a, b) => Row.Eliminate(variable, a, b)));
        }

        return true;
    }

    private Facts Add(Expression expression, bool isStrict) => expression.IsUnknown
        ? this
        : new([.. _rows, new Row(expression.Terms.Where(t => t.Key.Length > 0).ToDictionary(t => t.Key), expression.ConstantPart, isStrict)]);

    /// <summary>Coefficients of products, and a number: a sum that is not below 0, or above it.</summary>
    private sealed record Row(Dictionary<string, Term> Terms, Rational Number, bool IsStrict)
    {
        public bool IsFalse => Terms.Count == 0 && (Number.Sign < 0 || IsStrict && Number.IsZero);

        public int SignOf(string variable) => Terms.TryGetValue(variable, out var term) ? term.Coefficient.Sign : 0;

        /// <summary>The sum of two rows, so scaled that a product falls out.</summary>
        public static Row Eliminate(string variable, Row above, Row below)
        {
            Rational first = -below.Terms[variable].Coefficient, second = above.Terms[variable].Coefficient;
            var terms = new Dictionary<string, Term>();
            foreach (var (key, term) in above.Terms.Select(t => (t.Key, t.Value.Times(first))).Concat(below.Terms.Select(t =>
                (t.Key, t.Value.Times(second)))))
                terms[key] = terms.TryGetValue(key, out var other) ? new Term(other.Coefficient + term.Coefficient, term.Powers) : term;
            foreach (string gone in terms.Where(t => t.Value.Coefficient.IsZero).Select(t => t.Key).ToList())
                terms.Remove(gone);
            return new Row(terms, above.Number * first + below.Number * second, above.IsStrict || below.IsStrict);
        }
    }
}
